import type { EmailData, EmailTemplate } from "../../messaging";

type BillingTemplate = Extract<EmailTemplate, `billing-${string}`>;

/** A mail that is owed. The same key is one mail, however often it is found to be owed. What it says of its reader is added when it is sent. */
export type Notice = { [Name in BillingTemplate]: { template: Name; key: string; data: Omit<EmailData<Name>, "name" | "timeZone"> } }[BillingTemplate];

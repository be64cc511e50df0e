/** What becomes of a debit, and after how many seconds. */
export interface DebitPlan {
  ends: "succeeds" | "fails";
  after: number;
}

const SOON = 5;
const LATER = 180;

/** Stripe's test IBANs by their ends (docs.stripe.com/payments/sepa-debit/accept-a-payment#test-integration). */
const PLANS: readonly { account: RegExp; plan: DebitPlan }[] = [
  { account: /(3203|235473204)$/, plan: { ends: "succeeds", after: LATER } },
  { account: /(235473202|^DE62370400440532013001|^IT60X0542811101000000123456)$/, plan: { ends: "fails", after: SOON } },
  { account: /235473205$/, plan: { ends: "fails", after: LATER } },
];

export const planOfIban = (iban: string): DebitPlan => PLANS.find(({ account }) => account.test(iban))?.plan ?? { ends: "succeeds", after: SOON };

/** What stands for a debit that a page lets end so. */
export const ibanThat = (ends: DebitPlan["ends"]): string => (ends === "fails" ? "AT101904300235473205" : "AT321904300235473204");

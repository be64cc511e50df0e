import { accountDeleted } from "./account-deleted";
import { alreadyRegistered } from "./already-registered";
import { emailChangeConfirm } from "./email-change-confirm";
import { emailChangeNotice } from "./email-change-notice";
import { newSignIn } from "./new-sign-in";
import { passwordChanged } from "./password-changed";
import { resetPassword } from "./reset-password";
import { sessionsEndedByReuse } from "./sessions-ended-by-reuse";
import { verifyAddress } from "./verify-address";
import type { Email } from "./letter";

const templates = {
  "account-deleted": accountDeleted,
  "already-registered": alreadyRegistered,
  "email-change-confirm": emailChangeConfirm,
  "email-change-notice": emailChangeNotice,
  "new-sign-in": newSignIn,
  "password-changed": passwordChanged,
  "reset-password": resetPassword,
  "sessions-ended-by-reuse": sessionsEndedByReuse,
  "verify-address": verifyAddress,
};

/** Every mail that Etude sends, by name. */
export type EmailTemplate = keyof typeof templates;

/** What a template needs to know. */
export type EmailData<Name extends EmailTemplate> = Parameters<(typeof templates)[Name]>[0];

type Writer<Name extends EmailTemplate> = (data: EmailData<Name>, webUrl: string) => Email;

const writers: { readonly [Name in EmailTemplate]: Writer<Name> } = templates;

/** Writes a mail. Its links lead to `webUrl` only. */
export const writeEmail = <Name extends EmailTemplate>(template: Name, data: EmailData<Name>, webUrl: string): Email => writers[template](data, webUrl);

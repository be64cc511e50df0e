import { accountDeleted } from "./account-deleted";
import { alreadyRegistered } from "./already-registered";
import { billingCancelled } from "./billing/cancelled";
import { billingCardExpiring } from "./billing/card-expiring";
import { billingDisputed } from "./billing/disputed";
import { billingDuplicateEnded } from "./billing/duplicate-ended";
import { billingEnded } from "./billing/ended";
import { billingPaymentFailed } from "./billing/payment-failed";
import { billingPriceChanged } from "./billing/price-changed";
import { billingReceipt } from "./billing/receipt";
import { billingRefunded } from "./billing/refunded";
import { billingRenewalAhead } from "./billing/renewal-ahead";
import { billingResumed } from "./billing/resumed";
import { billingSubscribed } from "./billing/subscribed";
import { billingTrialEnding } from "./billing/trial-ending";
import { billingTrialRefused } from "./billing/trial-refused";
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
  "billing-cancelled": billingCancelled,
  "billing-card-expiring": billingCardExpiring,
  "billing-disputed": billingDisputed,
  "billing-duplicate-ended": billingDuplicateEnded,
  "billing-ended": billingEnded,
  "billing-payment-failed": billingPaymentFailed,
  "billing-price-changed": billingPriceChanged,
  "billing-receipt": billingReceipt,
  "billing-refunded": billingRefunded,
  "billing-renewal-ahead": billingRenewalAhead,
  "billing-resumed": billingResumed,
  "billing-subscribed": billingSubscribed,
  "billing-trial-ending": billingTrialEnding,
  "billing-trial-refused": billingTrialRefused,
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

/** Writes a mail. Its links lead to `webUrl`, and to the invoice pages of Stripe that are handed in. */
export const writeEmail = <Name extends EmailTemplate>(template: Name, data: EmailData<Name>, webUrl: string): Email => writers[template](data, webUrl);

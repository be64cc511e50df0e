import type Stripe from "stripe";

/** Why a bank says no, in Stripe's words. */
export interface Decline {
  code: NonNullable<Stripe.PaymentIntent.LastPaymentError["code"]>;
  decline_code: string;
  message: string;
  /** What the bank advises to do. */
  advice: "try_again_later" | "confirm_card_data" | "do_not_try_again";
}

const declined = (decline_code: string, message = "Your card was declined.", advice: Decline["advice"] = "try_again_later"): Decline => ({ code: "card_declined", decline_code, message, advice });

export const DECLINES = {
  generic: declined("generic_decline"),
  insufficientFunds: declined("insufficient_funds", "Your card has insufficient funds."),
  lost: declined("lost_card", undefined, "do_not_try_again"),
  stolen: declined("stolen_card", undefined, "do_not_try_again"),
  expired: { code: "expired_card", decline_code: "expired_card", message: "Your card has expired.", advice: "do_not_try_again" },
  cvc: { code: "incorrect_cvc", decline_code: "incorrect_cvc", message: "Your card's security code is incorrect.", advice: "confirm_card_data" },
  processing: { code: "processing_error", decline_code: "processing_error", message: "An error occurred while processing your card. Try again in a little bit.", advice: "try_again_later" },
  notAuthenticated: {
    code: "payment_intent_authentication_failure",
    decline_code: "authentication_required",
    message: "The provided PaymentMethod has failed authentication. You can provide payment_method_data or a new PaymentMethod to attempt to fulfill this PaymentIntent again.",
    advice: "try_again_later",
  },
  authenticationRequired: { code: "authentication_required", decline_code: "authentication_required", message: "Your card was declined. This transaction requires authentication.", advice: "try_again_later" },
  debitFailed: { code: "payment_intent_payment_attempt_failed", decline_code: "insufficient_funds", message: "The bank returned the debit: the account has insufficient funds.", advice: "try_again_later" },
} as const satisfies Readonly<Record<string, Decline>>;

export type DeclineName = keyof typeof DECLINES;

import type Stripe from "stripe";

import { idOf, type Books } from "../../books";
import { cardNamed } from "../../cards";
import { openDispute } from "./dispute";

/** What follows a payment with the test cards that stand for trouble. */
export function follow(books: Books, charge: Stripe.Charge, behaviour: string | undefined): void {
  switch (behaviour && cardNamed(behaviour).aftermath) {
    case "dispute":
      return void openDispute(books, charge.id, {});
    case "disputeNotReceived":
      return void openDispute(books, charge.id, { reason: "product_not_received" });
    case "inquiry":
      return void openDispute(books, charge.id, { inquiry: true });
    case "fraudWarning":
      return void warnOfFraud(books, charge.id);
  }
}

/** The issuer's word that its customer calls the payment a fraud; no money moves. */
export function warnOfFraud(books: Books, chargeId: string): Stripe.Radar.EarlyFraudWarning {
  const charge = books.shelf("charge").get(chargeId, "charge");
  const warning: Stripe.Radar.EarlyFraudWarning = {
    id: books.newId("issfr"),
    object: "radar.early_fraud_warning",
    actionable: !charge.refunded && !charge.disputed,
    charge: charge.id,
    created: books.now(idOf(charge.customer)),
    fraud_type: "unauthorized_use_of_card",
    livemode: false,
    ...(charge.payment_intent && { payment_intent: charge.payment_intent }),
  };
  return books.create("radar.early_fraud_warning", warning, "radar.early_fraud_warning.created");
}

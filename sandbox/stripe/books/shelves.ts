import type Stripe from "stripe";

/** Every kind of object that is kept, by the shelf it stands on: the object's own `object` field. */
export interface Shelves {
  customer: Stripe.Customer;
  customer_balance_transaction: Stripe.CustomerBalanceTransaction;
  product: Stripe.Product;
  price: Stripe.Price;
  payment_method: Stripe.PaymentMethod;
  "checkout.session": Stripe.Checkout.Session;
  subscription: Stripe.Subscription;
  invoice: Stripe.Invoice;
  invoice_payment: Stripe.InvoicePayment;
  payment_intent: Stripe.PaymentIntent;
  setup_intent: Stripe.SetupIntent;
  charge: Stripe.Charge;
  refund: Stripe.Refund;
  dispute: Stripe.Dispute;
  coupon: Stripe.Coupon;
  discount: Stripe.Discount;
  promotion_code: Stripe.PromotionCode;
  "billing_portal.session": Stripe.BillingPortal.Session;
  "billing_portal.configuration": Stripe.BillingPortal.Configuration;
  webhook_endpoint: Stripe.WebhookEndpoint;
  event: Stripe.Event;
  "test_helpers.test_clock": Stripe.TestHelpers.TestClock;
  invoiceitem: Stripe.InvoiceItem;
  tax_rate: Stripe.TaxRate;
  balance_transaction: Stripe.BalanceTransaction;
  "radar.early_fraud_warning": Stripe.Radar.EarlyFraudWarning;
}

export type ShelfName = keyof Shelves;
export type EventType = Stripe.Event["type"];

/** What Stripe calls a kind in `No such …`, where that is not its own name. */
const SPOKEN: Readonly<Record<string, string>> = {
  "checkout.session": "checkout.session",
  payment_method: "PaymentMethod",
  promotion_code: "promotion code",
  "billing_portal.configuration": "configuration",
  "test_helpers.test_clock": "test clock",
};

export const spokenName = (kind: string): string => SPOKEN[kind] ?? kind;

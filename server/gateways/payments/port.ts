/**
 * Who takes the money, in our words. Amounts are whole numbers in the currency's smallest unit; currencies are ISO 4217
 * in lower case; instants are Dates. Every call may throw PaymentsUnavailable (platform/refusal turns it into
 * PAYMENT_PROVIDER_UNAVAILABLE), and nothing else that a caller must know of unless its docstring says so.
 */
export type Interval = "MONTH" | "YEAR";

/** What can be bought. */
export interface CataloguePrice {
  priceId: string;
  lookupKey: string;
  productId: string;
  interval: Interval;
  currency: string;
  unitAmount: number;
  /** Amounts in the other currencies it is sold in. */
  otherCurrencies: Readonly<Record<string, number>>;
  active: boolean;
}

export interface Card {
  brand: string;
  last4: string;
  expMonth: number;
  expYear: number;
  /** The same for the same card number, whoever uses it. */
  fingerprint: string | null;
}

/** A subscription as it stands at the provider. */
export interface SubscriptionTruth {
  subscriptionId: string;
  customerId: string;
  /** The provider's own word; may be one that we don't know yet. */
  status: string;
  priceId: string | null;
  productId: string | null;
  interval: Interval | null;
  quantity: number;
  currency: string;
  unitAmount: number | null;
  currentPeriodStart: Date | null;
  currentPeriodEnd: Date | null;
  trialStart: Date | null;
  trialEnd: Date | null;
  cancelAt: Date | null;
  cancelAtPeriodEnd: boolean;
  canceledAt: Date | null;
  endedAt: Date | null;
  /** Whether it was ended because nobody paid. */
  endedUnpaid: boolean;
  latestInvoiceId: string | null;
  card: Card | null;
  /** A change of price that waits for its payment. */
  hasPendingUpdate: boolean;
  /** What is charged next, discounts and the customer's balance counted; null when nothing is. */
  nextAmount: number | null;
  createdAt: Date;
  metadata: Readonly<Record<string, string>>;
}

export interface InvoiceTruth {
  invoiceId: string;
  customerId: string;
  subscriptionId: string | null;
  number: string | null;
  status: string;
  billingReason: string | null;
  currency: string;
  total: number;
  amountDue: number;
  amountPaid: number;
  amountRemaining: number;
  attemptCount: number;
  nextAttemptAt: Date | null;
  /** The bank wants the person to confirm the payment, on the invoice's page. */
  needsAction: boolean;
  hostedUrl: string | null;
  pdfUrl: string | null;
  periodStart: Date;
  periodEnd: Date;
  createdAt: Date;
  finalizedAt: Date | null;
  paidAt: Date | null;
  /** Payment intents and charges that paid or tried to. */
  paymentIntentIds: readonly string[];
}

export interface RefundTruth {
  refundId: string;
  invoiceId: string | null;
  chargeId: string | null;
  amount: number;
  currency: string;
  /** The provider's own word: `succeeded`, `pending`, `requires_action`, `failed`, `canceled`, or a new one. */
  status: string;
  reason: string | null;
  /** Our own request that it was made for. */
  requestId?: string | null;
  createdAt: Date;
}

export interface DisputeTruth {
  disputeId: string;
  invoiceId: string | null;
  chargeId: string;
  amount: number;
  currency: string;
  /** The provider's own word: `warning_*` are inquiries, no money moved. */
  status: string;
  reason: string;
  createdAt: Date;
}

/** Everything the provider knows of one customer that we keep. */
export interface CustomerTruth {
  customerId: string;
  deleted: boolean;
  delinquent: boolean;
  livemode: boolean;
  metadata: Readonly<Record<string, string>>;
  subscriptions: readonly SubscriptionTruth[];
  invoices: readonly InvoiceTruth[];
  refunds: readonly RefundTruth[];
  disputes: readonly DisputeTruth[];
}

/** An event whose signature was right, reduced to what is needed to fetch the truth: no content, no personal data. */
export interface ProviderEvent {
  eventId: string;
  type: string;
  createdAt: Date;
  apiVersion: string | null;
  /** Whether it was written in the API version that we are built for. */
  knownVersion: boolean;
  /** The customer it speaks of, where it says so. */
  customerId: string | null;
  /** Our own user's id, where our metadata came back with it. */
  userId: string | null;
  /** The object itself, and its charge when it is a refund, dispute or fraud warning. */
  objectId: string | null;
  chargeId: string | null;
}

export interface NewCheckout {
  /** Also its idempotency key: the same attempt never opens two pages. */
  attemptId: string;
  userId: string;
  customerId: string;
  priceId: string;
  /** One of the price's currencies; the price's own when null. */
  currency: string | null;
  trialDays: number | null;
  expiresAt: Date;
  successUrl: string;
  cancelUrl: string;
  promotionCodes: boolean;
  automaticTax: boolean;
}

export interface CheckoutPage {
  sessionId: string;
  status: "open" | "complete" | "expired";
  /** Where the person pays, while it is open. */
  url: string | null;
  /** `unpaid` after completion: a bank debit that is still on its way. */
  paymentStatus: string;
  subscriptionId: string | null;
}

/** Where in the portal somebody is led. */
export type PortalFlow = { kind: "payment_method_update" } | null;

export interface PriceChange {
  subscriptionId: string;
  priceId: string;
  /** The instant that prorations are counted from: the same for a preview and for the change that follows it. */
  prorationDate: Date;
}

export interface PriceChangePreview {
  currency: string;
  /** What is charged at once; what is left over counts towards later invoices. */
  amountDue: number;
  lines: readonly { description: string; amount: number }[];
  /** When the next regular payment is due, and how much; null where discounts, taxes or a balance play in, for the provider reckons those only then. */
  nextPaymentAt: Date | null;
  nextPaymentAmount: number | null;
}

export interface NewRefund {
  invoiceId: string;
  /** Null: all that is left. */
  amount: number | null;
  reason: string;
  /** The same again is the same refund. */
  key: string;
  /** Comes back with the refund, as the truth tells it. */
  requestId?: string;
}

/** What an invoice that was paid in several parts gives back are several refunds: the first one's id, and the sum of all. */
export interface MadeRefund {
  refundId: string;
  amount: number;
}

export type ChangeOutcome = "changed" | "payment_needed";

export interface PaymentsPort {
  /** The same provider, with one deadline for all the calls made through it (milliseconds from now), retries included. */
  within(duration: number): PaymentsPort;

  cataloguePrices(lookupKeys: readonly string[]): Promise<CataloguePrice[]>;
  /** Asking again with the same key gives the same customer. */
  createCustomer(customer: { userId: string; email: string; name: string | null; key: string }): Promise<{ customerId: string; livemode: boolean }>;
  updateCustomer(customerId: string, fields: { email?: string; name?: string | null }): Promise<void>;
  /** Takes name, address, e-mail and all means of payment off a customer, and leaves what accounting must keep. A customer that is gone is well. */
  forgetCustomer(customerId: string): Promise<void>;
  /** Throws UnknownCustomer. Of one that is deleted it is told that it is, with as much of the rest as the provider still shows. */
  customerTruth(customerId: string): Promise<CustomerTruth>;
  /** The customer behind a charge (disputes name no other way); null when there is none. */
  customerOfCharge(chargeId: string): Promise<string | null>;
  /** Ids of all customers that have a subscription, page by page. */
  customersWithSubscriptions(): AsyncIterable<string>;

  openCheckout(checkout: NewCheckout): Promise<CheckoutPage>;
  findCheckout(sessionId: string): Promise<CheckoutPage | null>;
  /** Closes a page that nobody may pay on any more. One that is no longer open stays as it is; its state is answered. */
  expireCheckout(sessionId: string): Promise<CheckoutPage | null>;
  /** Throws UnknownCustomer, also for one that is deleted. */
  openPortal(portal: { customerId: string; returnUrl: string; flow: PortalFlow }): Promise<{ url: string }>;

  /** Asks that it ends with the paid period, whatever later end was set before, or takes every end back. Throws NotPossible. */
  setCancelAtPeriodEnd(subscriptionId: string, cancel: boolean): Promise<void>;
  /** Ends it now, without proration. One that is gone or has ended is well; one that the provider keeps alive throws NotPossible. */
  endSubscription(subscriptionId: string, key: string): Promise<void>;
  /** Makes an open invoice one that nobody can pay any more. One that is gone, paid or void is well. */
  voidInvoice(invoiceId: string): Promise<void>;
  /** Throws NotPossible. */
  previewPriceChange(change: PriceChange): Promise<PriceChangePreview>;
  /** Moves to another price and charges the difference at once. `payment_needed`: the old price stays until that is paid. A refused card throws CardDeclined, anything else that is refused NotPossible. */
  changePrice(change: PriceChange, key: string): Promise<ChangeOutcome>;

  /** What a customer has in credit, which pays what they buy next; null when nothing. In the customer's own currency, where they have one. */
  creditOf(customerId: string): Promise<{ amount: number; currency: string | null } | null>;
  /** Gives money back: `amount`, or all that is left of what was paid. Throws CannotRefund, which says why. */
  refundInvoice(refund: NewRefund): Promise<MadeRefund>;

  /** The event in a delivery whose signature is right. Throws BadDelivery otherwise. `receivedAt` is when it arrived. */
  readEvent(delivery: { body: Buffer; signature: string | undefined; receivedAt: Date }): ProviderEvent;
  /** Events since `since` (at most 30 days ago) that could not be delivered, oldest first. */
  undeliveredEvents(since: Date): Promise<ProviderEvent[]>;
}

/** The provider is down, slow or out of order. Try again later; nothing is known of what became of the call. */
export class PaymentsUnavailable extends Error {
  override name = "PaymentsUnavailable";
  /** `answered`: it said so itself. It gives the same answer to the same key for a day, so asking again takes another key. */
  constructor(
    message: string,
    readonly answered = false,
  ) {
    super(message);
  }
}

/** The provider does not know this customer: the key is of another account or mode, or the customer never was. One that was deleted is known. */
export class UnknownCustomer extends Error {
  override name = "UnknownCustomer";
  constructor(readonly customerId: string) {
    super(`The provider does not know the customer ${customerId}.`);
  }
}

/** The provider won't, as things stand there: it has ended or changed meanwhile, or something else holds it. `message` is the provider's reason. */
export class NotPossible extends Error {
  override name = "NotPossible";
}

/** A delivery that did not come from the provider, came too late, or is of the other mode (live or test). */
export class BadDelivery extends Error {
  override name = "BadDelivery";
  constructor(readonly reason: "signature" | "too-old" | "livemode" | "malformed") {
    super(`The delivery is refused: ${reason}.`);
  }
}

/** The card was refused; `message` is the provider's sentence for the person. */
export class CardDeclined extends Error {
  override name = "CardDeclined";
}

export class CannotRefund extends Error {
  override name = "CannotRefund";
  /** `several-payments`: paid in parts, it can be given back whole only. `refused`: for a reason that we don't know, which is the `cause`. */
  constructor(
    readonly reason: "nothing-left" | "too-much" | "disputed" | "not-paid" | "several-payments" | "refused",
    cause?: unknown,
  ) {
    super(`It can't be refunded: ${reason}.`, { cause });
  }
}

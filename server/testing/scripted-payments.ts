import type { CustomerTruth, InvoiceTruth, PaymentsPort, SubscriptionTruth } from "../gateways/payments/port";

const DAY = 24 * 60 * 60 * 1000;

/** A monthly subscription that began at `createdAt` and runs. */
export function aSubscription(customerId: string, createdAt: Date, more: Partial<SubscriptionTruth> = {}): SubscriptionTruth {
  return {
    subscriptionId: `sub_${customerId}`,
    customerId,
    status: "active",
    priceId: "price_month",
    productId: null,
    interval: "MONTH",
    quantity: 1,
    currency: "eur",
    unitAmount: 1200,
    nextAmount: 1200,
    currentPeriodStart: createdAt,
    currentPeriodEnd: new Date(createdAt.getTime() + 31 * DAY),
    trialStart: null,
    trialEnd: null,
    cancelAt: null,
    cancelAtPeriodEnd: false,
    canceledAt: null,
    endedAt: null,
    endedUnpaid: false,
    latestInvoiceId: null,
    card: { brand: "visa", last4: "4242", expMonth: 12, expYear: 2030, fingerprint: `card of ${customerId}` },
    hasPendingUpdate: false,
    createdAt,
    metadata: {},
    ...more,
  };
}

/** The invoice of a subscription's first period, paid when it was made. */
export function anInvoice(subscription: SubscriptionTruth, more: Partial<InvoiceTruth> = {}): InvoiceTruth {
  const { customerId, subscriptionId, createdAt, currency } = subscription;
  return {
    invoiceId: `in_${subscriptionId}`,
    customerId,
    subscriptionId,
    number: "E-1",
    status: "paid",
    billingReason: "subscription_create",
    currency,
    total: 1200,
    amountDue: 1200,
    amountPaid: 1200,
    amountRemaining: 0,
    attemptCount: 1,
    nextAttemptAt: null,
    needsAction: false,
    hostedUrl: "https://invoice.stripe.com/i/1",
    pdfUrl: "https://invoice.stripe.com/i/1/pdf",
    periodStart: createdAt,
    periodEnd: createdAt,
    createdAt,
    finalizedAt: createdAt,
    paidAt: createdAt,
    paymentIntentIds: [],
    ...more,
  };
}

export const truthOf = (customerId: string, more: Partial<CustomerTruth> = {}): CustomerTruth =>
  ({ customerId, deleted: false, delinquent: false, livemode: false, metadata: {}, subscriptions: [], invoices: [], refunds: [], disputes: [], ...more });

export interface ScriptedPayments {
  port: PaymentsPort;
  /** What is so at the provider from now on. */
  set(truth: CustomerTruth): void;
  /** Each answer tells what was so when it was asked, and takes so long (milliseconds). */
  delay: () => number;
  /** Thrown by the next call, once. */
  fail?: Error;
}

/** A provider whose truth a test sets, for what can't be timed at a real one: which of two answers comes late. Everything but fetching the truth is refused. */
export function scriptedPayments(): ScriptedPayments {
  const truths = new Map<string, CustomerTruth>();
  const scripted: ScriptedPayments = {
    set: (truth) => void truths.set(truth.customerId, truth),
    delay: () => 0,
    port: undefined as unknown as PaymentsPort,
  };
  const known: Partial<PaymentsPort> = {
    within: () => scripted.port,
    async customerTruth(customerId) {
      const { fail } = scripted;
      delete scripted.fail;
      if (fail) throw fail;
      const truth = truths.get(customerId) ?? truthOf(customerId);
      await new Promise((resolve) => setTimeout(resolve, scripted.delay()));
      return truth;
    },
  };
  scripted.port = new Proxy(known as PaymentsPort, {
    get(port, name: keyof PaymentsPort) {
      if (name in port) return port[name];
      throw new Error(`This provider is scripted, and knows no ${String(name)}.`);
    },
  });
  return scripted;
}

import type { CustomerTruth, RefundTruth } from "../../../gateways/payments/port";
import { days } from "../../../platform/clock";
import { accessUntil, GRACE_WHEN_PAST_DUE } from "../standing/access.rules";
import { holdsMoney, isPaid } from "../standing/money.rules";
import type { Notice } from "./notice";
import type { Standing, StandingInvoice, StandingSubscription } from "../standing/standing.rules";

/** What is older than this is no news: a first look at an old customer writes to nobody. */
const NEWS = days(30);

interface Moment {
  truth: CustomerTruth;
  now: Date;
  /** Subscriptions that end for a reason of their own, which has a mail of its own. */
  unwanted: ReadonlySet<string>;
}

const isNews = (at: Date | null, { now }: Moment): at is Date => at !== null && at.getTime() > now.getTime() - NEWS;

/** The mails that are owed for money that came, went back, or is missing. They follow from how things stand. */
export function paymentNotices({ subscriptions, invoices }: Standing, moment: Moment): Notice[] {
  const byId = new Map(subscriptions.map((subscription) => [subscription.subscriptionId, subscription]));
  const of = ({ subscriptionId }: StandingInvoice) => byId.get(subscriptionId ?? "") ?? null;
  return [
    ...invoices.flatMap((invoice) => receipt(invoice, of(invoice), moment)),
    ...subscriptions.flatMap((subscription) => missing(subscription, invoices, moment)),
    ...moment.truth.refunds.flatMap((refund) => refunded(refund, { invoices, byId }, moment)),
    ...disputed(moment),
  ];
}

function receipt(invoice: StandingInvoice, subscription: StandingSubscription | null, moment: Moment): Notice[] {
  if (!isPaid(invoice) || !isNews(invoice.paidAt, moment)) return [];
  const { invoiceId, number, amountPaid, currency, paidAt, hostedUrl, pdfUrl } = invoice;
  const periodEnd = subscription?.currentPeriodEnd ?? null;
  const data = { number, paid: { amount: amountPaid, currency }, paidAt, periodEnd, interval: subscription?.interval ?? null, invoiceUrl: hostedUrl, pdfUrl };
  return [{ template: "billing-receipt", key: `receipt:${invoiceId}`, data }];
}

type Stage = "first" | "reminder" | "last" | "ended";

const STAGES: readonly { stage: Stage; after: number }[] = [
  { stage: "first", after: 0 },
  { stage: "reminder", after: days(3) },
  { stage: "last", after: days(6) },
  { stage: "ended", after: GRACE_WHEN_PAST_DUE },
];

/** How far a missing payment has come, by the time since it was due. */
function stageAt(since: Date, now: Date): Stage {
  const passed = now.getTime() - since.getTime();
  return STAGES.findLast(({ after }) => passed >= after)?.stage ?? "first";
}

/** When the next mail about a payment that stays missing is due; null after the last, or where nothing is missing. */
export function nextStageAt(subscriptions: readonly StandingSubscription[], now: Date): Date | null {
  const stages = subscriptions.flatMap(({ status, pastDueSince, revokedAt }) => (status === "past_due" && pastDueSince && !revokedAt ? STAGES.map(({ after }) => pastDueSince.getTime() + after) : []));
  const ahead = stages.filter((at) => at > now.getTime());
  return ahead.length > 0 ? new Date(Math.min(...ahead)) : null;
}

/** Nobody is told of a payment that has been made meanwhile, nor twice of the same stage. */
function missing(subscription: StandingSubscription, invoices: readonly StandingInvoice[], moment: Moment): Notice[] {
  const { subscriptionId, status, pastDueSince, revokedAt } = subscription;
  if (status !== "past_due" || !pastDueSince || revokedAt || moment.unwanted.has(subscriptionId)) return [];
  const premiumUntil = accessUntil(subscription);
  const due = invoices.filter((invoice) => invoice.subscriptionId === subscriptionId && invoice.status === "open");
  const [oldest] = due.sort((one, other) => one.createdAt.getTime() - other.createdAt.getTime());
  if (!oldest || !premiumUntil) return [];
  const stage = stageAt(pastDueSince, moment.now);
  const { invoiceId, amountRemaining, currency, hostedUrl, needsAction } = oldest;
  return [{ template: "billing-payment-failed", key: `payment-failed:${invoiceId}:${stage}`, data: { due: { amount: amountRemaining, currency }, payUrl: hostedUrl, premiumUntil, stage, needsAction } }];
}

interface Bought {
  invoices: readonly StandingInvoice[];
  byId: ReadonlyMap<string, StandingSubscription>;
}

/** One that is on its way is told of when it has gone through: until then it may fail. */
function refunded({ refundId, invoiceId, amount, currency, status, createdAt }: RefundTruth, { invoices, byId }: Bought, moment: Moment): Notice[] {
  const invoice = invoices.find((one) => one.invoiceId === invoiceId);
  const subscriptionId = invoice?.subscriptionId ?? "";
  if (status !== "succeeded" || !isNews(createdAt, moment) || moment.unwanted.has(subscriptionId)) return [];
  return [{ template: "billing-refunded", key: `refunded:${refundId}`, data: { refunded: { amount, currency }, full: byId.get(subscriptionId)?.revokeReason === "REFUNDED", rest: amount < (invoice?.amountPaid ?? 0) } }];
}

const disputed = (moment: Moment): Notice[] =>
  moment.truth.disputes.filter((dispute) => holdsMoney(dispute) && isNews(dispute.createdAt, moment)).map(({ disputeId }) => ({ template: "billing-disputed", key: `disputed:${disputeId}`, data: {} }));

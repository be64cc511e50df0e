import type { CustomerTruth } from "../../../gateways/payments/port";

/**
 * What of a customer is Etude's: the same account at the provider may sell them something else. A subscription to another product is
 * left out with its invoices, and money that went back for anything but the invoices that are left. As long as no product of ours is
 * known, every subscription is.
 */
export function onlyOurs(truth: CustomerTruth, products: ReadonlySet<string>): CustomerTruth {
  const isOurs = ({ productId }: { productId: string | null }) => products.size === 0 || productId === null || products.has(productId);
  const subscriptions = truth.subscriptions.filter(isOurs);
  const foreign = new Set(truth.subscriptions.filter((one) => !isOurs(one)).map(({ subscriptionId }) => subscriptionId));
  const invoices = truth.invoices.filter(({ subscriptionId }) => !foreign.has(subscriptionId ?? ""));
  const known = new Set(invoices.map(({ invoiceId }) => invoiceId));
  const isForOurs = ({ invoiceId }: { invoiceId: string | null }) => known.has(invoiceId ?? "");
  return { ...truth, subscriptions, invoices, refunds: truth.refunds.filter(isForOurs), disputes: truth.disputes.filter(isForOurs) };
}

import type { KnownInvoice, KnownSubscription } from "./sync.store";

/** What our rows said of a customer before the truth was written into them, by the provider's ids. */
export interface Known {
  subscriptions: ReadonlyMap<string, KnownSubscription>;
  invoices: ReadonlyMap<string, KnownInvoice>;
  /** Keys of the ledger. */
  movements: ReadonlySet<string>;
}

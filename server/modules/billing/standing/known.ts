/** What our rows said of a subscription before the truth is written into them. */
export interface KnownSubscription {
  status: string;
  priceId: string | null;
  canceledAt: Date | null;
  cancelAt: Date | null;
  cancelAtPeriodEnd: boolean;
  revokedAt: Date | null;
}

/** What our rows said of a customer. */
export interface Known {
  /** By the provider's ids. */
  subscriptions: ReadonlyMap<string, KnownSubscription>;
  /** Keys of the ledger. */
  movements: ReadonlySet<string>;
}

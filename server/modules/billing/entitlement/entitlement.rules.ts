export type PlanName = "FREE" | "PREMIUM";

/** One reason for which somebody may use premium: a subscription, or a gift. */
export interface Reason {
  /** It ends then; null: until changed. */
  validUntil: Date | null;
}

/** The plan in force at an instant: premium while any reason for it holds, free for everybody else. */
export const planAt = (reasons: readonly Reason[], now: Date): PlanName => (reasons.some(({ validUntil }) => validUntil === null || validUntil > now) ? "PREMIUM" : "FREE");

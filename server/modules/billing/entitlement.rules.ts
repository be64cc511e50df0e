export type PlanName = "FREE" | "PREMIUM";

export interface Grant {
  plan: PlanName;
  validUntil: Date | null;
}

/** The plan in force at an instant: what was granted, until it ends; FREE for everybody else. */
export function planAt(grant: Grant | null, now: Date): PlanName {
  if (!grant) return "FREE";
  const ended = grant.validUntil !== null && grant.validUntil <= now;
  return ended ? "FREE" : grant.plan;
}

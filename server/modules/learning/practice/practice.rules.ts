export type PracticeStatus = "IN_PROGRESS" | "FINISHED" | "EXPIRED";

/** A practice can be gone on with for so long: 24 hours, in milliseconds. */
export const OPEN_FOR_MS = 24 * 60 * 60 * 1000;

/** An answer's way over the network is not time that the learner took. In milliseconds. */
const ALLOWANCE_MS = 500;

/** Where a practice stands at an instant: one that was neither finished nor gone on with in time has expired. */
export const statusAt = ({ status, expiresAt }: { status: PracticeStatus; expiresAt: Date }, now: Date): PracticeStatus =>
  status === "IN_PROGRESS" && expiresAt <= now ? "EXPIRED" : status;

/** Whether an answer kept the level's time limit. The clock starts when the question is first handed out. */
export const isInTime = (timeLimitMs: number | null, servedAt: Date | null, answeredAt: Date): boolean =>
  timeLimitMs === null || servedAt === null || answeredAt.getTime() - servedAt.getTime() <= timeLimitMs + ALLOWANCE_MS;

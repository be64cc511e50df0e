import { days, seconds } from "../../../platform/clock";

/** How long sessions live and are believed, in milliseconds. */
export const SESSION_LIFE = {
  /** A session that nobody uses is over then … */
  idle: days(30),
  /** … and every session then. */
  absolute: days(180),
  /** Calls in parallel all bring the same refresh token: for so long, one that was just exchanged is no alarm. */
  reuseGrace: seconds(10),
  /** How long a process may go on believing what it read about a session. */
  believed: seconds(30),
} as const;

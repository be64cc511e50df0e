/** Bcrypt reads 72 bytes and no more, so a longer password would be cut in silence: it is refused instead. */
const FEWEST_BYTES = 10;
const MOST_BYTES = 72;

const bytesOf = (text: string) => new TextEncoder().encode(text).length;

/** Whether some account could have this password. One that none can have is never compared: bcrypt would cut it. */
export const isPossiblePassword = (password: string): boolean => bytesOf(password) <= MOST_BYTES && !/[\0\p{Cs}]/u.test(password);

/** What is wrong with the form of a new password, or null. Any character is welcome, none is asked for. */
export function passwordFormProblem(password: string): string | null {
  const bytes = bytesOf(password);
  if (bytes < FEWEST_BYTES) return `Please choose a password of at least ${FEWEST_BYTES} characters; three or four words do well.`;
  if (bytes > MOST_BYTES) return `Please choose a password of at most ${MOST_BYTES} bytes: that is ${MOST_BYTES} letters, or fewer with accents, other scripts or emoji.`;
  return isPossiblePassword(password) ? null : "This password holds characters that are not text.";
}

/** From 0, too guessable, to 4, very unguessable. */
export type Strength = 0 | 1 | 2 | 3 | 4;

const WEAKEST_ACCEPTED: Strength = 3;

export interface Judgement {
  score: Strength;
  warning: string | null;
  suggestions: readonly string[];
}

/** What to tell somebody whose new password is too easy to guess, or null when it isn't. */
export function weaknessProblem({ score, warning, suggestions }: Judgement): string | null {
  if (score >= WEAKEST_ACCEPTED) return null;
  const advice = suggestions.length > 0 ? suggestions : ["Add another word or two; unusual ones are best."];
  return ["This password is too easy to guess.", warning, ...advice].filter(Boolean).join(" ");
}

/** Words that a guesser would try first for this person: their address, its parts, their name, and ours. */
export function wordsAbout({ email, name }: { email: string; name?: string | null }): string[] {
  const parts = `${email} ${name ?? ""}`.split(/[^\p{L}\p{N}]+/u).filter((part) => part.length > 2);
  return [...new Set([email, ...(name ? [name] : []), ...parts, "etude"])];
}

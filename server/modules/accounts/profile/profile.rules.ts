const LONGEST_NAME = 100;

/** Control characters, halves of surrogate pairs, and the two line breaks that Unicode adds. */
const NOT_IN_A_LINE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u;

/** A name as it is kept: trimmed, null when nothing is left of it. */
export const readName = (text: string | null): string | null => text?.trim() || null;

/** What is wrong with a name, or null. A name is one line of up to 100 characters, in any script. */
export function nameProblem(name: string | null): string | null {
  if (name === null) return null;
  if ([...name].length > LONGEST_NAME) return `Please give a name of at most ${LONGEST_NAME} characters.`;
  return NOT_IN_A_LINE.test(name) ? "Please give a name on one line, without control characters." : null;
}

/** Whether a text names a time zone of the IANA database. Plain offsets such as +01:00 don't: they know no summer time. */
export function isTimeZone(text: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]{0,63}$/.test(text)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: text }));
  } catch {
    return false;
  }
}

const COUNTS = (
  "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen " +
  "seventeen eighteen nineteen twenty twenty-one twenty-two twenty-three twenty-four"
).split(" ");
const PLACES = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth".split(" ");

/** 0 gives "no", 1 "one", up to 24; digits beyond. */
export const countWord = (count: number): string => COUNTS[count] ?? String(count);

/** 1 gives "first", up to 13. */
export const placeWord = (place: number): string => PLACES[place - 1] ?? `${place}th`;

/** "one semitone", "two semitones". */
export const counted = (count: number, noun: string): string => `${countWord(count)} ${noun}${count === 1 ? "" : "s"}`;

/** "A", "A and B", "A, B and C". */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;

export const withArticle = (noun: string): string => `${/^[aeiou]/i.test(noun) ? "an" : "a"} ${noun}`;

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

import { randomBytes } from "node:crypto";

const LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** How long ids are at Stripe, after the prefix. */
const LENGTHS: Readonly<Record<string, number>> = { cus: 14, prod: 14, si: 14, cs_test: 58, whsec: 32 };
const USUAL = 24;

/** A new id: `prefix` with or without its underscore. */
export function newId(prefix: string): string {
  const name = prefix.replace(/_$/, "");
  return `${name}_${randomLetters(LENGTHS[name] ?? USUAL)}`;
}

/** Letters and digits that nobody guesses. */
export function randomLetters(count: number): string {
  let text = "";
  while (text.length < count) text += [...randomBytes(count)].flatMap((byte) => (byte < 248 ? LETTERS.charAt(byte % 62) : [])).join("");
  return text.slice(0, count);
}

import type { Accidental, Key } from "./pad-layout";

const NUMBER_KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "-", "="];

/** What a key press asks for while an answer is awaited. */
export type Shortcut =
  | { type: "answer"; id: string }
  | { type: "replay" }
  | { type: "arm"; accidental: Accidental }
  | { type: "undo" }
  | { type: "submit" };

/** No answer is called R, so the letter is free. */
const COMMANDS: Readonly<Record<string, Shortcut>> = {
  " ": { type: "replay" }, r: { type: "replay" }, R: { type: "replay" }, Backspace: { type: "undo" }, Enter: { type: "submit" },
};

/** The accidental that the next letter or degree gets; both arrows only where the pad has such answers. */
const ARMS: Readonly<Record<string, Accidental>> = { ArrowUp: "♯", "#": "♯", ArrowDown: "♭" };

/**
 * Letters and degrees are answered by their own name, everything else by its place: 1 to 9, 0, - and =.
 * Where several answers share a letter the plain one is meant, unless an arrow armed ♯ or ♭ before. R replays, and so does space.
 */
export function shortcutFor(pressed: string, keys: readonly Key[], armed: Accidental = ""): Shortcut | null {
  const command = COMMANDS[pressed];
  if (command) return command;
  const arm = ARMS[pressed];
  if (arm !== undefined) return keys.some((key) => key.accidental === arm) ? { type: "arm", accidental: armed === arm ? "" : arm } : null;
  const key = byName(keys) ? named(keys, pressed.toUpperCase(), armed) : keys[NUMBER_KEYS.indexOf(pressed)];
  return key ? { type: "answer", id: key.choice.id } : null;
}

/** The key to press for an answer, to be shown on its button; null where there is none or the button says it already. */
export function hintFor(key: Key, keys: readonly Key[]): string | null {
  if (byName(keys)) return null;
  return NUMBER_KEYS[keys.indexOf(key)] ?? null;
}

/** Whether answers are called by their letter or degree rather than by their place. */
export const byName = (keys: readonly Key[]) => keys.every((key) => key.stem !== null);

/** Twice the same letter (major and minor keys) has no single meaning: the first is not guessed. */
function named(keys: readonly Key[], stem: string, accidental: Accidental): Key | undefined {
  const found = keys.filter((key) => key.stem === stem && key.accidental === accidental);
  return found.length === 1 ? found[0] : undefined;
}

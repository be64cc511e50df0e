import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** One change as the journal keeps it. */
export type Change = readonly [drawer: string, id: string, value: unknown];

/** What was committed, line by line. */
export interface Journal {
  /** All that counts, oldest first; a value of null is a removed one. */
  read(): readonly Change[];
  append(changes: readonly Change[]): void;
}

/** Keeps nothing: for tests. */
export const noJournal: Journal = { read: () => [], append: () => undefined };

/**
 * `stripe.jsonl` in `dataDir`: one line for each commit, so that a crash costs at most the one being written. Opening it keeps only the
 * last value of each key that `worthKeeping` wants, in the order in which the keys arrived.
 */
export function openJournal(dataDir: string, worthKeeping: (change: Change) => boolean = () => true): Journal {
  const file = join(dataDir, "stripe.jsonl");
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const kept = lastValues(existsSync(file) ? readFileSync(file, "utf8").split("\n").flatMap(readLine) : []).filter(worthKeeping);
  writeFileSync(`${file}.new`, kept.map((change) => asLine([change])).join(""), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return { read: () => kept, append: (changes) => appendFileSync(file, asLine(changes)) };
}

/** A forgotten key has no third place: JSON knows no undefined. */
const asLine = (changes: readonly Change[]) => `${JSON.stringify(changes.map(([drawer, id, value]) => (value === undefined ? [drawer, id] : [drawer, id, value])))}\n`;

function lastValues(changes: readonly Change[]): Change[] {
  const last = new Map<string, Change>();
  for (const change of changes) {
    const key = `${change[0]} ${change[1]}`;
    if (change[2] === undefined) last.delete(key);
    else last.set(key, change);
  }
  return [...last.values()];
}

/** One commit, or nothing where the line was cut off. */
function readLine(line: string): Change[] {
  try {
    return line ? (JSON.parse(line) as Change[]) : [];
  } catch {
    return [];
  }
}

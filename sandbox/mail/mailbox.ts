import { randomUUID } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A mail as it reached one address. */
export interface Mail {
  id: string;
  to: string;
  from: string;
  subject: string;
  text: string;
  html: string;
  /** ISO 8601, UTC. */
  sentAt: string;
}

export interface Mailbox {
  /** Keeps the mails for good before it returns. */
  add(mails: readonly Omit<Mail, "id" | "sentAt">[]): void;
  /** Newest first; with an address only its own, in whatever case it is written. */
  list(to?: string): readonly Mail[];
  find(id: string): Mail | undefined;
}

const KEPT = 1000;

/** The mailbox in `dataDir`: one JSON line for each mail, so that a crash costs at most the line being written. Keeps the last 1,000. */
export function openMailbox(dataDir: string): Mailbox {
  const file = join(dataDir, "mails.jsonl");
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  let mails = readMails(file).slice(-KEPT);
  let lines = mails.length;
  rewrite(file, mails);

  return {
    add(added) {
      const arrived = added.map((mail) => ({ ...mail, id: randomUUID(), sentAt: new Date().toISOString() }));
      appendFileSync(file, asLines(arrived));
      mails = [...mails, ...arrived].slice(-KEPT);
      lines += arrived.length;
      if (lines > 2 * KEPT) {
        rewrite(file, mails);
        lines = mails.length;
      }
    },
    list(to) {
      const address = to?.trim().toLowerCase();
      return mails.filter((mail) => !address || mail.to.toLowerCase() === address).reverse();
    },
    find: (id) => mails.find((mail) => mail.id === id),
  };
}

const asLines = (mails: readonly Mail[]) => mails.map((mail) => `${JSON.stringify(mail)}\n`).join("");

function rewrite(file: string, mails: readonly Mail[]): void {
  writeFileSync(`${file}.new`, asLines(mails), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

function readMails(file: string): Mail[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8").split("\n").flatMap(readLine);
}

/** One mail, or none where the line was cut off. */
function readLine(line: string): Mail[] {
  try {
    return line ? [JSON.parse(line) as Mail] : [];
  } catch {
    return [];
  }
}

import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { openMailbox } from "./mailbox";

let dataDir: string;
beforeEach(() => void (dataDir = mkdtempSync(join(tmpdir(), "etude-mailbox-"))));
afterEach(() => rmSync(dataDir, { recursive: true }));

const mail = (subject: string) => ({ to: "ada@etude.test", from: "hello@etude.test", subject, text: "", html: "" });
const file = () => join(dataDir, "mails.jsonl");

test("mails are there after a restart", () => {
  openMailbox(dataDir).add([mail("kept")]);
  expect(openMailbox(dataDir).list()[0]).toMatchObject({ subject: "kept", to: "ada@etude.test" });
});

test("a line that a crash cut off costs that mail only", () => {
  openMailbox(dataDir).add([mail("whole")]);
  appendFileSync(file(), '{"to":"ada@etude.test","subj');
  const reopened = openMailbox(dataDir);
  reopened.add([mail("after")]);
  expect(openMailbox(dataDir).list().map(({ subject }) => subject)).toEqual(["after", "whole"]);
});

test("the last 1,000 mails are kept, in memory and on disk", () => {
  const mailbox = openMailbox(dataDir);
  for (let hundred = 0; hundred < 25; hundred++) mailbox.add(Array.from({ length: 100 }, (_, index) => mail(String(hundred * 100 + index))));
  expect([mailbox.list().length, mailbox.list()[0]?.subject, mailbox.list().at(-1)?.subject]).toEqual([1000, "2499", "1500"]);
  expect(readFileSync(file(), "utf8").split("\n").length).toBeLessThan(2100);
  expect(openMailbox(dataDir).list()).toEqual(mailbox.list());
});

test("nobody but the owner can read the file", () => {
  openMailbox(dataDir);
  expect(statSync(file()).mode & 0o077).toBe(0);
});

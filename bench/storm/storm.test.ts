import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { createTestDatabase } from "../../server/testing/test-database";
import type { StormReport } from "./storm";

jest.setTimeout(300_000);

let report: StormReport;

beforeAll(async () => {
  const [database, calm] = [await createTestDatabase(), await createTestDatabase()];
  const folder = mkdtempSync(join(tmpdir(), "etude-storm-"));
  const REPORT = join(folder, "report.json");
  try {
    const env = { PATH: process.env.PATH, DATABASE_URL: database.url, CALM_DATABASE_URL: calm.url, REPORT, MEMBERS: "56", COPIES: "3", SEED: "20261124" };
    execFileSync(process.execPath, ["--enable-source-maps", "build/bench/storm.js"], { env, stdio: ["ignore", "ignore", "inherit"] });
    report = JSON.parse(readFileSync(REPORT, "utf8")) as StormReport;
  } finally {
    rmSync(folder, { recursive: true });
    await Promise.all([database.drop(), calm.drop()]);
  }
});

test("a thousand events and more of more than fifty customers, three times each and shuffled, are told to two servers, one of which is killed", () => {
  expect(report.events).toBeGreaterThanOrEqual(1000);
});

test("each event stands in the inbox once, and none waits or has failed", () => {
  expect(report.notOnce).toBe(0);
  expect(Object.keys(report.outcomes).sort()).toEqual(["IGNORED", "PROCESSED"]);
});

test.each(["subscriptions", "invoices", "refunds", "disputes", "premium"] as const)("the %s are what the list of events says", (what) => {
  expect(Object.keys(report.expected[what]).length).toBeGreaterThan(0);
  expect(report.held[what]).toEqual(report.expected[what]);
});

test("the ledger holds every movement of money, each once", () => {
  expect(report.held.ledger).toEqual(report.expected.ledger);
});

test("every receipt is written once, and every mail is handed over once", () => {
  expect(report.held.receipts).toEqual(report.expected.receipts);
  expect(report.mails).toMatchObject({ unsent: 0, rows: report.held.mails.length });
  // A mail that was accepted while its server was killed is handed over again: at least once, and told apart.
  expect(report.mails.delivered - report.mails.sentTwice).toBeLessThanOrEqual(report.mails.rows);
  expect(report.mails.delivered).toBeGreaterThanOrEqual(report.mails.rows);
});

test("the storm has left what one server holds that was told the same in order, each event once, down to the last mail", () => {
  expect(report.held).toEqual(report.calm);
  expect(new Set(report.held.mails.map((key) => key.split(":")[0])).size).toBeGreaterThan(5);
});

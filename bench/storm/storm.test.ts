import { createTestDatabase } from "../../server/testing/test-database";
import { runStorm, type StormReport } from "./storm";

jest.setTimeout(300_000);

let report: StormReport;

beforeAll(async () => {
  const database = await createTestDatabase();
  try {
    report = await runStorm({ databaseUrl: database.url, members: 50, copies: 3, seed: 20261124, kill: true });
  } finally {
    await database.drop();
  }
});

test("a thousand events and more of fifty customers, three times each and shuffled, are told to two servers, one of which is killed", () => {
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

test("every receipt is written once, and every mail is handed over", () => {
  expect(report.held.receipts).toEqual(report.expected.receipts);
  expect(report.mails.unsent).toBe(0);
});

import type { DisputeTruth, InvoiceTruth, RefundTruth } from "../../../gateways/payments/port";
import { holdsMoney, movementsOf, revocationOf } from "./money.rules";

const now = new Date("2026-03-20T00:00:00Z");
const day = (number: number) => new Date(Date.UTC(2026, 2, number));
const invoice = (invoiceId: string, paidAt: Date | null, amountPaid = 1200) => ({ invoiceId, status: paidAt ? "paid" : "open", amountPaid: paidAt ? amountPaid : 0, paidAt, currency: "eur" }) as InvoiceTruth;
const refund = (amount: number, more: Partial<RefundTruth> = {}): RefundTruth => ({ refundId: `re_${amount}`, invoiceId: "in_2", chargeId: "ch", amount, currency: "eur", status: "succeeded", reason: null, createdAt: day(12), ...more });
const dispute = (status: string): DisputeTruth => ({ disputeId: "du", invoiceId: "in_1", chargeId: "ch", amount: 1200, currency: "eur", status, reason: "fraudulent", createdAt: day(15) });

const two = [invoice("in_1", day(1)), invoice("in_2", day(10))];
const none = { refunds: [], disputes: [] };

test("a part that is given back takes nothing away", () => {
  expect(revocationOf(two, { ...none, refunds: [refund(500), refund(699)] })).toBeNull();
});

test("all of what was paid last, given back in whatever parts, ends access when the last part went", () => {
  expect(revocationOf(two, { ...none, refunds: [refund(500), refund(700, { createdAt: day(14) })] })).toEqual({ revokedAt: day(14), revokeReason: "REFUNDED" });
});

test("an older payment that is given back takes nothing away: the last one stands", () => {
  expect(revocationOf(two, { ...none, refunds: [refund(1200, { invoiceId: "in_1" })] })).toBeNull();
});

test("a refund on its way counts, one that failed does not", () => {
  expect(revocationOf(two, { ...none, refunds: [refund(1200, { status: "pending" })] })?.revokeReason).toBe("REFUNDED");
  for (const status of ["failed", "canceled", "requires_action"]) expect(revocationOf(two, { ...none, refunds: [refund(1200, { status })] })).toBeNull();
});

test("an invoice of nothing is never fully refunded", () => {
  expect(revocationOf([invoice("in_0", day(1), 0)], none)).toBeNull();
});

test.each([
  ["needs_response", true],
  ["under_review", true],
  ["lost", true],
  ["appeal_needs_response", true],
  ["a word of next year", true],
  ["won", false],
  ["prevented", false],
  ["warning_needs_response", false],
  ["warning_under_review", false],
  ["warning_closed", false],
])("a dispute that is %s holds our money: %s", (status, holds) => {
  expect(holdsMoney({ status })).toBe(holds);
  expect(revocationOf(two, { ...none, disputes: [dispute(status)] })?.revokeReason ?? null).toBe(holds ? "DISPUTED" : null);
});

const keys = (back: Partial<typeof none> | object, written: string[] = []) => movementsOf(two, { ...none, ...back }, { now, written: new Set(written) }).map(({ key, amount }) => [key, amount]);

test("every movement of money has its line, signed, and its name for good", () => {
  expect(keys({ refunds: [refund(500)], disputes: [dispute("won")] })).toEqual([["paid:in_1", 1200], ["paid:in_2", 1200], ["refunded:re_500", -500], ["disputed:du", -1200], ["restored:du", 1200]]);
  expect(keys({ disputes: [dispute("warning_needs_response")] })).toHaveLength(2);
  expect(movementsOf([invoice("in_3", null)], none, { now, written: new Set() })).toEqual([]);
});

test("a refund that had gone through and failed afterwards is taken back by a line of its own; one that never went through has none", () => {
  const failed = { refunds: [refund(500, { status: "failed" })] };
  expect(keys(failed, ["refunded:re_500"])).toContainEqual(["refund-failed:re_500", 500]);
  expect(keys(failed)).toHaveLength(2);
});

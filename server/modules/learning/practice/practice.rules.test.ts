import { isInTime, statusAt } from "./practice.rules";

const at = (ms: number) => new Date(Date.UTC(2026, 2, 2) + ms);

test("a practice under way expires in the instant it ends, and a finished one never", () => {
  const expiresAt = at(1000);
  expect(statusAt({ status: "IN_PROGRESS", expiresAt }, at(999))).toBe("IN_PROGRESS");
  expect(statusAt({ status: "IN_PROGRESS", expiresAt }, at(1000))).toBe("EXPIRED");
  expect(statusAt({ status: "FINISHED", expiresAt }, at(1000))).toBe("FINISHED");
});

test("an answer is in time up to half a second after the limit", () => {
  expect(isInTime(2500, at(0), at(3000))).toBe(true);
  expect(isInTime(2500, at(0), at(3001))).toBe(false);
});

test("without a limit, or a question that was never handed out, every answer is in time", () => {
  expect(isInTime(null, at(0), at(1e9))).toBe(true);
  expect(isInTime(2500, null, at(1e9))).toBe(true);
});

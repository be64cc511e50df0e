import { changeLead, changeWords, mayPass } from "./change-words";

const toYearly = {
  currency: "eur",
  amountDue: 8400,
  lines: [{ description: "Unused time on monthly", amount: -1200 }, { description: "Yearly", amount: 9600 }],
  nextPaymentAt: "2027-11-24T10:00:00Z",
  nextPaymentAmount: 9600,
};

test("a change says line by line what is charged now, and what next", () => {
  expect(changeWords(toYearly, "UTC")).toEqual({
    lines: [{ description: "Unused time on monthly", amount: "-€12.00" }, { description: "Yearly", amount: "€96.00" }],
    due: "€84.00",
    text: "€84.00 is charged to your card now. Your next payment is €96.00 on 24 November 2027.",
    button: "Change and pay €84.00",
  });
});

test("where the next payment can't be foretold, only when it comes is said, and that it is by the new price", () => {
  expect(changeWords({ ...toYearly, nextPaymentAmount: null }, "UTC").text).toBe("€84.00 is charged to your card now. The next period begins on 24 November 2027, at the new price.");
});

test("a change that costs nothing says so, and what becomes of what is left over", () => {
  const { text, button } = changeWords({ currency: "eur", amountDue: 0, lines: [{ description: "Unused time on yearly", amount: -9600 }, { description: "Monthly", amount: 1200 }] }, "UTC");
  expect(text).toBe("Nothing is charged now. The €84.00 left over count towards your next payments.");
  expect(button).toBe("Change");
});

test("both regular prices are said, each with its period, and one alone where the other isn't known", () => {
  const year = { interval: "YEAR" as const, unitAmount: 9600, currency: "eur" };
  const month = { interval: "MONTH" as const, unitAmount: 1200, currency: "eur" };
  expect(changeLead(year, month)).toBe("From €96.00 a year to €12.00 a month.");
  expect([changeLead(year, null), changeLead(null, month), changeLead(null, null)]).toEqual(["Your price until now: €96.00 a year.", "Your new price: €12.00 a month.", null]);
});

test("only what passes by itself is worth another try", () => {
  expect(["PAYMENT_PROVIDER_UNAVAILABLE", "TIMEOUT", "CONFLICT", "BAD_USER_INPUT"].map(mayPass)).toEqual([true, true, false, false]);
});

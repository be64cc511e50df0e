import { amountIn, currenciesOf, inOrder, isSoldIn, readCurrency } from "./price.rules";

const month = { interval: "MONTH", currency: "eur", unitAmount: 1200, otherCurrencies: { usd: 1300, jpy: 1900 } } as const;
const year = { ...month, interval: "YEAR", unitAmount: 9600 } as const;

test("an amount is the price's own or one of its other currencies, never a conversion", () => {
  expect([amountIn(month, "eur"), amountIn(month, "jpy"), amountIn(month, "chf")]).toEqual([1200, 1900, null]);
});

test.each(["constructor", "__proto__", "toString", ""])("%j is no currency", (text) => {
  expect(isSoldIn(month, text)).toBe(false);
});

test("a currency is read in any case", () => {
  expect(isSoldIn(month, readCurrency(" USD "))).toBe(true);
});

test("all currencies are named in alphabetical order", () => {
  expect(currenciesOf(month)).toEqual(["eur", "jpy", "usd"]);
});

test("the month comes before the year", () => {
  expect(inOrder([year, month])).toEqual([month, year]);
});

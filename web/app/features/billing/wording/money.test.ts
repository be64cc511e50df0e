import { currencyName, money, priceTag, twelfth } from "./money";

test.each([
  [1200, "eur", "€12.00"],
  [9605, "EUR", "€96.05"],
  [1300, "usd", "US$13.00"],
  [123_456, "gbp", "£1,234.56"],
  [0, "eur", "€0.00"],
  [-400, "eur", "-€4.00"],
])("%d %s is %s", (amount, currency, words) => {
  expect(money(amount, currency)).toBe(words);
});

test.each([
  ["yen have no hundredths", 1900, "jpy", "JP¥1,900"],
  ["dinars have thousandths", 12_345, "kwd", "KWD 12.345"],
  ["Iceland's crowns come in hundredths from Stripe, though they have none", 50_000, "isk", "ISK 500.00"],
  ["ariary come whole from Stripe, though they have fifths", 500, "mga", "MGA 500"],
] as const)("%s", (...[, amount, currency, words]) => {
  expect(money(amount, currency).replace(/\s/, " ")).toBe(words);
});

test("a price tag leaves idle zeros away, and nothing else", () => {
  expect([priceTag(9600, "eur"), priceTag(850, "eur"), priceTag(1900, "jpy"), priceTag(1_200_000, "usd")]).toEqual(["€96", "€8.50", "JP¥1,900", "US$12,000"]);
});

test("a twelfth is never said to be less than it is", () => {
  expect([twelfth(9600), twelfth(10_000)]).toEqual([800, 834]);
});

test("a currency is named by its code and its sign, once where both are the same", () => {
  expect([currencyName("eur"), currencyName("usd"), currencyName("chf")]).toEqual(["EUR, €", "USD, US$", "CHF"]);
});

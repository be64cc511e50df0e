import { currencyFor } from "./currency";

const SOLD = ["eur", "usd", "gbp", "jpy"];

test("what was asked for wins, where we sell in it", () => {
  expect(currencyFor("JPY", "en-GB", SOLD)).toBe("jpy");
  expect(currencyFor("chf", "en-GB,en;q=0.9", SOLD)).toBe("gbp");
});

test.each([
  ["en-US,en;q=0.9", "usd"],
  ["en,de-AT;q=0.8", "eur"],
  ["pt-BR,ja-JP;q=0.5", "jpy"],
  ["pt-BR", null],
  ["*", null],
  ["", null],
  [null, null],
])("the languages %j hint at %s", (languages, currency) => {
  expect(currencyFor(null, languages, SOLD)).toBe(currency);
});

test("a currency that isn't sold is never shown", () => {
  expect(currencyFor("usd", "en-US", ["eur"])).toBeNull();
});

import { cardWords } from "./card-words";

test.each([
  ["visa", "Visa ending in 4242, good until 4/2030"],
  ["amex", "American Express ending in 4242, good until 4/2030"],
  ["unknown", "a card ending in 4242, good until 4/2030"],
  ["some_new", "Some new ending in 4242, good until 4/2030"],
])("a card of %s is told as people know it", (brand, words) => {
  expect(cardWords({ brand, last4: "4242", expMonth: 4, expYear: 2030 })).toBe(words);
});

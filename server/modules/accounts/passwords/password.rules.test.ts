import { isPossiblePassword, passwordFormProblem, weaknessProblem, wordsAbout } from "./password.rules";

test.each([
  ["9 characters", "abcdefghi", /at least 10/],
  ["73 letters", "a".repeat(73), /at most 72 bytes/],
  ["25 letters of 3 bytes", "語".repeat(25), /at most 72 bytes/],
  ["a NUL inside", "practise\0every-day", /not text/],
  ["half an emoji", "practise-every-day\uD83C", /not text/],
])("a password with %s is refused", (_, password, problem) => {
  expect(passwordFormProblem(password)).toMatch(problem);
});

test.each(["a".repeat(10), "a".repeat(72), "語".repeat(24), "        pass word é", "🎹🎻🥁"])("%p has the form of a password", (password) => {
  expect(passwordFormProblem(password)).toBeNull();
});

test("a password over 72 bytes is no account's, whatever its beginning", () => {
  expect(isPossiblePassword("a".repeat(72))).toBe(true);
  expect(isPossiblePassword("a".repeat(73))).toBe(false);
});

test("a weak password is answered with what is weak about it and what to do", () => {
  const advice = weaknessProblem({ score: 2, warning: "Dates are easy to guess.", suggestions: ["Avoid recent years."] });
  expect(advice).toBe("This password is too easy to guess. Dates are easy to guess. Avoid recent years.");
  expect(weaknessProblem({ score: 0, warning: null, suggestions: [] })).toMatch(/another word/);
  expect(weaknessProblem({ score: 3, warning: null, suggestions: [] })).toBeNull();
});

test("the words that a guesser would try are those of the person and of the product", () => {
  expect(wordsAbout({ email: "ada.lovelace@example.test", name: "Ada King" })).toEqual(
    expect.arrayContaining(["ada.lovelace@example.test", "ada", "lovelace", "example", "Ada King", "King", "etude"]),
  );
});

import { seal, unseal } from "./sealing";

const SECRET = "a secret for tests only, 0123456789";

test("what was sealed opens with the same secret, letter for letter", () => {
  const text = "Your link: https://etude.test/verify-email?token=abc – Größe 𝄞";
  expect(unseal(SECRET, seal(SECRET, text))).toBe(text);
});

test("the same text looks different each time it is sealed", () => {
  expect(Buffer.from(seal(SECRET, "x"))).not.toEqual(Buffer.from(seal(SECRET, "x")));
});

test("another secret or a changed byte opens nothing", () => {
  const sealed = seal(SECRET, "text");
  expect(() => unseal("another secret for tests, 012345", sealed)).toThrow();
  sealed[sealed.length - 1]! ^= 1;
  expect(() => unseal(SECRET, sealed)).toThrow();
});

import { readEmailAddress } from "./email-address.rules";

test.each(["a@b.co", "first.last+tag@mail.example.org", "o'hara@example.test", "x@xn--mnchen-3ya.example", "a@b.xn--p1ai"])("%s is an address", (text) => {
  expect(readEmailAddress(text)?.email).toBe(text);
});

test.each([
  ["nothing", ""],
  ["spaces only", "   "],
  ["no @", "ada.example.test"],
  ["nothing before the @", "@example.test"],
  ["nothing after the @", "ada@"],
  ["a domain of one label", "ada@localhost"],
  ["two @", "ada@b@example.test"],
  ["a space inside", "ada l@example.test"],
  ["a line break inside", "ada@example.test\r\nBcc: all@example.test"],
  ["a NUL", "ada\0@example.test"],
  ["two dots in a row", "ada..l@example.test"],
  ["a display name", "Ada <ada@example.test>"],
  ["a second recipient", "ada@example.test,bob@example.test"],
  ["a Kelvin sign", "\u212Aada@example.test"],
  ["a lone surrogate", "ada\uD800@example.test"],
  ["255 bytes", `${"a".repeat(60)}@${"b".repeat(60)}.${"c".repeat(60)}.${"d".repeat(60)}.example.test`],
  ["65 bytes before the @", `${"a".repeat(65)}@example.test`],
])("%s is no address", (_, text) => {
  expect(readEmailAddress(text)).toBeNull();
});

test("addresses match in any case, trimmed, and keep the spelling of their owner for mails", () => {
  expect(readEmailAddress("  Ada.L@Example.TEST ")).toEqual({ email: "Ada.L@Example.TEST", key: "ada.l@example.test" });
});

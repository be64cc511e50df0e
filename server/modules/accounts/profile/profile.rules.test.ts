import { isTimeZone, nameProblem, readName } from "./profile.rules";

test("a name is trimmed, and an empty one is none", () => {
  expect(readName("  Ada  ")).toBe("Ada");
  expect(readName("   ")).toBeNull();
  expect(readName(null)).toBeNull();
});

test.each(["Ada", "Zoë Müller-O'Hara", "李小龍", "🎹".repeat(100), "a".repeat(100)])("%s will do for a name", (name) => {
  expect(nameProblem(name)).toBeNull();
});

test.each([
  ["101 characters", "a".repeat(101)],
  ["a line break", "Ada\nBcc: all@example.test"],
  ["a NUL", "A\0da"],
  ["half an emoji", "Ada\uD83C"],
  ["a line separator", "Ada\u2028Lovelace"],
])("a name with %s is refused", (_, name) => {
  expect(nameProblem(name)).toEqual(expect.any(String));
});

test.each(["UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires", "Etc/GMT+5"])("%s is a time zone", (zone) => {
  expect(isTimeZone(zone)).toBe(true);
});

test.each(["", "+01:00", "Mars/Olympus", "Europe/Berlin\0", "Europe/../Berlin", "a".repeat(100)])("%p is no time zone", (zone) => {
  expect(isTimeZone(zone)).toBe(false);
});

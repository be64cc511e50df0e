import { dayOf, greeting, streakWords } from "./greeting";

test("the greeting goes by the learner's own clock", () => {
  const now = new Date("2026-11-24T10:30:00Z");
  expect(greeting(now, "Europe/London")).toBe("Good morning");
  expect(greeting(now, "Asia/Kolkata")).toBe("Good afternoon");
  expect(greeting(now, "Asia/Tokyo")).toBe("Good evening");
  expect(greeting(now, "Nowhere/At-All")).toBe("Good morning");
});

test("days are counted where the learner is", () => {
  const now = new Date("2026-11-24T01:00:00Z");
  expect(dayOf(new Date("2026-11-23T23:30:00Z"), now, "Europe/Berlin")).toBe("today");
  expect(dayOf(new Date("2026-11-23T22:30:00Z"), now, "Europe/Berlin")).toBe("yesterday");
  expect(dayOf(new Date("2026-11-12T12:00:00Z"), now, "Nowhere/At-All")).toBe("12 November");
});

test("a streak says what it is and what keeps it", () => {
  expect(streakWords({ days: 4, today: false })).toEqual({ title: "4 days in a row", words: "Finish a practice today to keep it." });
  expect(streakWords({ days: 1, today: true }).title).toBe("1 day in a row");
  expect(streakWords({ days: 0, today: false }).title).toBe("No streak yet");
});

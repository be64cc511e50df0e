import { addToStats, statsSeenOn } from "./stats.rules";

const one = { answers: 15, correct: 12, completesLevel: true, day: "2026-03-02" };
const first = addToStats({ practices: 0, answers: 0, correct: 0, levelsCompleted: 0, currentStreak: 0, longestStreak: 0, lastPracticeDay: null }, one);

test("a first practice begins all sums", () => {
  expect(first).toEqual({ practices: 1, answers: 15, correct: 12, levelsCompleted: 1, currentStreak: 1, longestStreak: 1, lastPracticeDay: "2026-03-02" });
});

test("a level that was complete already is not counted again", () => {
  expect(addToStats(first, { ...one, completesLevel: false })).toMatchObject({ practices: 2, answers: 30, correct: 24, levelsCompleted: 1 });
});

test("accuracy is the share of right answers, and 0 before the first", () => {
  expect(statsSeenOn("2026-03-02", first).accuracy).toBe(0.8);
  expect(statsSeenOn("2026-03-02").accuracy).toBe(0);
});

test("the streak is seen today and tomorrow, and gone the day after", () => {
  const streaks = ["2026-03-02", "2026-03-03", "2026-03-04"].map((day) => statsSeenOn(day, first).currentStreakDays);
  expect(streaks).toEqual([1, 1, 0]);
});

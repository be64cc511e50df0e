import { scoreWords, streakLine } from "./result-words";

const result = (correct: number, passed: boolean, score = correct / 15) => ({ correct, questionCount: 15, score, passed, level: { passScore: 0.8 } });

test("a pass says how many were right and how many were needed", () => {
  expect(scoreWords(result(13, true))).toBe("13 of 15 right. 12 were needed.");
  expect(scoreWords(result(15, true))).toMatch(/^All 15 right\./);
});

test("a practice that wasn't passed says how far it was", () => {
  expect(scoreWords(result(11, false))).toMatch(/^11 of 15 right\. One more would have passed\./);
  expect(scoreWords(result(4, false))).toMatch(/8 more would have passed/);
});

test("where parts of answers counted, the share is said, since the count alone would mislead", () => {
  expect(scoreWords(result(11, true, 0.81))).toBe("11 of 15 right. With what was partly right that makes 81 %; 80 % passes.");
});

test("the streak is said in days", () => {
  expect(streakLine(1)).toBe("Practised today");
  expect(streakLine(5)).toBe("5 days in a row");
});

import type { Exercise } from "./exercises/exercise";
import { grade } from "./grading.rules";

const asked = (answerForm: Exercise["answerForm"], ...answer: string[]): Exercise => ({
  kind: "degree.ear",
  prompt: "",
  notation: null,
  heard: null,
  answerForm,
  answerLength: answer.length,
  choices: [],
  answer,
  skill: "",
  subject: { kind: "degree.ear", tonic: "C4", mode: "major", octaves: [] },
});

test("a choice is right or wrong, nothing between", () => {
  const exercise = asked("CHOICE", "5");
  expect(grade(exercise, ["5"])).toEqual({ correct: true, credit: 1 });
  expect(grade(exercise, ["4"])).toEqual({ correct: false, credit: 0 });
  expect(grade(exercise, ["5", "5"])).toEqual({ correct: false, credit: 0 });
  expect(grade(exercise, [])).toEqual({ correct: false, credit: 0 });
});

test("a sequence earns a share for what is right", () => {
  const exercise = asked("SEQUENCE", "1", "4", "5", "6");
  expect(grade(exercise, ["1", "4", "5", "6"])).toEqual({ correct: true, credit: 1 });
  expect(grade(exercise, ["1", "4", "5", "1"])).toEqual({ correct: false, credit: 0.75 });
  expect(grade(exercise, ["7", "7", "7", "7"])).toEqual({ correct: false, credit: 0 });
});

test("one item left out or heard twice costs once, not for all that follows", () => {
  const exercise = asked("SEQUENCE", "1", "4", "5", "6");
  expect(grade(exercise, ["4", "5", "6"]).credit).toBe(0.75);
  expect(grade(exercise, ["1", "1", "4", "5", "6"]).credit).toBe(0.8);
});

test("no answer earns nothing", () => {
  expect(grade(asked("SEQUENCE", "1", "2"), [])).toEqual({ correct: false, credit: 0 });
});

test("credit is between 0 and 1, and 1 only for the right answer", () => {
  const exercise = asked("SEQUENCE", "a", "b", "a");
  const letters = ["a", "b", "c"];
  for (const one of letters) for (const two of letters) for (const three of letters) {
    const { correct, credit } = grade(exercise, [one, two, three]);
    expect(credit >= 0 && credit <= 1).toBe(true);
    expect(credit === 1).toBe(correct);
    expect(correct).toBe(`${one}${two}${three}` === "aba");
  }
});

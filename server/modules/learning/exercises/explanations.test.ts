import { explain, solutionOf } from "./generate";
import { isTrue } from "./second-opinion/claims";
import { levels, named, practicesOf, wrongAnswers } from "./second-opinion/levels";

const SEEDS = 4;

describe.each(named)("level %s", (_, level) => {
  const all = practicesOf(level, SEEDS).flat();

  test("explains every wrong answer by facts that hold", () => {
    for (const exercise of all) {
      const right = solutionOf(exercise, exercise.answer);
      for (const given of wrongAnswers(exercise)) {
        const text = explain(exercise, given);
        const explained = { exercise, given, text, right, yours: solutionOf(exercise, given) };
        if (!isTrue(explained)) throw new Error(`not so: "${text}" of ${exercise.skill}, given ${given.join(" ")}`);
      }
    }
  });

  test("affirms the right answer in one sentence, and shows it as it was asked", () => {
    for (const exercise of all) {
      expect(explain(exercise, exercise.answer)).toMatch(/^Yes, [^]+\.$/);
      const { notation, heard, text } = solutionOf(exercise, exercise.answer);
      if (exercise.kind === "note.read") expect(notation).toBe(exercise.notation);
      if (exercise.heard && exercise.kind !== "degree.ear") expect(heard).toEqual(exercise.heard);
      expect(text).not.toBe("");
    }
  });
});

test("no explanation has an undefined word, a doubled space or a wrong article in it", () => {
  for (const level of levels) {
    for (const exercise of practicesOf(level, 1).flat()) {
      for (const given of [exercise.answer, [], ...wrongAnswers(exercise)]) {
        const text = explain(exercise, given);
        expect(text).not.toMatch(/undefined|NaN| {2}|\ba [aeio]|\ban [^aeiou]|one (semitone|step)s|[#]|\bb\b/);
        expect(text).toMatch(/^[A-Z].*\.$/);
      }
    }
  }
});

test("an answer that never came is told what it would have been", () => {
  const [exercise] = practicesOf(levels.find(({ id }) => id === "KS01") ?? levels[0]!, 1).flat();
  expect(explain(exercise!, [])).toBe(`No answer was given; this was ${solutionOf(exercise!, exercise!.answer).text}.`);
  expect(() => solutionOf(exercise!, ["H-major"])).toThrow("choices");
  expect(() => solutionOf(exercise!, [])).toThrow("choices");
});

test("the second opinion objects to an explanation that is not so", () => {
  const lies: [string, RegExp, string][] = [
    ["IN04", /wider|narrower/, "as wide"],
    ["NR02", / line /, " hedge "],
    ["NR03", /higher|lower/, "sideways"],
    ["KS03", /flat|sharp/, "natural"],
    ["SD05", /higher|lower/, "further"],
    ["CH01", /minor third/, "minor sixth"],
    ["SC02", /seventh|sixth/, "second"],
    ["RH05", /beat \d/, "beat 9"],
  ];
  for (const [id, truth, lie] of lies) {
    const exercises = practicesOf(levels.find((level) => level.id === id) ?? levels[0]!, 1).flat();
    const told = exercises.flatMap((exercise) => wrongAnswers(exercise).map((given) => ({ exercise, given, text: explain(exercise, given) })));
    const spoiled = told.filter(({ text }) => truth.test(text));
    expect(spoiled.length).toBeGreaterThan(0);
    for (const { exercise, given, text } of spoiled) {
      const right = solutionOf(exercise, exercise.answer);
      expect(isTrue({ exercise, given, text: text.replace(truth, lie), right, yours: solutionOf(exercise, given) })).toBe(false);
    }
  }
});

import abcjs from "abcjs";
import { explain, solutionOf } from "./generate";
import { levels, named, practicesOf, wrongAnswers } from "./second-opinion/levels";

interface Parsed {
  warnings?: readonly string[];
  lines: readonly { staff?: readonly { clef: { type: string }; voices: readonly (readonly Element[])[] }[] }[];
}
interface Element {
  el_type: string;
  duration?: number;
  startTriplet?: number;
  endTriplet?: boolean;
}

const parse = (abc: string) => abcjs.parseOnly(abc)[0] as unknown as Parsed;

describe.each(named)("level %s", (_, level) => {
  const [practice = []] = practicesOf(level, 1);

  test("is drawn by abcjs without a warning, questions, cells and answers alike", () => {
    const texts = practice.slice(0, 8).flatMap((exercise) => [
      exercise.notation,
      ...exercise.choices.map(({ notation }) => notation),
      ...[exercise.answer, ...wrongAnswers(exercise).slice(0, 6)].map((ids) => solutionOf(exercise, ids).notation),
    ]);
    for (const abc of new Set(texts.filter((text) => text !== null))) {
      const { warnings, lines } = parse(abc);
      expect(warnings).toBeUndefined();
      expect(lines[0]?.staff?.[0]?.voices[0]?.length).toBeGreaterThan(0);
    }
  });
});

const TIME = { "3/4": 0.75, "4/4": 1, "5/4": 1.25, "6/8": 0.75, "7/8": 0.875 } as const;

/** What each bar of a parsed line lasts, in whole notes. */
function barLengths(elements: readonly Element[]): number[] {
  const bars = [0];
  let inTriplet = false;
  for (const { el_type, duration = 0, startTriplet, endTriplet } of elements) {
    inTriplet ||= startTriplet === 3;
    if (el_type === "bar") bars.push(0);
    else bars.push((bars.pop() ?? 0) + (inTriplet ? (duration * 2) / 3 : duration));
    inTriplet &&= !endTriplet;
  }
  return bars;
}

test("the bars of every rhythm add up to their time signature", () => {
  for (const level of levels.filter(({ kind }) => kind === "rhythm")) {
    for (const exercise of practicesOf(level, 12).flat()) {
      const abc = solutionOf(exercise, exercise.answer).notation ?? "";
      const meter = Object.entries(TIME).find(([name]) => abc.includes(`M:${name}`))?.[1] ?? 0;
      const [first, second, ...rest] = barLengths(parse(abc).lines[0]?.staff?.[0]?.voices[0] ?? []);
      expect(first).toBeCloseTo(meter, 6);
      expect(second).toBeCloseTo(meter, 6);
      expect(rest).toEqual([0]);
    }
  }
});

test("a triplet takes the time of two eighths", () => {
  const level = levels.find(({ id }) => id === "RH11");
  const [exercise] = level ? practicesOf(level, 1).flat() : [];
  expect(exercise?.choices.find(({ id }) => id === "ttt")?.notation).toContain("(3B2B2B2");
  expect(explain(exercise!, exercise!.answer)).toContain("eight rhythms fill two bars of 4/4");
});

test("every clef is drawn as itself, and the grand staff has both of its staves", () => {
  const staves = (id: string) =>
    new Set(practicesOf(levels.find((level) => level.id === id) ?? levels[0]!, 2).flat().map(({ notation }) =>
      (parse(notation ?? "").lines[0]?.staff ?? []).map(({ clef }) => clef.type).join(" "),
    ));
  expect(staves("NR01")).toEqual(new Set(["treble"]));
  expect(staves("NR05")).toEqual(new Set(["bass"]));
  expect(staves("NR06")).toEqual(new Set(["treble bass"]));
  expect(staves("NR10")).toEqual(new Set(["alto"]));
  expect(practicesOf(levels.find(({ id }) => id === "NR12") ?? levels[0]!, 1).flat().map(({ notation }) => /clef=(\w+)/.exec(notation ?? "")?.[1]))
    .toEqual(expect.arrayContaining(["treble", "bass", "alto", "tenor"]));
});

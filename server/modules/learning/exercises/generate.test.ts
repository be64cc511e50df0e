import type { Exercise } from "./exercise";
import { generate, solutionOf } from "./generate";
import { fittingAnswers } from "./second-opinion/answers";
import { levels, named, practicesOf, seedOf } from "./second-opinion/levels";
import { notesIn, readAbc } from "./second-opinion/read-abc";
import { CHORD_STEPS, STACKED_THIRDS } from "./second-opinion/tables";

const SEEDS = 45;

const countsOf = (keys: readonly string[]) => {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
};

/** The skills that one question asks for: one for each degree of a sequence, else one. */
const atomsOf = ({ kind, skill }: Exercise) => (kind === "degree.ear" ? skill.split("+") : [skill]);

const longestRun = (keys: readonly string[]) => {
  let [run, longest] = [0, 0];
  keys.forEach((key, at) => {
    run = key === keys[at - 1] ? run + 1 : 1;
    longest = Math.max(longest, run);
  });
  return longest;
};

const letterSteps = (abc: string) => notesIn(abc).map(({ letter, octave }) => "CDEFGAB".indexOf(letter) + 7 * octave);

describe.each(named)("level %s", (_, level) => {
  const practices = practicesOf(level, SEEDS);
  const all = practices.flat();

  test("asks as many questions as it says, the same for the same seed", () => {
    for (const practice of practices) expect(practice).toHaveLength(level.questionCount);
    expect(generate(level, seedOf(`${level.id} 0`))).toEqual(practices[0]);
  });

  test("asks other questions for another seed", () => {
    expect(new Set(practices.map((practice) => JSON.stringify(practice))).size).toBeGreaterThan(SEEDS / 2);
  });

  test("has one answer that fits what is shown or heard, and it is the right one, among the choices", () => {
    const unfair = all.filter((exercise) => {
      const ids = exercise.choices.map(({ id }) => id);
      const single = JSON.stringify(fittingAnswers(exercise)) === JSON.stringify([exercise.answer]);
      return !single || !exercise.answer.every((id) => ids.includes(id)) || (exercise.answerLength ?? 1) !== exercise.answer.length;
    });
    expect(unfair).toEqual([]);
  });

  test("keeps its choices in one order, and what is heard equally long", () => {
    const orders = new Set(all.map(({ prompt, choices }) => `${prompt} ${JSON.stringify(choices)}`));
    expect(orders.size).toBe(new Set(all.map(({ prompt }) => prompt)).size);
    expect(new Set(all.map(({ heard }) => heard?.lengthMs)).size).toBe(1);
    expect(new Set(all[0]?.choices.map(({ id }) => id)).size).toBe(all[0]?.choices.length);
  });

  test("draws evenly, and never gives one answer three times in a row", () => {
    for (const practice of practices) {
      expect(longestRun(practice.map(({ answer }) => answer.join("+")))).toBeLessThanOrEqual(2);
      const counts = [...countsOf(practice.flatMap(atomsOf)).values()];
      if (level.kind !== "rhythm") expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      else expect(new Set(practice.map(({ answer }) => answer.join("+"))).size).toBe(level.questionCount);
    }
  });

  test("asks for everything it has when there are questions enough", () => {
    const [first] = all;
    if (!first || level.kind === "rhythm") return;
    const items = new Set(all.flatMap(atomsOf));
    const asked = first.answer.length * level.questionCount;
    for (const practice of practices) {
      const drawn = new Set(practice.flatMap(atomsOf));
      expect(drawn.size).toBe(Math.min(asked, items.size));
    }
  });

  test("sounds where a piano sounds well, each tone in time", () => {
    const low = level.kind === "degree.ear" ? 45 : 48;
    const odd = all.flatMap(({ heard }) =>
      (heard?.notes ?? []).filter(
        ({ midi, startMs, durationMs }) =>
          midi < low || midi > 84 || startMs < 0 || durationMs < 80 || startMs + durationMs > (heard?.lengthMs ?? 0),
      ),
    );
    expect(odd).toEqual([]);
  });
});

/** Every right and wrong single answer of some practices, as it is drawn. */
const drawn = (kind: Exercise["kind"]) =>
  levels.filter((level) => level.kind === kind).flatMap((level) =>
    practicesOf(level, 3).flat().flatMap((exercise) =>
      exercise.choices.map(({ id }) => ({ exercise, id, abc: solutionOf(exercise, [id]).notation ?? "" })),
    ),
  );

test("intervals are spelled across the right number of letters, and as they sound", () => {
  for (const { exercise, id, abc } of drawn("interval.ear")) {
    const steps = letterSteps(abc);
    const distance = Math.abs((steps[1] ?? 0) - (steps[0] ?? 0)) + 1;
    expect(id === "4A" ? [4, 5] : [Number.parseInt(id)]).toContain(distance);
    const midis = (solutionOf(exercise, [id]).heard?.notes ?? []).map(({ midi }) => midi);
    expect(notesIn(abc).map(({ midi }) => midi).sort()).toEqual(midis.sort());
  }
});

test("chords are spelled in thirds above their root, whatever note is lowest, and as they sound", () => {
  for (const { exercise, id, abc } of drawn("chord.ear")) {
    const root = exercise.subject.kind === "chord.ear" ? exercise.subject.root.charAt(0) : "";
    const quality = id.split("/")[0] ?? "";
    const above = letterSteps(abc).map((step) => (((step - "CDEFGAB".indexOf(root)) % 7) + 7) % 7);
    const wanted = (CHORD_STEPS[quality] ?? STACKED_THIRDS).slice(0, above.length).map((step) => step % 7);
    expect([...above].sort()).toEqual([...wanted].sort());
    expect(notesIn(abc).map(({ midi }) => midi)).toEqual(solutionOf(exercise, [id]).heard?.notes.map(({ midi }) => midi));
  }
});

test("scales of seven notes use each letter once, and all are written as they sound", () => {
  for (const { exercise, id, abc } of drawn("scale.ear")) {
    const midis = solutionOf(exercise, [id]).heard?.notes.map(({ midi }) => midi);
    expect(notesIn(abc).map(({ midi }) => midi)).toEqual(midis);
    const letters = notesIn(abc).slice(0, -1).map(({ letter }) => letter);
    if (letters.length === 7 && id !== "altered") expect(new Set(letters).size).toBe(7);
  }
});

test("no note is ever drawn with a double accidental", () => {
  for (const kind of ["note.read", "key.sig", "degree.ear", "interval.ear", "chord.ear", "scale.ear"] as const) {
    const texts = new Set(drawn(kind).map(({ abc }) => abc));
    expect([...texts].filter((abc) => /\^\^|__/.test(abc) || readAbc(abc).length === 0)).toEqual([]);
  }
});

test("each degree is written on its own letter above the tonic, and as it sounds", () => {
  for (const { exercise, id, abc } of drawn("degree.ear")) {
    const [tonic, note] = letterSteps(abc);
    const number = Number(id.replace(/[#b]/, ""));
    expect(((((note ?? 0) - (tonic ?? 0)) % 7) + 7) % 7).toBe(number - 1);
    expect(notesIn(abc).map(({ midi }) => midi)).toEqual(solutionOf(exercise, [id]).heard?.notes.map(({ midi }) => midi));
  }
});

test("one-octave degrees stand above their tonic, two-octave ones below it too", () => {
  const below = (id: string) =>
    levels.filter((level) => level.id === id).flatMap((level) => practicesOf(level, 5).flat()).filter((exercise) => {
      const melody = notesIn(solutionOf(exercise, exercise.answer).notation ?? "");
      return (melody[1]?.midi ?? 0) < (melody[0]?.midi ?? 0);
    }).length;
  expect(below("SD05")).toBe(0);
  expect(below("SD06")).toBeGreaterThan(20);
});

test("the second opinion objects to a wrong answer, a wrong sound and a wrong staff", () => {
  const some = levels.flatMap((level) => practicesOf(level, 1).flat());
  for (const exercise of some) {
    const other = exercise.choices.find(({ id }) => id !== exercise.answer[0])?.id ?? "";
    expect(fittingAnswers({ ...exercise, answer: [other] })).not.toEqual([[other]]);
  }
  const heard = some.find(({ kind }) => kind === "chord.ear");
  const [first, ...rest] = heard?.heard?.notes ?? [];
  const spoiled = { ...heard, heard: { ...heard?.heard, notes: [{ ...first, midi: (first?.midi ?? 0) - 1 }, ...rest] } } as Exercise;
  expect(fittingAnswers(spoiled)).not.toEqual([spoiled.answer]);
});

test("a level with parameters that no question fits is refused", () => {
  const chords = levels.find(({ id }) => id === "CH01");
  if (chords?.kind !== "chord.ear") throw new Error("CH01 is about chords");
  const impossible = (params: object) => () => generate({ ...chords, params: { ...chords.params, ...params } }, seedOf("x"));
  expect(impossible({ set: ["M", "H"] })).toThrow('unknown chord "H"');
  expect(impossible({ inversions: [0, 3] })).toThrow("third inversion");
});

test("a seed of fewer than sixteen bytes is refused", () => {
  const [level] = levels;
  if (level) expect(() => generate(level, new Uint8Array(8))).toThrow("sixteen bytes");
});

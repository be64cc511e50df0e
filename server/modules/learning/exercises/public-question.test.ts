import { publicQuestion } from "./public-question";
import { named, practicesOf, seedOf } from "./second-opinion/levels";

describe.each(named)("level %s", (_, level) => {
  const questions = practicesOf(level, 6).flatMap((practice) => practice.map((exercise, index) => ({ exercise, shown: publicQuestion(exercise, index, level) })));

  test("tells a learner nothing that depends on the answer, but what must be read", () => {
    const told = questions.map(({ shown: { index: _index, notation: _notation, ...rest } }) => JSON.stringify(rest));
    expect(new Set(told).size).toBe(new Set(questions.map(({ shown }) => shown.prompt)).size);
  });

  test("shows only the fields of a question", () => {
    for (const { shown } of questions) {
      expect(Object.keys(shown).sort()).toEqual(
        ["answerForm", "answerLength", "choices", "index", "kind", "notation", "prompt", "timeLimitMs"],
      );
    }
  });

  test("names no note where the question is heard, nor the seed anywhere", () => {
    for (const { exercise, shown } of questions) {
      const text = JSON.stringify(shown);
      expect(text).not.toContain(Buffer.from(seedOf(`${level.id} 0`)).toString("hex"));
      if (!exercise.heard) continue;
      expect(shown.notation).toBeNull();
      const words = [shown.prompt, ...shown.choices.flatMap(({ id, label }) => [id, label])];
      expect(words.filter((it) => /(^|[^\w])[A-G][#b♯♭]?\d?($|[^\w])/.test(it))).toEqual([]);
    }
  });
});

test("a signature does not name its key in the text that draws it", () => {
  for (const [, level] of named.filter(([, { kind }]) => kind === "key.sig")) {
    for (const exercise of practicesOf(level, 3).flat()) {
      const [tonic = ""] = exercise.answer[0]?.split("-") ?? [];
      expect(exercise.notation).not.toMatch(new RegExp(`K:${tonic}(dor|m|maj|min)? `));
    }
  }
});

import { hours, seconds } from "../../../platform/clock";
import { openWorld, type World } from "../../../testing";
import { practising } from "../../../testing/practising";

let world: World;

beforeAll(async () => void (world = await openWorld()), 30_000);
afterAll(() => world.close());

async function underWay(levelId = "NR01", ...passed: string[]) {
  const learner = practising(world, await world.aMember());
  await learner.hasPassed(...passed);
  const id = await learner.begin(levelId);
  return { ...learner, id, crib: await learner.cribs(id) };
}

test("a right answer earns full credit and leads to the next question", async () => {
  const { id, crib, answer } = await underWay();
  const { data } = await answer(id, 0, crib[0]!.right);
  expect(data.answerQuestion).toMatchObject({ correct: true, credit: 1, inTime: true, practice: { status: "IN_PROGRESS", answered: 1, nextQuestion: { index: 1 } } });
});

test("a wrong answer is told with the right one and the learner's own, to be seen and heard, and why", async () => {
  const { id, crib, api } = await underWay("IN01");
  const { data } = await api.query(
    `mutation ($input: AnswerInput!) { answerQuestion(input: $input) { correct credit explanation
      solution { choices text notation audioUrl } given { choices text notation audioUrl } } }`,
    { input: { practiceId: id, index: 0, ...crib[0]!.wrong } },
  );
  const { solution, given, explanation, ...grade } = data.answerQuestion;
  expect(grade).toEqual({ correct: false, credit: 0 });
  expect(solution).toMatchObject({ choices: [crib[0]!.right.choice], audioUrl: `${world.config.apiUrl}/api/sound/${id}/0/solution.wav` });
  expect(given).toMatchObject({ choices: [crib[0]!.wrong.choice], audioUrl: `${world.config.apiUrl}/api/sound/${id}/0/yours.wav` });
  expect(explanation).toContain("semitone");
});

test("a sequence with one wrong item earns the rest", async () => {
  const { id, crib, answer, api } = await underWay("RH01");
  const { data: shown } = await api.query("query ($id: ID!) { practice(id: $id) { nextQuestion { answerForm answerLength choices { id } } } }", { id });
  const { answerForm, answerLength, choices } = shown.practice.nextQuestion;
  const right = crib[0]!.right.sequence as string[];
  expect([answerForm, answerLength]).toEqual(["SEQUENCE", right.length]);
  const other = choices.find((choice: { id: string }) => choice.id !== right[0]).id;
  const { data } = await answer(id, 0, { sequence: [other, ...right.slice(1)] });
  expect(data.answerQuestion.correct).toBe(false);
  expect(data.answerQuestion.credit).toBeCloseTo(1 - 1 / right.length);
});

test("an answer of another form is refused with the field, and nothing is written", async () => {
  const choice = await underWay("NR01");
  const sequence = await underWay("RH01");
  const right = sequence.crib[0]!.right.sequence as string[];
  const refusals = [
    [choice, {}, "choice"],
    [choice, { choice: null }, "choice"],
    [choice, { choice: "H9" }, "choice"],
    [choice, { choice: "" }, "choice"],
    [choice, { sequence: ["C4"] }, "sequence"],
    [choice, { ...choice.crib[0]!.right, tapsMs: [1, 2] }, "tapsMs"],
    [choice, { ...choice.crib[0]!.right, recordingId: "1" }, "recordingId"],
    [sequence, {}, "sequence"],
    [sequence, { choice: right[0] }, "choice"],
    [sequence, { sequence: [] }, "sequence"],
    [sequence, { sequence: right.slice(1) }, "sequence"],
    [sequence, { sequence: [...right, right[0]] }, "sequence"],
    [sequence, { sequence: right.map(() => "nonsense") }, "sequence"],
  ] as const;
  for (const [who, given, field] of refusals) {
    expect(await who.answer(who.id, 0, given)).toMatchObject({ code: "BAD_USER_INPUT", field });
  }
  expect([await choice.stored(choice.id), await sequence.stored(sequence.id)]).toEqual([[], []]);
});

test("an index below zero is refused with its field", async () => {
  const { id, crib, answer } = await underWay();
  expect(await answer(id, -1, crib[0]!.right)).toMatchObject({ code: "BAD_USER_INPUT", field: "index" });
});

test("the same answer sent again gives the same result, and is stored once", async () => {
  const { id, crib, answer, stored } = await underWay();
  const first = await answer(id, 0, crib[0]!.wrong);
  const again = await answer(id, 0, crib[0]!.wrong);
  expect(again.data).toEqual(first.data);
  expect(await stored(id)).toHaveLength(1);
});

test("another answer to an answered question is a conflict", async () => {
  const { id, crib, answer, stored } = await underWay();
  await answer(id, 0, crib[0]!.wrong);
  expect((await answer(id, 0, crib[0]!.right)).code).toBe("CONFLICT");
  expect(await stored(id)).toMatchObject([{ index: 0, correct: false }]);
});

test("an answer out of order is a conflict", async () => {
  const { id, crib, answer, stored } = await underWay();
  for (const index of [1, 14, 15, 2_000_000_000]) expect((await answer(id, index, crib[1]!.right)).code).toBe("CONFLICT");
  expect(await stored(id)).toEqual([]);
});

test("an answer after the end is a conflict, new or known", async () => {
  const { id, crib, answer, save } = await underWay();
  await answer(id, 0, crib[0]!.right);
  await save(id);
  expect((await answer(id, 1, crib[1]!.right)).code).toBe("CONFLICT");
  expect((await answer(id, 0, crib[0]!.right)).code).toBe("CONFLICT");
});

test("an answer to somebody else's practice, or to none, is not found", async () => {
  const { id, crib } = await underWay();
  const { answer } = practising(world, await world.aLearner());
  for (const asked of [id, "f0000000-0000-4000-8000-000000000000", "nonsense", ""]) {
    expect((await answer(asked, 0, crib[0]!.right)).code).toBe("NOT_FOUND");
  }
});

test("of two different answers at once one counts and the other is a conflict", async () => {
  const { id, crib, answer, stored } = await underWay();
  const answers = await Promise.all([crib[0]!.right, crib[0]!.wrong, crib[0]!.right, crib[0]!.wrong].map((given) => answer(id, 0, given)));
  expect(answers.filter(({ code }) => code === "CONFLICT")).toHaveLength(2);
  expect(answers.filter(({ code }) => code === null)).toHaveLength(2);
  expect(await stored(id)).toHaveLength(1);
});

test("an answer within the level's time counts, also with half a second on the way", async () => {
  const { id, crib, answer } = await underWay("NR03", "NR01", "NR02");
  world.clock.forward(seconds(5.5));
  const { data } = await answer(id, 0, crib[0]!.right);
  expect(data.answerQuestion).toMatchObject({ correct: true, inTime: true });
});

test("an answer after the level's time is wrong, however right", async () => {
  const { id, crib, answer } = await underWay("NR03", "NR01", "NR02");
  world.clock.forward(5501);
  const { data } = await answer(id, 0, crib[0]!.right);
  expect(data.answerQuestion).toMatchObject({ correct: false, credit: 0, inTime: false });
  expect(data.answerQuestion.explanation).toContain("too late");
});

test("the clock of a question starts when it is first handed out, and asking again does not set it back", async () => {
  const { id, crib, api } = await underWay("NR03", "NR01", "NR02");
  const next = () => api.query("query ($id: ID!) { practice(id: $id) { nextQuestion { index timeLimitMs } } }", { id });
  const answer = async (index: number) => {
    const { data } = await api.query("mutation ($input: AnswerInput!) { answerQuestion(input: $input) { inTime } }", { input: { practiceId: id, index, ...crib[index]!.right } });
    return data.answerQuestion.inTime;
  };
  expect(await answer(0)).toBe(true);
  world.clock.forward(seconds(60));
  expect((await next()).data.practice.nextQuestion).toEqual({ index: 1, timeLimitMs: 5000 });
  world.clock.forward(seconds(4));
  expect(await answer(1)).toBe(true);
  await next();
  world.clock.forward(seconds(4));
  await next();
  world.clock.forward(seconds(4));
  expect(await answer(2)).toBe(false);
});

test("after a day a practice has expired: it hands out nothing and takes no answer", async () => {
  const { id, crib, answer, api, start } = await underWay();
  await answer(id, 0, crib[0]!.right);
  world.clock.forward(hours(24));
  const { data } = await api.query("query ($id: ID!) { practice(id: $id) { status answered nextQuestion { index } result { score } } }", { id });
  expect(data.practice).toEqual({ status: "EXPIRED", answered: 1, nextQuestion: null, result: null });
  expect((await answer(id, 1, crib[1]!.right)).code).toBe("CONFLICT");
  expect((await answer(id, 0, crib[0]!.right)).code).toBe("CONFLICT");
  expect((await start("NR01")).data.startPractice.id).not.toBe(id);
});

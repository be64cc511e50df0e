import { hours } from "../../../platform/clock";
import { openWorld, type World } from "../../../testing";
import { practising } from "../../../testing/practising";

let world: World;

beforeAll(async () => void (world = await openWorld()), 30_000);
afterAll(() => world.close());

test("a learner who starts a free level gets its first question", async () => {
  const { api } = practising(world, await world.aLearner());
  const { data, errors } = await api.query(`mutation { startPractice(levelId: "NR01") {
    status questionCount answered startedAt expiresAt level { id unlocked } nextQuestion { index kind prompt notation audioUrl answerForm answerLength timeLimitMs choices { id label notation } } result { score } } }`);
  expect(errors).toEqual([]);
  expect(data.startPractice).toMatchObject({ status: "IN_PROGRESS", questionCount: 15, answered: 0, level: { id: "NR01", unlocked: true }, result: null });
  expect(data.startPractice.nextQuestion).toMatchObject({ index: 0, kind: "note.read", audioUrl: null, answerForm: "CHOICE", answerLength: null, timeLimitMs: null });
  expect(data.startPractice.nextQuestion.choices).toHaveLength(3);
  expect(data.startPractice.nextQuestion.notation).toContain("K:");
  expect(Date.parse(data.startPractice.expiresAt) - Date.parse(data.startPractice.startedAt)).toBe(hours(24));
});

test("starting needs a session", async () => {
  expect((await world.nobody().query('mutation { startPractice(levelId: "NR01") { id } }')).code).toBe("UNAUTHENTICATED");
});

test("a level that does not exist is not found", async () => {
  const { start } = practising(world, await world.aLearner());
  for (const levelId of ["ZZ99", "", "nr01", "__proto__"]) expect((await start(levelId)).code).toBe("NOT_FOUND");
});

test("a premium level is refused as premium before it is refused as locked", async () => {
  const { start } = practising(world, await world.aLearner());
  expect((await start("SC01")).code).toBe("PREMIUM_REQUIRED");
  expect((await start("IN04")).code).toBe("PREMIUM_REQUIRED");
});

test("a level whose prerequisites are not passed is locked, for members too, and the refusal names them", async () => {
  const learner = practising(world, await world.aLearner());
  const member = practising(world, await world.aMember());
  const { code, errors } = await learner.start("NR02");
  expect(code).toBe("LEVEL_LOCKED");
  expect(errors[0]?.message).toContain("Treble landmarks");
  expect((await member.start("IN04")).code).toBe("LEVEL_LOCKED");
  expect((await member.start("SC01")).code).toBeNull();
});

test("passing a level opens what requires it", async () => {
  const learner = practising(world, await world.aLearner());
  await learner.practise("NR01");
  expect((await learner.start("NR02")).code).toBeNull();
});

test("starting a level that is under way gives back the same practice, where it stands", async () => {
  const learner = practising(world, await world.aLearner());
  const id = await learner.begin("NR01");
  const [crib] = await learner.cribs(id);
  await learner.answer(id, 0, crib!.right);
  const { data } = await learner.start("NR01");
  expect(data.startPractice).toMatchObject({ id, nextQuestion: { index: 1 } });
});

test("ten tabs that start a level at once get one practice", async () => {
  const person = await world.aLearner();
  const { start } = practising(world, person);
  const answers = await Promise.all(Array.from({ length: 10 }, () => start("IN01")));
  expect(new Set(answers.map(({ data }) => data.startPractice.id)).size).toBe(1);
  expect(await world.db.practice.count({ where: { userId: person.id } })).toBe(1);
});

test("each level has a practice of its own, and so has each learner", async () => {
  const [one, other] = [practising(world, await world.aLearner()), practising(world, await world.aLearner())];
  const ids = await Promise.all([one.begin("NR01"), one.begin("IN01"), other.begin("NR01")]);
  expect(new Set(ids).size).toBe(3);
});

test("a finished practice is followed by a new one with other questions", async () => {
  const learner = practising(world, await world.aLearner());
  const { practiceId } = await learner.practise("NR01");
  const next = await learner.begin("NR01");
  expect(next).not.toBe(practiceId);
  expect(await learner.cribs(next)).not.toEqual(await learner.cribs(practiceId));
});

test("the latest open practice is offered to go on with, until it is finished or a day old", async () => {
  const learner = practising(world, await world.aLearner());
  const open = async () => (await learner.api.query("{ openPractice { id } }")).data.openPractice;
  expect(await open()).toBeNull();
  const first = await learner.begin("NR01");
  world.clock.forward(1000);
  const second = await learner.begin("IN01");
  expect(await open()).toEqual({ id: second });
  await learner.save(second);
  expect(await open()).toEqual({ id: first });
  world.clock.forward(hours(24));
  expect(await open()).toBeNull();
});

test("a practice can be read by its learner alone", async () => {
  const [one, other] = [practising(world, await world.aLearner()), practising(world, await world.aLearner())];
  const id = await one.begin("NR01");
  const read = (who: typeof one, asked: string) => who.api.query("query ($id: ID!) { practice(id: $id) { id } }", { id: asked });
  expect((await read(one, id)).data.practice).toEqual({ id });
  for (const asked of [id, "f0000000-0000-4000-8000-000000000000", "not-an-id", ""]) {
    const { data, errors } = await read(other, asked);
    expect([data.practice, errors]).toEqual([null, []]);
  }
});

test("starting without end is refused for a while", async () => {
  const busy = await openWorld({ rateLimitScale: 1 / 60 });
  try {
    const { start } = practising(busy, await busy.aLearner());
    expect((await start("NR01")).code).toBeNull();
    const refused = await start("NR01");
    expect([refused.status, refused.code]).toEqual([429, "RATE_LIMITED"]);
  } finally {
    await busy.close();
  }
}, 30_000);

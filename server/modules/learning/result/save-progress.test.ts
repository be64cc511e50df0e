import { days, hours } from "../../../platform/clock";
import { openWorld, type World } from "../../../testing";
import { practising } from "../../../testing/practising";
import { exportLearning } from "../practice/export.store";

let world: World;

beforeAll(async () => void (world = await openWorld()), 30_000);
afterAll(() => world.close());

const somebodyPractising = async (some?: Parameters<World["aLearner"]>[0]) => {
  const person = await world.aLearner(some);
  return { person, ...practising(world, person) };
};

test("a practice without a mistake passes with full score and opens the next level", async () => {
  const { practise } = await somebodyPractising();
  const result = await practise("NR01");
  expect(result).toMatchObject({ score: 1, passed: true, stars: 3, correct: 15, questionCount: 15, newBest: true, nextLevel: { id: "NR02" }, mistakes: [] });
  expect(result.progress).toEqual({ score: 1, completed: true, stars: 3, attempts: 1, level: { id: "NR01" } });
  expect(result.stats).toEqual({ practices: 1, answers: 15, accuracy: 1, currentStreakDays: 1, longestStreakDays: 1, levelsCompleted: 1, practisedToday: true });
});

test("a practice below the pass mark is no pass, and tells each mistake", async () => {
  const { practise } = await somebodyPractising();
  const result = await practise("IN01", { wrong: 6 });
  expect(result).toMatchObject({ passed: false, stars: 0, nextLevel: null, progress: { completed: false, attempts: 1 }, stats: { levelsCompleted: 0 } });
  expect(result.mistakes.map(({ index }: { index: number }) => index)).toEqual([0, 1, 2, 3, 4, 5]);
  expect(result.mistakes[0].explanation).toMatch(/^You chose/);
  expect(result.mistakes[0].solution.audioUrl).toMatch(/\/0\/solution\.wav$/);
});

test("saving early counts the unanswered as wrong", async () => {
  const { begin, cribs, answer, save } = await somebodyPractising();
  const id = await begin("NR01");
  const crib = await cribs(id);
  for (const index of [0, 1, 2]) await answer(id, index, crib[index]!.right);
  const { data } = await save(id);
  expect(data.saveProgress).toMatchObject({ score: 0.2, passed: false, correct: 3, questionCount: 15, stats: { answers: 3, accuracy: 1 } });
  expect(data.saveProgress.mistakes).toHaveLength(12);
  expect(data.saveProgress.mistakes[0]).toMatchObject({ index: 3, given: "No answer", explanation: expect.stringContaining("No answer was given") });
});

test("the best score and the stars stay when a later practice goes worse", async () => {
  const { practise } = await somebodyPractising();
  await practise("NR01", { wrong: 1 });
  const worse = await practise("NR01", { wrong: 9 });
  expect(worse).toMatchObject({ passed: false, newBest: false, progress: { completed: true, stars: 2, attempts: 2 } });
  expect(worse.progress.score).toBeCloseTo(14 / 15);
  const better = await practise("NR01");
  expect(better).toMatchObject({ newBest: true, progress: { score: 1, stars: 3, attempts: 3 }, stats: { practices: 3, levelsCompleted: 1 } });
});

test("saving again gives the same result and counts once", async () => {
  const { practise, save } = await somebodyPractising();
  const { practiceId, ...first } = await practise("NR01", { wrong: 2 });
  world.clock.forward(hours(25));
  const { data } = await save(practiceId);
  const { stats, ...again } = data.saveProgress;
  expect({ ...again, stats: { ...stats, practisedToday: true } }).toEqual(first);
});

test("ten saves at once are one", async () => {
  const { person, begin, cribs, answer, save } = await somebodyPractising();
  const id = await begin("NR01");
  const [crib] = await cribs(id);
  await answer(id, 0, crib!.right);
  const results = await Promise.all(Array.from({ length: 10 }, () => save(id)));
  expect(results.map(({ code }) => code)).toEqual(Array(10).fill(null));
  expect(new Set(results.map(({ data }) => JSON.stringify(data))).size).toBe(1);
  expect(results[0]!.data.saveProgress).toMatchObject({ progress: { attempts: 1 }, stats: { practices: 1, answers: 1 } });
  expect(await world.db.attempt.count({ where: { userId: person.id } })).toBe(1);
});

test("two devices that finish different levels at once lose nothing", async () => {
  const { person, begin, cribs, answer, save } = await somebodyPractising();
  const ids = await Promise.all(["NR01", "IN01", "SD01", "RH01", "KS01"].map(begin));
  for (const id of ids) {
    const [crib] = await cribs(id);
    await answer(id, 0, crib!.right);
  }
  await Promise.all(ids.map(save));
  const stats = await world.db.learnerStats.findUniqueOrThrow({ where: { userId: person.id } });
  expect(stats).toMatchObject({ practices: 5, answers: 5, correct: 5, currentStreak: 1 });
});

test("an answer and a save at once end in one story: the answer counted, or it was refused", async () => {
  for (let round = 0; round < 5; round++) {
    const { begin, cribs, answer, save } = await somebodyPractising();
    const id = await begin("NR01");
    const [crib] = await cribs(id);
    const [answered, saved] = await Promise.all([answer(id, 0, crib!.right), save(id)]);
    expect(saved.data.saveProgress.correct).toBe(answered.code === null ? 1 : 0);
    expect([null, "CONFLICT"]).toContain(answered.code);
  }
});

test("a late answer stays wrong when the practice is graded again", async () => {
  const { hasPassed, begin, cribs, answer, save } = await somebodyPractising();
  await hasPassed("NR01", "NR02");
  const id = await begin("NR03");
  const crib = await cribs(id);
  world.clock.forward(9000);
  await answer(id, 0, crib[0]!.right);
  await answer(id, 1, crib[1]!.right);
  expect((await save(id)).data.saveProgress).toMatchObject({ correct: 1, stats: { answers: 2, accuracy: 0.5 } });
});

test("somebody else's practice, or none, is not found", async () => {
  const one = await somebodyPractising();
  const other = await somebodyPractising();
  const id = await one.begin("NR01");
  for (const asked of [id, "f0000000-0000-4000-8000-000000000000", "nonsense"]) expect((await other.save(asked)).code).toBe("NOT_FOUND");
  expect((await world.nobody().query("mutation ($id: ID!) { saveProgress(practiceId: $id) { score } }", { id })).code).toBe("UNAUTHENTICATED");
});

test("an expired practice can't be saved, and counts for nothing", async () => {
  const { person, begin, save } = await somebodyPractising();
  const id = await begin("NR01");
  world.clock.forward(days(1));
  expect((await save(id)).code).toBe("CONFLICT");
  expect(await world.db.learnerStats.count({ where: { userId: person.id } })).toBe(0);
});

test("who lost premium during a practice is refused, keeps the answers, and can save once premium is back", async () => {
  const person = await world.aMember();
  const { begin, cribs, answer, save, api } = practising(world, person);
  const id = await begin("SC01");
  const [crib] = await cribs(id);
  await answer(id, 0, crib!.right);
  await world.db.entitlement.updateMany({ where: { userId: person.id }, data: { validUntil: world.clock.now() } });
  expect((await save(id)).code).toBe("PREMIUM_REQUIRED");
  expect((await api.query("query ($id: ID!) { practice(id: $id) { status answered } }", { id })).data.practice).toEqual({ status: "IN_PROGRESS", answered: 1 });
  await world.db.entitlement.updateMany({ where: { userId: person.id }, data: { validUntil: null } });
  expect((await save(id)).data.saveProgress).toMatchObject({ correct: 1, progress: { attempts: 1 } });
});

test("a finished practice is in the audit log, once", async () => {
  const { person, practise, save } = await somebodyPractising();
  const { practiceId } = await practise("NR01");
  await save(practiceId);
  const entries = await world.db.auditEntry.findMany({ where: { subjectId: person.id, action: "learning.practice.finished" } });
  expect(entries).toMatchObject([{ category: "BUSINESS", actorId: person.id, metadata: { practiceId, levelId: "NR01", passed: true, stars: 3 } }]);
});

test("a finished practice keeps its result for later", async () => {
  const { practise, api } = await somebodyPractising();
  const { practiceId } = await practise("NR01", { wrong: 1 });
  const { data } = await api.query("query ($id: ID!) { practice(id: $id) { status nextQuestion { index } result { correct passed mistakes { index } } } }", { id: practiceId });
  expect(data.practice).toEqual({ status: "FINISHED", nextQuestion: null, result: { correct: 14, passed: true, mistakes: [{ index: 0 }] } });
});

test("several mutations in one operation see each other's progress", async () => {
  const { api, begin } = await somebodyPractising();
  const [one, other] = [await begin("NR01"), await begin("IN01")];
  const { data } = await api.query(
    `mutation ($one: ID!, $other: ID!) {
      a: saveProgress(practiceId: $one) { stats { practices } progress { attempts } }
      b: saveProgress(practiceId: $other) { stats { practices } progress { attempts } } }`,
    { one, other },
  );
  expect(data).toEqual({ a: { stats: { practices: 1 }, progress: { attempts: 1 } }, b: { stats: { practices: 2 }, progress: { attempts: 1 } } });
});

test("a practice goes on with the level as it was when it began, whatever became of the level since", async () => {
  const { begin, cribs, answer, save, api } = await somebodyPractising();
  const id = await begin("NR01");
  const { pinnedLevel } = await world.db.practice.findUniqueOrThrow({ where: { id } });
  const older = { ...(pinnedLevel as object), title: "The way it was", version: 7, questionCount: 5, passScore: 0.5 };
  await world.db.practice.update({ where: { id }, data: { pinnedLevel: older, levelVersion: 7, questionCount: 5 } });
  const crib = await cribs(id);
  expect(crib).toHaveLength(5);
  for (const index of [0, 1, 2]) await answer(id, index, crib[index]!.right);
  expect((await save(id)).data.saveProgress).toMatchObject({ score: 0.6, passed: true, questionCount: 5 });
  expect((await api.query("query ($id: ID!) { practice(id: $id) { level { title } } }", { id })).data.practice.level.title).toBe("The way it was");
  expect(await world.db.attempt.findUnique({ where: { practiceId: id } })).toMatchObject({ levelVersion: 7 });
});

test("the data export holds all that is kept of a person's learning, and nothing of anybody else", async () => {
  const { person, practise } = await somebodyPractising();
  const { practiceId } = await practise("NR01", { wrong: 1 });
  await (await somebodyPractising()).practise("NR01");
  const exported = await exportLearning(world.context(), person.id);
  expect(exported).toMatchObject({ stats: { practices: 1, correct: 14 }, progress: [{ levelId: "NR01", completed: true }], practices: [{ id: practiceId, status: "FINISHED", attempt: { passed: true } }] });
  expect(exported.practices[0]!.answers).toHaveLength(15);
  expect(JSON.stringify(exported)).not.toMatch(/secret|pinned/i);
});

test("a deleted account takes all its learning with it", async () => {
  const { person, practise } = await somebodyPractising();
  const { practiceId } = await practise("NR01");
  await world.db.user.delete({ where: { id: person.id } });
  const left = await Promise.all([
    world.db.practice.count({ where: { userId: person.id } }),
    world.db.practiceAnswer.count({ where: { practiceId } }),
    world.db.attempt.count({ where: { userId: person.id } }),
    world.db.progress.count({ where: { userId: person.id } }),
    world.db.learnerStats.count({ where: { userId: person.id } }),
  ]);
  expect(left).toEqual([0, 0, 0, 0, 0]);
});

test("a save that fails half-way leaves nothing behind", async () => {
  const { person, begin, save } = await somebodyPractising();
  const id = await begin("NR01");
  await world.db.$executeRawUnsafe(`create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no room'; end $$`);
  await world.db.$executeRawUnsafe("create trigger refuse before insert on audit_entry for each row execute function refuse()");
  expect((await save(id)).code).toBe("INTERNAL_SERVER_ERROR");
  await world.db.$executeRawUnsafe("drop trigger refuse on audit_entry");
  const left = [await world.db.attempt.count({ where: { userId: person.id } }), await world.db.progress.count({ where: { userId: person.id } }), await world.db.learnerStats.count({ where: { userId: person.id } })];
  expect(left).toEqual([0, 0, 0]);
  expect((await save(id)).data.saveProgress.stats.practices).toBe(1);
});

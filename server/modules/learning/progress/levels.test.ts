import { Client } from "pg";

import { openWorld, type World } from "../../../testing";
import { practising } from "../../../testing/practising";

let world: World;

beforeAll(async () => void (world = await openWorld()), 30_000);
afterAll(() => world.close());

interface Shown {
  id: string;
  plan: string;
  unlocked: boolean;
  requires: { id: string }[];
  progress: { score: number; stars: number; attempts: number } | null;
}

const TRACKS = `{ tracks { id title description levels {
  id title description stage kind questionCount passScore timeLimitMs plan unlocked requires { id title } progress { score stars attempts } } } }`;

const levelsIn = (data: { tracks: { levels: Shown[] }[] }) => data.tracks.flatMap(({ levels }) => levels);
const unlockedIn = (data: { tracks: { levels: Shown[] }[] }) => levelsIn(data).filter(({ unlocked }) => unlocked).map(({ id }) => id);

test("anybody may read the curriculum, all that can be played and in teaching order", async () => {
  const { data, errors } = await world.nobody().query(TRACKS);
  expect(errors).toEqual([]);
  expect(data.tracks.map(({ id }: { id: string }) => id)).toEqual(["NR", "KS", "SD", "IN", "CH", "SC", "RH"]);
  expect(levelsIn(data)).toHaveLength(75);
});

test("without a session only free levels that require nothing are unlocked", async () => {
  const { data } = await world.nobody().query(TRACKS);
  const free = levelsIn(data).filter(({ plan, requires }) => plan === "FREE" && requires.length === 0);
  expect(unlockedIn(data)).toEqual(free.map(({ id }) => id));
  expect(levelsIn(data).every(({ progress }) => progress === null)).toBe(true);
});

test("a learner sees own progress, and what it unlocks within the plan", async () => {
  const { hasPassed, api } = practising(world, await world.aLearner());
  await hasPassed("NR01", "KS01", "KS02");
  const { data } = await api.query(TRACKS);
  expect(unlockedIn(data)).toEqual(["NR01", "NR02", "KS01", "KS02", "SD01", "IN01", "CH01", "RH01"]);
  expect(levelsIn(data).find(({ id }) => id === "NR01")?.progress).toEqual({ score: 1, stars: 1, attempts: 1 });
});

test("a member may start premium levels whose prerequisites are passed", async () => {
  const { hasPassed, api } = practising(world, await world.aMember());
  await hasPassed("KS01", "KS02");
  expect(unlockedIn((await api.query(TRACKS)).data)).toEqual(expect.arrayContaining(["KS03", "SC01"]));
});

test("what is shown as unlocked can be started, and nothing else", async () => {
  const { hasPassed, api, start } = practising(world, await world.aLearner());
  await hasPassed("IN01");
  for (const { id, unlocked } of levelsIn((await api.query(TRACKS)).data)) {
    expect({ id, started: (await start(id)).code === null }).toEqual({ id, started: unlocked });
  }
});

test("the whole curriculum with progress costs a handful of statements", async () => {
  const { hasPassed, api } = practising(world, await world.aLearner());
  await hasPassed("NR01", "NR02", "IN01");
  await api.query(TRACKS);
  const statements = jest.spyOn(Client.prototype, "query");
  await api.query(TRACKS);
  const count = statements.mock.calls.length;
  statements.mockRestore();
  expect(count).toBeGreaterThan(0);
  expect(count).toBeLessThanOrEqual(6);
});

test("a level is found by its id, and any other id is null", async () => {
  const { data } = await world.nobody().query('{ known: level(id: "IN01") { id kind plan } unknown: level(id: "IN99") { id } odd: level(id: "constructor") { id } }');
  expect(data).toEqual({ known: { id: "IN01", kind: "interval.ear", plan: "FREE" }, unknown: null, odd: null });
});

test("a beginner is sent to a first level, and from a passed one onwards", async () => {
  const { hasPassed, api } = practising(world, await world.aLearner());
  const suggested = async () => (await api.query("{ suggestedLevel { id unlocked } }")).data.suggestedLevel;
  expect(await suggested()).toEqual({ id: "NR01", unlocked: true });
  await hasPassed("NR01");
  const next = await suggested();
  expect(next.id).not.toBe("NR01");
  expect(next.unlocked).toBe(true);
  expect((await world.nobody().query("{ suggestedLevel { id } }")).code).toBe("UNAUTHENTICATED");
});

test("progress on a person is in teaching order, each with its level", async () => {
  const { hasPassed, api } = practising(world, await world.aLearner());
  await hasPassed("RH01", "IN01", "NR01");
  const { data } = await api.query("{ me { progress { score completed level { id } } stats { levelsCompleted } } }");
  expect(data.me.progress.map(({ level }: { level: { id: string } }) => level.id)).toEqual(["NR01", "IN01", "RH01"]);
});

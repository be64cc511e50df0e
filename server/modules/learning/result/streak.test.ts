import { openWorld, type World } from "../../../testing";
import { practising } from "../../../testing/practising";

let world: World;

beforeAll(async () => void (world = await openWorld()), 30_000);
afterAll(() => world.close());

const STATS = "{ me { stats { currentStreakDays longestStreakDays practisedToday } } }";

async function learnerIn(timeZone: string) {
  const { begin, save, api } = practising(world, await world.aLearner({ timeZone }));
  const practiseAt = async (instant: string) => {
    world.clock.set(new Date(instant));
    const { data } = await save(await begin("NR01"));
    return data.saveProgress.stats.currentStreakDays as number;
  };
  const statsAt = async (instant: string) => {
    world.clock.set(new Date(instant));
    return (await api.query(STATS)).data.me.stats;
  };
  return { practiseAt, statsAt };
}

test("days in a row make a streak, and a second practice on a day adds nothing", async () => {
  const { practiseAt } = await learnerIn("UTC");
  expect(await practiseAt("2026-03-02T08:00:00Z")).toBe(1);
  expect(await practiseAt("2026-03-02T20:00:00Z")).toBe(1);
  expect(await practiseAt("2026-03-03T23:59:00Z")).toBe(2);
  expect(await practiseAt("2026-03-04T00:01:00Z")).toBe(3);
});

test("a day without practice ends the streak, and the longest is remembered", async () => {
  const { practiseAt, statsAt } = await learnerIn("UTC");
  await practiseAt("2026-03-02T08:00:00Z");
  await practiseAt("2026-03-03T08:00:00Z");
  expect(await statsAt("2026-03-04T23:00:00Z")).toEqual({ currentStreakDays: 2, longestStreakDays: 2, practisedToday: false });
  expect(await statsAt("2026-03-05T01:00:00Z")).toEqual({ currentStreakDays: 0, longestStreakDays: 2, practisedToday: false });
  expect(await practiseAt("2026-03-05T08:00:00Z")).toBe(1);
  expect(await statsAt("2026-03-05T09:00:00Z")).toEqual({ currentStreakDays: 1, longestStreakDays: 2, practisedToday: true });
});

test("the same two instants are two days in Auckland and one in Los Angeles", async () => {
  const [auckland, losAngeles] = [await learnerIn("Pacific/Auckland"), await learnerIn("America/Los_Angeles")];
  // 23:00 and 01:00 in Auckland; 02:00 and 04:00 in Los Angeles.
  for (const [learner, streak] of [[auckland, 2], [losAngeles, 1]] as const) {
    await learner.practiseAt("2026-03-02T10:00:00Z");
    expect(await learner.practiseAt("2026-03-02T12:00:00Z")).toBe(streak);
  }
});

test("days are counted by the calendar, also across the change to summer time", async () => {
  const { practiseAt } = await learnerIn("Europe/Berlin");
  await practiseAt("2026-03-28T22:30:00Z");
  expect(await practiseAt("2026-03-29T21:30:00Z")).toBe(2);
  expect(await practiseAt("2026-03-30T21:30:00Z")).toBe(3);
});

test("a learner who has never practised has no streak", async () => {
  const { statsAt } = await learnerIn("UTC");
  expect(await statsAt("2026-03-02T10:00:00Z")).toEqual({ currentStreakDays: 0, longestStreakDays: 0, practisedToday: false });
});

import { openWorld, type World } from "../testing";
import { enqueue } from "./jobs";
import { keepAlive } from "./worker-life";

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

/** A job that a pool of workers has taken, and that pool's last sign of life. */
async function taken(poolId: string, seenSecondsAgo: number | null): Promise<void> {
  await enqueue(world.context(), { name: "messaging.cleanup", payload: {}, key: poolId });
  await world.db.$executeRaw`update graphile_worker._private_jobs set locked_by = ${poolId}, locked_at = now() where key = ${poolId}`;
  if (seenSecondsAgo !== null) await world.db.$executeRaw`insert into worker_life ("workerId", "seenAt") values (${poolId}, now() - ${seenSecondsAgo} * interval '1 second')`;
}

const lockedBy = async () => (await world.db.$queryRaw<{ locked_by: string }[]>`select locked_by from graphile_worker.jobs where locked_by is not null order by 1`).map((row) => row.locked_by);

test("the jobs of a pool that has been silent for half a minute are free for others; those of the living stay theirs", async () => {
  await taken("dead", 31);
  await taken("alive", 20);
  await taken("without signs", null);
  const trouble: unknown[] = [];
  const life = keepAlive(world.app.parts.db, "ours", (error) => trouble.push(error));
  for (let look = 0; look < 100 && (await lockedBy()).includes("dead"); look++) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await lockedBy()).toEqual(["alive", "without signs"]);
  expect(await world.db.workerLife.findMany({ orderBy: { workerId: "asc" }, select: { workerId: true } })).toEqual([{ workerId: "alive" }, { workerId: "ours" }]);
  await life.stop();
  expect(await world.db.workerLife.count({ where: { workerId: "ours" } })).toBe(0);
  expect(trouble).toEqual([]);
});

test("a worker that takes jobs gives its sign, and takes it back when it ends", async () => {
  await world.db.workerLife.deleteMany();
  const { startWorker } = await import("./worker");
  const worker = await startWorker({ databaseUrl: world.config.database.url, db: world.app.parts.db, handlers: {}, timetable: {}, runJob: async () => undefined, log: world.app.parts.log });
  for (let look = 0; look < 100 && (await world.db.workerLife.count()) === 0; look++) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await world.db.workerLife.count()).toBe(1);
  await worker.stop();
  expect(await world.db.workerLife.count()).toBe(0);
});

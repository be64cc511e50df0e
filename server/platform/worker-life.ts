import type { Database } from "./db";

const BEAT_EVERY = 5000;

export interface WorkerLife {
  stop(): Promise<void>;
}

/**
 * A sign of life of one pool of workers every five seconds; and in the same breath the jobs of pools that have been silent
 * for thirty are freed for others. Without it they would wait four hours. A pool that only seems dead has its jobs done
 * twice, which every job must bear anyway. The database's clock counts: it is the one that all machines share.
 */
export function keepAlive(db: Database, poolId: string, onTrouble: (error: unknown) => void): WorkerLife {
  const beat = async () => {
    try {
      await sign(db, poolId);
      await freeJobsOfTheSilent(db);
    } catch (error) {
      onTrouble(error);
    }
  };
  const timer = setInterval(() => void beat(), BEAT_EVERY).unref();
  const first = beat();
  return {
    async stop() {
      clearInterval(timer);
      await first;
      await db.$executeRaw`delete from worker_life where "workerId" = ${poolId}`.catch(onTrouble);
    },
  };
}

const sign = (db: Database, poolId: string) =>
  db.$executeRaw`insert into worker_life ("workerId", "seenAt") values (${poolId}, now()) on conflict ("workerId") do update set "seenAt" = now()`;

/** The statement deletes the signs it acts on, so of many workers one frees. */
const freeJobsOfTheSilent = (db: Database) => db.$executeRaw`
  with silent as (delete from worker_life where "seenAt" < now() - interval '30 seconds' returning "workerId")
  select graphile_worker.force_unlock_workers(array_agg("workerId")) from silent having count(*) > 0`;

import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./ports.mjs";
import { startPostgres } from "./postgres.mjs";

/** A PostgreSQL of one's own for a while: a free port, an empty folder that goes when it stops, and no durability. */
export async function startTemporaryPostgres() {
  const folder = mkdtempSync(join(tmpdir(), "etude-postgres-"));
  chmodSync(folder, 0o755);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const server = await startPostgres({ folder, port: await freePort(), password: randomBytes(12).toString("hex"), lasting: false });
    return { ...server, stop: () => server.stop().finally(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { reachable } from "./postgres.mjs";

/**
 * The folder for the embedded database: the data folder, or, for root where the user that PostgreSQL runs as
 * can't get into that, one of its own among the system's, whose path is kept in the data folder's `location`.
 */
export function databasePlace(dataFolder) {
  mkdirSync(dataFolder, { recursive: true });
  const location = join(dataFolder, "location");
  if (existsSync(location)) return readFileSync(location, "utf8").trim();
  if (process.getuid?.() !== 0 || reachable(dataFolder)) return dataFolder;

  const parent = ["/var/lib", "/var/tmp", tmpdir()].find((path) => existsSync(path) && reachable(path));
  const place = join(parent, `etude-${createHash("sha256").update(dataFolder).digest("hex").slice(0, 12)}`);
  mkdirSync(place, { recursive: true, mode: 0o755 });
  writeFileSync(location, `${place}\n`);
  return place;
}

/** Takes away everything that earlier starts kept. */
export function forgetData(dataFolder) {
  const location = join(dataFolder, "location");
  if (existsSync(location)) rmSync(readFileSync(location, "utf8").trim(), { recursive: true, force: true });
  for (const name of ["postgres", "sandbox", "secrets.json", "location", "log"]) rmSync(join(dataFolder, name), { recursive: true, force: true });
}

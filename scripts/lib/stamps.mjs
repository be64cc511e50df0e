import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { inRoot, ROOT } from "./paths.mjs";

/** A hash over the names and contents of files and folders of the checkout, so that work is done again only when its sources changed. */
export function hashOf(paths, skip = () => false) {
  const hash = createHash("sha256");
  for (const path of paths.flatMap((path) => filesIn(path, skip))) hash.update(path).update("\0").update(readFileSync(join(ROOT, path))).update("\0");
  return hash.digest("hex");
}

/** What was kept under this name when the work was last done. */
export function readStamp(name) {
  const file = stampFile(name);
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

/** Keeps that the work is done for these sources. */
export function writeStamp(name, hash) {
  mkdirSync(dirname(stampFile(name)), { recursive: true });
  writeFileSync(stampFile(name), hash);
}

/** Stamps lie with the packages: whoever removes those wants everything made anew. */
const stampFile = (name) => inRoot("node_modules/.etude", name);

function filesIn(path, skip) {
  const found = statSync(join(ROOT, path), { throwIfNoEntry: false });
  if (!found || skip(path)) return [];
  if (found.isFile()) return [path];
  return readdirSync(join(ROOT, path)).sort().flatMap((name) => filesIn(`${path}/${name}`, skip));
}

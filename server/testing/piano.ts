import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The piano, made anew from the recordings, in a folder of a test's own. Takes about two seconds. */
export function buildPiano(): { folder: string; path: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), "etude-piano-"));
  const path = join(folder, "piano.pcm");
  execFileSync(process.execPath, ["scripts/build-piano-bank.mjs", path]);
  return { folder, path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

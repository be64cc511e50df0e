import { execFile } from "node:child_process";
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { startGuarded } from "./guarded.mjs";
import { copyOfNative, nativePackage } from "./postgres-binaries.mjs";

const run = promisify(execFile);

/** PostgreSQL refuses to run as root, so root runs it as the user that owns nothing. */
const NOBODY = { uid: 65534, gid: 65534 };
const isRoot = process.getuid?.() === 0;

/**
 * Starts an embedded PostgreSQL on 127.0.0.1, making its cluster in `folder`/postgres the first time.
 * As root, `folder` must be reachable by everybody (see reachable). `lasting: false` trades durability for speed, for tests.
 * Promises a server that accepts connections and that ends with this process, however this process ends.
 *
 * @returns {Promise<{ url: (database: string) => string, stop: () => Promise<void>, kill: () => void, exited: Promise<string> }>}
 *   `exited` gives the server's last lines if it ends.
 */
export async function startPostgres({ folder, port, password, lasting = true }) {
  const data = join(folder, "postgres");
  const packaged = nativePackage().native;
  const native = isRoot && !reachable(packaged) ? copyOfNative(folder) : packaged;
  const user = ownerOf(data);
  if (!existsSync(data)) await makeCluster({ native, data, user, password, lasting });
  const server = await launch({ native, data, user, port, lasting });
  return { ...server, url: (database) => `postgresql://etude:${password}@127.0.0.1:${port}/${database}` };
}

/** Whether any user of this machine can get into a folder that exists, or that would be made there. */
export function reachable(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  const open = !found || (found.mode & 0o001) !== 0;
  return open && (dirname(path) === path || reachable(dirname(path)));
}

/** Root runs a cluster as the user who made it. */
function ownerOf(data) {
  if (!isRoot) return undefined;
  const found = statSync(data, { throwIfNoEntry: false });
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : NOBODY;
}

/** Under another name until it is whole: a cluster that was being made when the power went must not be taken for one. */
async function makeCluster({ native, data, user, password, lasting }) {
  const unfinished = `${data}.unfinished`;
  const passwordFile = `${data}.password`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) for (const path of [unfinished, passwordFile]) chownSync(path, user.uid, user.gid);
  const locale = ["--encoding=UTF8", "--no-locale", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const access = ["--username=etude", `--pwfile=${passwordFile}`, "--auth=scram-sha-256"];
  try {
    await run(join(native, "bin/initdb"), [`--pgdata=${unfinished}`, ...access, ...locale, ...(lasting ? [] : ["--no-sync"])], { ...user, cwd: "/" });
  } catch (error) {
    throw new Error(`PostgreSQL could not make its data folder ${data}:\n${error.stderr || error.message}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(unfinished, data);
}

/** A server that outlived its start script, or only its note of itself after a power cut: neither may bar the way. */
export async function endLeftover(folder) {
  const data = join(folder, "postgres");
  const note = join(data, "postmaster.pid");
  if (!existsSync(note)) return;
  const pid = Number(readFileSync(note, "utf8").split("\n")[0]);
  if (isPostgresOn(pid, data)) process.kill(pid, "SIGINT");
  for (let tries = 0; tries < 100 && isPostgresOn(pid, data); tries++) await sleep(100);
  if (isPostgresOn(pid, data)) throw new Error(`An older PostgreSQL (process ${pid}) still uses ${data} and does not stop. Stop it and start again.`);
  rmSync(note, { force: true });
}

/** The port of the server that runs on `folder`, whichever it was started with; undefined when none does. */
export function portOfRunning(folder) {
  const data = join(folder, "postgres");
  const note = join(data, "postmaster.pid");
  if (!existsSync(note)) return undefined;
  const [pid, , , port] = readFileSync(note, "utf8").split("\n"); // PostgreSQL's own order: process, folder, start, port
  return isPostgresOn(Number(pid), data) ? Number(port) : undefined;
}

/** Numbers of processes are used again, so the number in the note may be anybody's: where the system tells, the command decides. */
function isPostgresOn(pid, data) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== "EPERM") return false;
  }
  if (!existsSync("/proc/self/cmdline")) return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(data);
  } catch {
    return false;
  }
}

function launch({ native, data, user, port, lasting }) {
  const settings = { listen_addresses: "127.0.0.1", unix_socket_directories: "", timezone: "UTC", log_timezone: "UTC" };
  const hasty = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "300" };
  const flags = Object.entries({ ...settings, ...(lasting ? {} : hasty) }).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  return startGuarded({
    program: join(native, "bin/postgres"),
    args: ["-D", data, "-p", String(port), ...flags],
    user,
    stopSignal: "SIGINT", // PostgreSQL's fast shutdown
    readyText: "ready to accept connections",
  });
}

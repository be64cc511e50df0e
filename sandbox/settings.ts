const LOOPBACK = new Set(["127.0.0.1", "localhost", "::1"]);
const DEFAULT_PORT = 4242;

export interface Settings {
  host: string;
  port: number;
  /** Where mails are kept across restarts. */
  dataDir: string;
}

/**
 * What the sandbox runs with, out of environment variables. Throws where it must not run at all: anybody who reaches it
 * reads every mail, so it listens on loopback only, and in production only for a rehearsal.
 */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  if (env.NODE_ENV === "production" && env.REHEARSAL !== "1") throw new Error("The sandbox never runs in production, unless REHEARSAL=1 says that this is none.");
  const host = env.HOST || "127.0.0.1";
  if (!LOOPBACK.has(host)) throw new Error("The sandbox listens on loopback only: HOST must be 127.0.0.1, localhost or ::1.");
  const port = Number(env.SANDBOX_PORT || DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error("SANDBOX_PORT must be a port, 0 to 65535.");
  return { host, port, dataDir: env.SANDBOX_DATA_DIR || ".data/sandbox" };
}

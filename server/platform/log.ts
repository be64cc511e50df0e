import { pino, type Logger } from "pino";

export type Log = Logger;

/** Where a secret could stand in something that is logged. */
const SECRETS = ["password", "newPassword", "currentPassword", "token", "accessToken", "cookie", "authorization"];

/** Structured lines on standard output; `pretty` for people. */
export function createLog({ level, pretty }: { level: string; pretty: boolean }): Log {
  return pino({
    level,
    base: null,
    redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: "[hidden]" },
    ...(pretty && { transport: { target: "pino-pretty", options: { translateTime: "HH:MM:ss", ignore: "pid,hostname" } } }),
  });
}

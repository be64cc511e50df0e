type Facts = Record<string, unknown>;

/** One JSON line on stdout for each thing worth knowing; never bodies, cookies or query strings, which may hold tokens. */
export function log(level: "info" | "warn" | "error", message: string, facts: Facts = {}): void {
  process.stdout.write(`${JSON.stringify({ level, time: new Date().toISOString(), process: "web", message, ...facts })}\n`);
}

/** An error's facts, whole, for the log only. */
export function factsOf(error: unknown): Facts {
  return error instanceof Error ? { error: error.name, reason: error.message, stack: error.stack } : { error: String(error) };
}

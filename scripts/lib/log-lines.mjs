import { dim, red, yellow } from "./progress.mjs";

/** Pino's numbers and the words for the same. */
const LEVELS = { 40: "warn", 50: "error", 60: "fatal", warn: "warn", error: "error", fatal: "fatal" };
const ROUTINE = new Set(["level", "time", "pid", "hostname", "msg", "message", "process", "name", "stack"]);

/** A program's line as the terminal shows it: nothing for routine, one short line for a warning or an error. What is no JSON is shown unless it is `routine`. */
export function printedLine({ name, line, routine }) {
  const prefix = dim(name.padEnd(8));
  const entry = parsed(line);
  if (!entry) return routine || line.trim() === "" ? undefined : `${prefix} ${line}`;
  const level = LEVELS[entry.level];
  if (!level) return undefined;
  const facts = Object.entries(entry).filter(([key]) => !ROUTINE.has(key)).map(([key, value]) => `${key}=${shown(value)}`);
  const paint = level === "warn" ? yellow : red;
  return `${prefix} ${paint(level)} ${entry.msg ?? entry.message ?? ""} ${dim(facts.join(" "))}`.trimEnd();
}

function parsed(line) {
  try {
    const entry = JSON.parse(line);
    return typeof entry === "object" && entry !== null && "level" in entry ? entry : undefined;
  } catch {
    return undefined;
  }
}

function shown(value) {
  if (typeof value !== "object" || value === null) return String(value);
  return value.stack ?? value.message ?? JSON.stringify(value);
}

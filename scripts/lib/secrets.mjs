import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const NAMES = ["JWT_SECRETS", "QUESTION_SECRETS", "SEALING_SECRET", "WEB_PROXY_SECRET", "POSTGRES_PASSWORD", "STRIPE_WEBHOOK_SECRETS"];

/** How Stripe's own signing secrets begin. */
const PREFIXES = { STRIPE_WEBHOOK_SECRETS: "whsec_" };

/** The secrets of this installation by the names of their variables: made once, then read, and for its owner's eyes only. */
export function secretsIn(dataFolder) {
  const file = join(dataFolder, "secrets.json");
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const missing = NAMES.filter((name) => !kept[name]);
  if (missing.length === 0) return kept;
  const all = { ...kept, ...Object.fromEntries(missing.map((name) => [name, `${PREFIXES[name] ?? ""}${randomBytes(32).toString("hex")}`])) };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 });
  return all;
}

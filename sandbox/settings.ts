import type { Webhook } from "./stripe/webhooks/endpoints";

const LOOPBACK = new Set(["127.0.0.1", "localhost", "::1"]);
const DEFAULT_PORT = 4242;

/** What the local Stripe needs to know of the product beside it. */
export interface StripeSettings {
  /** Where the sandbox's own pages are, as a browser reaches them. */
  sandboxUrl: string;
  /** The web app, to which hosted pages lead back. */
  webUrl: string;
  /** Where events go; without it, nowhere. */
  webhook?: Webhook;
}

export interface Settings extends StripeSettings {
  host: string;
  port: number;
  /** Where mails, and all that happened at Stripe, are kept across restarts. */
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
  return { host, port, dataDir: env.SANDBOX_DATA_DIR || ".data/sandbox", ...stripeSettings(env, port) };
}

function stripeSettings(env: NodeJS.ProcessEnv, port: number): StripeSettings {
  const [secret] = (env.STRIPE_WEBHOOK_SECRETS ?? "").split(",").map((one) => one.trim()).filter(Boolean);
  return {
    sandboxUrl: withoutSlash(env.SANDBOX_URL || `http://localhost:${port}`),
    webUrl: withoutSlash(env.WEB_URL || "http://localhost:3000"),
    webhook: env.API_URL && secret ? { url: `${withoutSlash(env.API_URL)}/api/webhooks/stripe`, secret } : undefined,
  };
}

const withoutSlash = (url: string): string => url.replace(/\/+$/, "");

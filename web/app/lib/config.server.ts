import { z } from "zod";

const port = z.coerce.number().int().min(1).max(65_535);
const blankAsMissing = (value: unknown) => (value === "" ? undefined : value);
const optional = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(blankAsMissing, schema.optional());

const environment = z.object({
  NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
  REHEARSAL: optional(z.literal("1")),
  WEB_DEV: optional(z.literal("1")),
  HOST: z.string().default("127.0.0.1"),
  WEB_PORT: port.default(3000),
  API_PORT: port.default(4000),
  WEB_URL: optional(z.url()),
  API_URL: optional(z.url()),
  WEB_PROXY_SECRET: optional(z.string().min(32, "must have at least 32 characters")),
  MAILBOX_URL: optional(z.url()),
  SANDBOX_URL: optional(z.url()),
  ASSET_URL: optional(z.url()),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
});

type Environment = z.infer<typeof environment>;

export interface WebConfig {
  production: boolean;
  /** Pages come from Vite's development server (WEB_DEV=1), not from the build. */
  development: boolean;
  host: string;
  port: number;
  /** Where people find this site; an origin, without a slash at its end. */
  webUrl: string;
  apiUrl: string;
  /** Makes the API believe which address a visitor came from. */
  proxySecret: string | null;
  /** The sandbox's mailbox page; null in production. */
  mailboxUrl: string | null;
  /** The CDN that serves scripts, styles and fonts, if not this server. */
  assetOrigin: string | null;
  /** Where forms may lead for paying: Stripe's pages, and outside a real production the sandbox's. */
  paymentOrigins: readonly string[];
  /** How many proxies stand before this server and may name the visitor's address. */
  trustedProxies: number;
}

/** Stripe's hosted pages: checkout, customer portal, invoices. */
const STRIPE_PAGES = ["https://checkout.stripe.com", "https://billing.stripe.com", "https://invoice.stripe.com"];

/** Reads and checks the environment. Throws one error that names every variable that is missing or weak. */
export function readConfig(env: Record<string, string | undefined>): WebConfig {
  const parsed = environment.safeParse(env);
  if (!parsed.success) throw new Error(`Cannot start: ${parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`).join("; ")}`);
  const found = parsed.data;
  const wrong = found.NODE_ENV === "production" ? unsafe(found) : [];
  if (wrong.length > 0) throw new Error(`Cannot start in production: ${wrong.join("; ")}`);
  return {
    production: found.NODE_ENV === "production",
    development: found.WEB_DEV === "1",
    host: found.HOST,
    port: found.WEB_PORT,
    webUrl: new URL(found.WEB_URL ?? `http://localhost:${found.WEB_PORT}`).origin,
    apiUrl: (found.API_URL ?? `http://127.0.0.1:${found.API_PORT}`).replace(/\/+$/, ""),
    proxySecret: found.WEB_PROXY_SECRET ?? null,
    mailboxUrl: found.MAILBOX_URL ?? (found.SANDBOX_URL ? `${found.SANDBOX_URL.replace(/\/+$/, "")}/mail` : null),
    assetOrigin: found.ASSET_URL ? new URL(found.ASSET_URL).origin : null,
    paymentOrigins: paymentOriginsOf(found),
    trustedProxies: found.TRUSTED_PROXIES,
  };
}

function paymentOriginsOf({ SANDBOX_URL }: Environment): string[] {
  return SANDBOX_URL ? [...STRIPE_PAGES, new URL(SANDBOX_URL).origin] : STRIPE_PAGES;
}

/** What production refuses. A rehearsal may use http and the sandbox, but on loopback only. */
function unsafe(found: Environment): string[] {
  const missing = (["WEB_URL", "API_URL", "WEB_PROXY_SECRET"] as const).filter((name) => !found[name]).map((name) => `${name} is missing`);
  const development = found.WEB_DEV ? ["WEB_DEV is for development"] : [];
  return [...missing, ...development, ...(found.REHEARSAL ? farFromHome(found) : unsafeForReal(found))];
}

function unsafeForReal(found: Environment): string[] {
  const plain = (["WEB_URL", "ASSET_URL"] as const).filter((name) => found[name]?.startsWith("http:")).map((name) => `${name} must be https`);
  const sandbox = (["MAILBOX_URL", "SANDBOX_URL"] as const).filter((name) => found[name]).map((name) => `${name} belongs to the sandbox`);
  return [...plain, ...sandbox];
}

function farFromHome({ WEB_URL }: Environment): string[] {
  return WEB_URL && !isLoopback(new URL(WEB_URL).hostname) ? ["WEB_URL must be on loopback in a rehearsal"] : [];
}

const isLoopback = (host: string) => host === "localhost" || host === "[::1]" || host.startsWith("127.");

let read: WebConfig | null = null;

/** The configuration of this process, read once. */
export function config(): WebConfig {
  read ??= readConfig(process.env);
  return read;
}

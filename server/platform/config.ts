import { z } from "zod";

/** The only place that reads the environment. Everything else receives a Config. */

const SECRET_MIN_LENGTH = 32;
const SECRET_MIN_DISTINCT_CHARACTERS = 10;

const list = z.string().transform((text) => text.split(",").map((item) => item.trim()).filter(Boolean));
const secret = z
  .string()
  .min(SECRET_MIN_LENGTH, `must have at least ${SECRET_MIN_LENGTH} characters`)
  .refine((text) => new Set(text).size >= SECRET_MIN_DISTINCT_CHARACTERS, "is too easy to guess");
const secrets = list.pipe(z.array(secret).min(1, "must name at least one secret"));
const webhookSecrets = list.pipe(z.array(z.string().regex(/^whsec_\S+$/, "must hold signing secrets of Stripe (whsec_…)")).min(1, "must name at least one secret"));
const port = z.coerce.number().int().min(0).max(65_535);
const origin = z.url({ protocol: /^https?$/ }).transform((text) => text.replace(/\/+$/, ""));
const flag = z.enum(["0", "1"]).transform((text) => text === "1");

const environment = z.object({
  NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
  REHEARSAL: flag.default(false),
  HOST: z.string().default("127.0.0.1"),
  API_PORT: port.default(4000),
  WEB_URL: origin.default("http://localhost:3000"),
  API_URL: origin.default("http://localhost:4000"),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, "must be a postgresql:// address"),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
  REDIS_URL: z.string().regex(/^rediss?:\/\//, "must be a redis:// address").optional(),
  JWT_SECRETS: secrets,
  QUESTION_SECRETS: secrets,
  SEALING_SECRET: secret,
  WEB_PROXY_SECRET: secret,
  SENDGRID_API_KEY: z.string().min(1).default("SG.sandbox"),
  SENDGRID_API_BASE: origin.optional(),
  STRIPE_SECRET_KEY: z.string().regex(/^[sr]k_(test|live)_\w+$/, "is not a secret key of Stripe").default("sk_test_sandbox"),
  STRIPE_WEBHOOK_SECRETS: webhookSecrets,
  STRIPE_API_BASE: origin.optional(),
  STRIPE_PROMOTION_CODES: flag.default(true),
  STRIPE_AUTOMATIC_TAX: flag.default(false),
  SANDBOX_URL: origin.default("http://localhost:4242"),
  MAIL_FROM: z.string().default("Etude <hello@etude.test>"),
  RATE_LIMIT_SCALE: z.coerce.number().positive().default(1),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  METRICS_TOKEN: secret.optional(),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  LOG_PRETTY: flag.default(false),
  PIANO_BANK: z.string().default("build/piano.pcm"),
  RUN_WORKER: flag.default(false),
});

type Environment = z.infer<typeof environment>;

const SENDGRID = "https://api.sendgrid.com";
const STRIPE = "https://api.stripe.com";

/** What has a default that suits this machine only. */
const SET_IN_PRODUCTION = ["WEB_URL", "API_URL", "MAIL_FROM", "SENDGRID_API_KEY", "STRIPE_SECRET_KEY", "STRIPE_WEBHOOK_SECRETS"];

const unsetInProduction = (given: NodeJS.ProcessEnv): string[] =>
  SET_IN_PRODUCTION.filter((name) => given[name] === undefined).map((name) => `${name} must be set`);

/** What production demands beyond a well-formed environment; `REHEARSAL=1` lifts it on loopback only. */
function productionProblems(env: Environment, given: NodeJS.ProcessEnv): string[] {
  const problems = unsetInProduction(given);
  const demand = (right: boolean, problem: string) => void (right || problems.push(problem));
  const allSecrets = [...env.JWT_SECRETS, ...env.QUESTION_SECRETS, env.SEALING_SECRET, env.WEB_PROXY_SECRET];
  demand(new Set(allSecrets).size === allSecrets.length, "JWT_SECRETS, QUESTION_SECRETS, SEALING_SECRET and WEB_PROXY_SECRET must all differ");
  if (env.REHEARSAL) {
    demand(["127.0.0.1", "localhost", "::1"].includes(env.HOST), "HOST must be loopback in a rehearsal");
    return problems;
  }
  demand(env.WEB_URL.startsWith("https://"), "WEB_URL must be https");
  demand(env.API_URL.startsWith("https://"), "API_URL must be https");
  demand(!env.SENDGRID_API_BASE || env.SENDGRID_API_BASE === SENDGRID, "SENDGRID_API_BASE must be SendGrid's own address");
  demand(/^SG\.[\w-]{16,}\.[\w-]{16,}$/.test(env.SENDGRID_API_KEY), "SENDGRID_API_KEY is not a key of SendGrid");
  demand(/^[sr]k_live_\w{16,}$/.test(env.STRIPE_SECRET_KEY), "STRIPE_SECRET_KEY must be a live key");
  demand(env.STRIPE_WEBHOOK_SECRETS.every((text) => /^whsec_\w{24,}$/.test(text)), "STRIPE_WEBHOOK_SECRETS are not signing secrets of Stripe");
  demand(!env.STRIPE_API_BASE || env.STRIPE_API_BASE === STRIPE, "STRIPE_API_BASE must be Stripe's own address");
  demand(!/\.test>?$/.test(env.MAIL_FROM), "MAIL_FROM must be a real address");
  demand(env.RATE_LIMIT_SCALE <= 1, "RATE_LIMIT_SCALE may not loosen the limits");
  return problems;
}

export class ConfigError extends Error {
  override name = "ConfigError";
}

/**
 * The configuration out of environment variables. Throws a ConfigError that names every variable that is missing,
 * malformed or, in production, weak; it never repeats a value.
 */
export function readConfig(given: NodeJS.ProcessEnv) {
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path[0] as string} ${given[issue.path[0] as string] === undefined ? "is missing" : issue.message}`);
    if (given.NODE_ENV === "production") problems.push(...unsetInProduction(given));
    throw new ConfigError(`Etude can't start:\n  ${[...new Set(problems)].join("\n  ")}`);
  }
  const env = parsed.data;
  const production = env.NODE_ENV === "production";
  const problems = production ? productionProblems(env, given) : [];
  if (problems.length > 0) throw new ConfigError(`Etude can't start in production:\n  ${problems.join("\n  ")}`);
  return toConfig(env, production, given);
}

function toConfig(env: Environment, production: boolean, given: NodeJS.ProcessEnv) {
  const ownStripeKey = given.STRIPE_SECRET_KEY !== undefined && env.STRIPE_SECRET_KEY !== "sk_test_sandbox";
  const ownSendGridKey = given.SENDGRID_API_KEY !== undefined && env.SENDGRID_API_KEY !== "SG.sandbox";
  return {
    production,
    rehearsal: env.REHEARSAL,
    host: env.HOST,
    apiPort: env.API_PORT,
    webUrl: env.WEB_URL,
    apiUrl: env.API_URL,
    /** Cookies are Secure, and carry the __Host- prefix, wherever the site is https. */
    secureCookies: env.WEB_URL.startsWith("https://"),
    database: { url: env.DATABASE_URL, poolSize: env.DATABASE_POOL },
    redisUrl: env.REDIS_URL,
    jwtSecrets: env.JWT_SECRETS,
    questionSecrets: env.QUESTION_SECRETS,
    sealingSecret: env.SEALING_SECRET,
    webProxySecret: env.WEB_PROXY_SECRET,
    mail: {
      apiKey: env.SENDGRID_API_KEY,
      apiBase: env.SENDGRID_API_BASE ?? (ownSendGridKey ? SENDGRID : env.SANDBOX_URL),
      from: env.MAIL_FROM,
    },
    stripe: {
      secretKey: env.STRIPE_SECRET_KEY,
      /** A delivery may be signed with any of them, so that a secret can be changed while both are in use. */
      webhookSecrets: env.STRIPE_WEBHOOK_SECRETS,
      apiBase: env.STRIPE_API_BASE ?? (ownStripeKey ? STRIPE : env.SANDBOX_URL),
      livemode: /^[sr]k_live_/.test(env.STRIPE_SECRET_KEY),
      promotionCodes: env.STRIPE_PROMOTION_CODES,
      automaticTax: env.STRIPE_AUTOMATIC_TAX,
    },
    rateLimitScale: env.RATE_LIMIT_SCALE,
    trustedProxies: env.TRUSTED_PROXIES,
    metricsToken: env.METRICS_TOKEN,
    log: { level: env.LOG_LEVEL, pretty: env.LOG_PRETTY },
    /** Bcrypt's cost: 2^12 rounds, about 200 ms. Tests lower it. */
    passwordCost: 12,
    pianoBank: env.PIANO_BANK,
    runWorker: env.RUN_WORKER,
  };
}

export type Config = ReturnType<typeof readConfig>;

import { ConfigError, readConfig } from "./config";

const secret = (purpose: string) => `${purpose}: 0123456789 abcdefghijklmnop`;

const development = {
  DATABASE_URL: "postgresql://localhost/etude",
  JWT_SECRETS: secret("tokens"),
  QUESTION_SECRETS: secret("questions"),
  SEALING_SECRET: secret("sealing"),
  WEB_PROXY_SECRET: secret("proxy"),
  STRIPE_WEBHOOK_SECRETS: "whsec_development_0123456789",
};

const production = {
  ...development,
  NODE_ENV: "production",
  WEB_URL: "https://etude.example",
  API_URL: "https://api.etude.example",
  MAIL_FROM: "Etude <hello@etude.example>",
  SENDGRID_API_KEY: "SG.0123456789abcdefghij.0123456789abcdefghij",
  STRIPE_SECRET_KEY: "sk_live_0123456789abcdefghijklmn",
  STRIPE_WEBHOOK_SECRETS: "whsec_0123456789abcdefghijklmnop,whsec_abcdefghijklmnop0123456789",
};

const refusal = (environment: NodeJS.ProcessEnv): string => {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return "started";
};

test("a development start needs a database and secrets, and has a default for the rest", () => {
  const config = readConfig(development);
  expect(config.production).toBe(false);
  expect(config.mail.apiBase).toBe("http://localhost:4242");
  expect(config.stripe).toMatchObject({ apiBase: "http://localhost:4242", livemode: false, webhookSecrets: ["whsec_development_0123456789"] });
  expect(config.secureCookies).toBe(false);
});

test("a complete production environment is accepted, with Secure cookies and the vendors' own addresses", () => {
  const config = readConfig(production);
  expect(config.secureCookies).toBe(true);
  expect(config.mail.apiBase).toBe("https://api.sendgrid.com");
  expect(config.stripe).toMatchObject({ apiBase: "https://api.stripe.com", livemode: true });
  expect(config.stripe.webhookSecrets).toHaveLength(2);
});

test.each(["DATABASE_URL", "JWT_SECRETS", "QUESTION_SECRETS", "SEALING_SECRET", "WEB_PROXY_SECRET", "WEB_URL", "API_URL", "MAIL_FROM", "SENDGRID_API_KEY", "STRIPE_SECRET_KEY", "STRIPE_WEBHOOK_SECRETS"])(
  "production refuses to start without %s, and names it",
  (name) => {
    const { [name]: _left, ...rest } = production as Record<string, string>;
    expect(refusal(rest)).toContain(name);
  },
);

test("production that was told nothing names all that it lacks at once", () => {
  const said = refusal({ NODE_ENV: "production" });
  for (const name of Object.keys(production)) if (name !== "NODE_ENV") expect(said).toContain(name);
});

test.each([
  ["JWT_SECRETS", "short"],
  ["JWT_SECRETS", `${secret("tokens")},short`],
  ["QUESTION_SECRETS", "a".repeat(64)],
  ["SEALING_SECRET", secret("tokens")],
  ["WEB_URL", "http://etude.example"],
  ["API_URL", "http://api.etude.example"],
  ["SENDGRID_API_KEY", "SG.sandbox"],
  ["SENDGRID_API_BASE", "http://localhost:4242"],
  ["STRIPE_SECRET_KEY", "sk_test_0123456789abcdefghijklmn"],
  ["STRIPE_SECRET_KEY", "pk_live_0123456789abcdefghijklmn"],
  ["STRIPE_SECRET_KEY", "sk_live_short"],
  ["STRIPE_WEBHOOK_SECRETS", ""],
  ["STRIPE_WEBHOOK_SECRETS", " , "],
  ["STRIPE_WEBHOOK_SECRETS", "whsec_short"],
  ["STRIPE_WEBHOOK_SECRETS", "0123456789abcdefghijklmnopqrstuv"],
  ["STRIPE_WEBHOOK_SECRETS", "whsec_0123456789abcdefghijklmnop,another secret"],
  ["STRIPE_API_BASE", "http://localhost:4242"],
  ["MAIL_FROM", "Etude <hello@etude.test>"],
  ["RATE_LIMIT_SCALE", "1000"],
])("production refuses a weak %s, and never repeats a secret", (name, value) => {
  const said = refusal({ ...production, [name]: value });
  expect(said).toContain(name);
  if ((name.endsWith("SECRETS") || name.endsWith("KEY")) && value.trim().length > 4) expect(said).not.toContain(value);
});

test("no process starts without a secret for Stripe's webhooks, or with one that is none: deliveries are never left unchecked", () => {
  for (const value of [undefined, "", ",", "undefined", "whsec_", "secret"]) expect(refusal({ ...development, STRIPE_WEBHOOK_SECRETS: value })).toContain("STRIPE_WEBHOOK_SECRETS");
});

test("a rehearsal of production admits http, the sandbox and test keys, on loopback only", () => {
  const rehearsal = { ...production, REHEARSAL: "1", WEB_URL: "http://localhost:3000", API_URL: "http://localhost:4000", SENDGRID_API_KEY: "SG.sandbox", STRIPE_SECRET_KEY: "sk_test_sandbox" };
  expect(refusal({ ...rehearsal, HOST: "127.0.0.1" })).toBe("started");
  expect(refusal({ ...rehearsal, HOST: "0.0.0.0" })).toContain("HOST");
});

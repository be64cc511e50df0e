import { readConfig } from "./config.server";

const production = { NODE_ENV: "production", WEB_URL: "https://etude.example", API_URL: "https://api.etude.example/", WEB_PROXY_SECRET: "x".repeat(32) };

describe("the web server's settings", () => {
  test("outside production the local addresses do", () => {
    expect(readConfig({ WEB_PORT: "3100", API_PORT: "4100" })).toMatchObject({ webUrl: "http://localhost:3100", apiUrl: "http://127.0.0.1:4100", mailboxUrl: null, production: false });
  });

  test("the sandbox's mailbox is linked where there is a sandbox", () => {
    expect(readConfig({ SANDBOX_URL: "http://localhost:4242/" }).mailboxUrl).toBe("http://localhost:4242/mail");
  });

  test("payment leads to Stripe's pages, and to the sandbox's where there is one", () => {
    const stripe = ["https://checkout.stripe.com", "https://billing.stripe.com", "https://invoice.stripe.com"];
    expect(readConfig(production).paymentOrigins).toEqual(stripe);
    expect(readConfig({ SANDBOX_URL: "http://localhost:4242/" }).paymentOrigins).toEqual([...stripe, "http://localhost:4242"]);
  });

  test("an empty variable is a missing one", () => {
    expect(readConfig({ MAILBOX_URL: "", WEB_URL: "" })).toMatchObject({ mailboxUrl: null, webUrl: "http://localhost:3000" });
  });

  test("production starts with everything it needs", () => {
    expect(readConfig(production)).toMatchObject({ production: true, webUrl: "https://etude.example", apiUrl: "https://api.etude.example" });
  });

  test("production names everything that is missing", () => {
    expect(() => readConfig({ NODE_ENV: "production" })).toThrow(/WEB_URL is missing.*API_URL is missing.*WEB_PROXY_SECRET is missing/);
  });

  test.each([
    [{ WEB_URL: "http://etude.example" }, /WEB_URL must be https/],
    [{ ASSET_URL: "http://cdn.etude.example" }, /ASSET_URL must be https/],
    [{ WEB_PROXY_SECRET: "short" }, /WEB_PROXY_SECRET must have at least 32 characters/],
    [{ SANDBOX_URL: "http://localhost:4242" }, /SANDBOX_URL belongs to the sandbox/],
    [{ MAILBOX_URL: "http://localhost:4242/mail" }, /MAILBOX_URL belongs to the sandbox/],
    [{ REHEARSAL: "1" }, /WEB_URL must be on loopback/],
    [{ WEB_DEV: "1" }, /WEB_DEV is for development/],
  ])("production refuses %j", (setting, reason) => {
    expect(() => readConfig({ ...production, ...setting })).toThrow(reason);
  });

  test("a rehearsal on loopback may use http and the sandbox", () => {
    const rehearsal = { ...production, REHEARSAL: "1", WEB_URL: "http://localhost:3000", SANDBOX_URL: "http://localhost:4242" };
    expect(readConfig(rehearsal)).toMatchObject({ production: true, mailboxUrl: "http://localhost:4242/mail" });
  });

  test("a port that is none is refused by its name", () => {
    expect(() => readConfig({ WEB_PORT: "80000" })).toThrow(/WEB_PORT/);
  });
});

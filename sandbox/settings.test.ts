import { readSettings } from "./settings";

test("without variables it is on loopback, port 4242", () => {
  expect(readSettings({})).toEqual({ host: "127.0.0.1", port: 4242, dataDir: ".data/sandbox", sandboxUrl: "http://localhost:4242", webUrl: "http://localhost:3000", webhook: undefined });
});

test("port, host and folder can be chosen", () => {
  expect(readSettings({ SANDBOX_PORT: "23456", HOST: "::1", SANDBOX_DATA_DIR: "/data" })).toMatchObject({ host: "::1", port: 23456, dataDir: "/data", sandboxUrl: "http://localhost:23456" });
});

test("it refuses every address that others can reach", () => {
  for (const HOST of ["0.0.0.0", "::", "192.168.1.2", "example.com"]) expect(() => readSettings({ HOST })).toThrow("HOST must be");
});

test("it refuses to run in production, but for a rehearsal", () => {
  expect(() => readSettings({ NODE_ENV: "production" })).toThrow("never runs in production");
  expect(readSettings({ NODE_ENV: "production", REHEARSAL: "1" }).host).toBe("127.0.0.1");
});

test("it refuses what is no port", () => {
  for (const SANDBOX_PORT of ["mail", "-1", "65536", "80.5"]) expect(() => readSettings({ SANDBOX_PORT })).toThrow("SANDBOX_PORT");
});

test("webhooks go to the API, signed with the first of its secrets", () => {
  const { webhook } = readSettings({ API_URL: "http://localhost:4000/", STRIPE_WEBHOOK_SECRETS: " whsec_new , whsec_old" });
  expect(webhook).toEqual({ url: "http://localhost:4000/api/webhooks/stripe", secret: "whsec_new" });
  expect(readSettings({ API_URL: "http://localhost:4000" }).webhook).toBeUndefined();
});

import { MailService } from "@sendgrid/mail";
import { Client } from "@sendgrid/client";

import { post, startSandbox } from "../testing";

type Sandbox = Awaited<ReturnType<typeof startSandbox>>;

let sandbox: Sandbox;
beforeAll(async () => void (sandbox = await startSandbox()));
afterAll(() => sandbox.stop());

const KEY = { authorization: "Bearer SG.test" };
const mail = (changes: object = {}) => ({
  personalizations: [{ to: [{ email: "ada@etude.test" }] }],
  from: { email: "hello@etude.test", name: "Etude" },
  subject: "Hello",
  content: [
    { type: "text/plain", value: "Plain" },
    { type: "text/html", value: "<p>Rich</p>" },
  ],
  ...changes,
});
const send = (body: unknown, headers: Record<string, string> = KEY) => post(`${sandbox.url}/v3/mail/send`, body, headers);
const mailsTo = async (to: string) => (await (await fetch(`${sandbox.url}/mail.json?to=${encodeURIComponent(to)}`)).json()) as Record<string, string>[];

function sendGridClient() {
  const client = new Client();
  client.setApiKey("SG.test");
  client.setDefaultRequest("baseUrl", sandbox.url);
  const service = new MailService();
  service.setClient(client);
  return service;
}

test("SendGrid's own client sends a mail, and it is in the mailbox", async () => {
  const [answer] = await sendGridClient().send({ to: "Grace <grace@etude.test>", from: "Etude <hello@etude.test>", subject: "Hi", text: "Words", html: "<b>Words</b>" });
  expect(answer.statusCode).toBe(202);
  expect((answer.headers as Record<string, string>)["x-message-id"]).toMatch(/^[\w-]{22}$/);
  expect(await mailsTo("grace@etude.test")).toEqual([{ to: "grace@etude.test", subject: "Hi", text: "Words", html: "<b>Words</b>", sentAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) }]);
});

test("an accepted mail is answered with 202 and nothing else", async () => {
  const answer = await send(mail());
  expect([answer.status, await answer.text()]).toEqual([202, ""]);
});

test("every recipient of a mail gets one, copies included", async () => {
  await send(mail({ personalizations: [{ to: [{ email: "one@etude.test" }], cc: [{ email: "two@etude.test" }], bcc: [{ email: "three@etude.test" }], subject: "For each" }] }));
  for (const name of ["one", "two", "three"]) expect((await mailsTo(`${name}@etude.test`))[0]?.subject).toBe("For each");
});

test("without a key nothing is sent", async () => {
  const answer = await send(mail({ personalizations: [{ to: [{ email: "nobody@etude.test" }] }] }), {});
  expect(answer.status).toBe(401);
  expect(await answer.json()).toEqual({ errors: [{ message: "Permission denied, wrong credentials", field: null, help: null }] });
  expect(await mailsTo("nobody@etude.test")).toEqual([]);
});

test.each([
  ["no sender", mail({ from: undefined }), "from.email"],
  ["a sender without an address", mail({ from: { email: "nobody" } }), "from.email"],
  ["no personalization", mail({ personalizations: [] }), "personalizations"],
  ["nobody to send to", mail({ personalizations: [{ to: [] }] }), "personalizations.0.to"],
  ["a recipient who is none", mail({ personalizations: [{ to: [{ email: "a b@etude.test" }] }] }), "personalizations.0.to.0.email"],
  ["the same recipient twice", mail({ personalizations: [{ to: [{ email: "a@etude.test" }], cc: [{ email: "A@etude.test" }] }] }), "personalizations.0"],
  ["no subject", mail({ subject: "" }), "subject"],
  ["no content", mail({ content: undefined }), "content"],
  ["empty content", mail({ content: [{ type: "text/plain", value: "" }] }), "content.0.value"],
  ["HTML before plain text", mail({ content: [...mail().content].reverse() }), "content"],
  ["too many categories", mail({ categories: Array.from({ length: 11 }, String) }), "categories"],
])("a mail with %s is refused, and the field is named", async (_, body, field) => {
  const answer = await send(body);
  expect(answer.status).toBe(400);
  expect(await answer.json()).toEqual({ errors: [{ field, message: expect.any(String), help: expect.stringContaining("errors.html#message.") }] });
});

test("what is no JSON, or no object, is a bad request in SendGrid's form", async () => {
  for (const body of ["{", "[]", '"mail"']) {
    const answer = await send(body);
    expect([answer.status, await answer.json()]).toEqual([400, { errors: [{ message: "Bad Request", field: null, help: null }] }]);
  }
  expect((await send("hello", { ...KEY, "content-type": "text/plain" })).status).toBe(415);
});

test("a mail in SendGrid's own sandbox mode is judged and not sent", async () => {
  const answer = await send(mail({ personalizations: [{ to: [{ email: "dry@etude.test" }] }], mail_settings: { sandbox_mode: { enable: true } } }));
  expect(answer.status).toBe(200);
  expect(await mailsTo("dry@etude.test")).toEqual([]);
});

describe("told to fail", () => {
  const fault = (mode: string, count?: number) => post(`${sandbox.url}/sandbox/faults`, { service: "sendgrid", mode, count });

  test.each([["500", 500], ["403", 403], ["429", 429], ["html", 200]])("%s is answered as often as asked for, then mails pass again", async (mode, status) => {
    await fault(mode, 2);
    expect([(await send(mail())).status, (await send(mail())).status, (await send(mail())).status]).toEqual([status, status, 202]);
  });

  test("a hanging call is never answered", async () => {
    await fault("hang");
    const patience = AbortSignal.timeout(200);
    await expect(fetch(`${sandbox.url}/v3/mail/send`, { method: "POST", headers: { ...KEY, "content-type": "application/json" }, body: JSON.stringify(mail()), signal: patience })).rejects.toThrow(/timeout/);
  });

  test("a lost answer leaves a mail that was sent all the same", async () => {
    await fault("lost");
    await expect(send(mail({ personalizations: [{ to: [{ email: "lost@etude.test" }] }] }))).rejects.toThrow();
    expect(await mailsTo("lost@etude.test")).toHaveLength(1);
  });

  test("it can be called off", async () => {
    await fault("500", 100);
    await fault("none");
    expect((await send(mail())).status).toBe(202);
  });

  test("an unknown service, mode or count is refused", async () => {
    for (const body of [{ service: "pigeon", mode: "500" }, { service: "sendgrid", mode: "explode" }, { service: "sendgrid", mode: "500", count: 0 }, {}]) {
      expect((await post(`${sandbox.url}/sandbox/faults`, body)).status).toBe(400);
    }
  });
});

import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import { post, startSandbox } from "../../../sandbox/testing";
import type { OutgoingMail } from "./port";
import { sendGridMail } from "./sendgrid";

const apiKey = "SG.a-key-that-nobody-may-see";
const mail: OutgoingMail = {
  to: "ada@etude.test",
  from: "Etude <hello@etude.test>",
  subject: "Hello",
  text: "Words",
  html: "<p>Words</p>",
  messageId: "0193f7d2-0000-7000-8000-000000000000",
  category: "verify-address",
};

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
beforeAll(async () => void (sandbox = await startSandbox()));
afterAll(() => sandbox.stop());

const gateway = (timeout?: number) => sendGridMail({ apiKey, apiBase: sandbox.url, timeout });
const fail = (mode: string) => post(`${sandbox.url}/sandbox/faults`, { service: "sendgrid", mode });

test("a mail that SendGrid takes is accepted, with the id it was given there", async () => {
  expect(await gateway().send(mail)).toEqual({ outcome: "accepted", providerMessageId: expect.stringMatching(/^[\w-]{22}$/) });
  const [received] = (await (await fetch(`${sandbox.url}/mail.json?to=ada@etude.test`)).json()) as object[];
  expect(received).toMatchObject({ to: "ada@etude.test", subject: "Hello", text: "Words", html: "<p>Words</p>" });
});

test("our id, the category and untouched links go with it", async () => {
  const bodies: string[] = [];
  const listener = createServer((req, res) => {
    req.on("data", (chunk: Buffer) => bodies.push(chunk.toString())).on("end", () => res.writeHead(202).end());
  }).listen(0, "127.0.0.1");
  await once(listener, "listening");
  await sendGridMail({ apiKey, apiBase: `http://127.0.0.1:${(listener.address() as AddressInfo).port}` }).send(mail);
  listener.close();
  expect(JSON.parse(bodies.join(""))).toMatchObject({
    from: { email: "hello@etude.test", name: "Etude" },
    categories: ["verify-address"],
    custom_args: { message_id: mail.messageId },
    tracking_settings: { click_tracking: { enable: false, enable_text: false }, open_tracking: { enable: false } },
  });
});

test.each([["500", "SendGrid answered 500: Internal Server Error"], ["429", "SendGrid answered 429: too many requests"], ["html", "SendGrid answered 200 instead of 202"], ["lost", "SendGrid was not reached: ECONNRESET"]])(
  "an answer like %s is worth another try",
  async (mode, reason) => {
    await fail(mode);
    expect(await gateway().send(mail)).toEqual({ outcome: "failed", reason });
  },
);

test("no answer in time is worth another try", async () => {
  await fail("hang");
  expect(await gateway(100).send(mail)).toEqual({ outcome: "failed", reason: "SendGrid was not reached: ECONNABORTED" });
});

test("nobody listening is worth another try", async () => {
  expect(await sendGridMail({ apiKey, apiBase: "http://127.0.0.1:1" }).send(mail)).toEqual({ outcome: "failed", reason: "SendGrid was not reached: ECONNREFUSED" });
});

test("a mail that SendGrid refuses is refused for good", async () => {
  await fail("403");
  expect(await gateway().send(mail)).toEqual({ outcome: "rejected", reason: expect.stringMatching(/^SendGrid answered 403: The from address .* \(from\)$/) });
  expect(await gateway().send({ ...mail, subject: "" })).toMatchObject({ outcome: "rejected", reason: expect.stringContaining("(subject)") });
});

test("neither the key nor an address gets into a reason", async () => {
  const outcomes = [];
  for (const mode of ["500", "403", "lost"]) {
    await fail(mode);
    outcomes.push(await gateway().send(mail));
  }
  outcomes.push(await gateway().send({ ...mail, to: "ada @etude.test" }));
  expect(JSON.stringify(outcomes)).not.toMatch(/SG\.|ada|Words/);
});

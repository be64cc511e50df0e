import { request } from "node:http";

import { post, startSandbox } from "../testing";

type Sandbox = Awaited<ReturnType<typeof startSandbox>>;

let sandbox: Sandbox;
beforeEach(async () => void (sandbox = await startSandbox()));
afterEach(() => sandbox.stop());

interface Sent {
  to: string;
  subject?: string;
  text?: string;
  html?: string;
}

async function send({ to, subject = "Hello", text = "Plain", html = "<p>Rich</p>" }: Sent): Promise<void> {
  const content = [
    { type: "text/plain", value: text },
    { type: "text/html", value: html },
  ];
  const answer = await post(`${sandbox.url}/v3/mail/send`, { personalizations: [{ to: [{ email: to }] }], from: { email: "hello@etude.test" }, subject, content }, { authorization: "Bearer SG.test" });
  expect(answer.status).toBe(202);
}

const get = async (path: string) => {
  const answer = await fetch(sandbox.url + path);
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
};
const json = async (path: string) => JSON.parse((await get(path)).text) as { to: string; subject: string }[];
const idOfNewest = async () => /href="\/mail\/([\w-]{36})"/.exec((await get("/mail")).text)?.[1] ?? "";

test("mails are listed newest first, for one address in any case or for all", async () => {
  await send({ to: "Ada@etude.test", subject: "first" });
  await send({ to: "ben@etude.test", subject: "second" });
  await send({ to: "ada@etude.test", subject: "third" });
  expect((await json("/mail.json")).map(({ subject }) => subject)).toEqual(["third", "second", "first"]);
  expect((await json("/mail.json?to=ADA@etude.test")).map(({ subject }) => subject)).toEqual(["third", "first"]);
  expect(await json("/mail.json?to=nobody@etude.test")).toEqual([]);
});

test("an address with a plus sign is found, encoded or not", async () => {
  await send({ to: "ada+1@etude.test" });
  expect(await json("/mail.json?to=ada%2B1@etude.test")).toHaveLength(1);
  expect(await json("/mail.json?to=ada+1@etude.test")).toHaveLength(1);
});

test("the page shows the mails to one address, and turns over after fifty", async () => {
  for (let number = 1; number <= 51; number++) await send({ to: "ada@etude.test", subject: `Number ${number}.` });
  await send({ to: "ben@etude.test", subject: "Another's" });
  const first = (await get("/mail?to=ada@etude.test")).text;
  expect(first).toContain("Number 51.");
  expect(first).not.toContain("Number 1.");
  expect(first).not.toContain("Another&#39;s");
  expect((await get("/mail?to=ada@etude.test&page=2")).text).toContain("Number 1.");
});

test("an empty mailbox says so", async () => {
  expect((await get("/mail")).text).toContain("No mail yet.");
  expect((await get("/mail?to=ada@etude.test")).text).toContain("Nothing has come for ada@etude.test.");
});

test("a mail is shown with its links, its look in a closed frame, and its text", async () => {
  await send({ to: "ada@etude.test", text: "Open this:\nhttp://localhost:3000/verify-email?token=abc&x=1. Bye.", html: "<p>Rich</p>" });
  const id = await idOfNewest();
  const page = await get(`/mail/${id}`);
  expect(page.text).toContain('<a href="http://localhost:3000/verify-email?token=abc&amp;x=1" rel="noreferrer">');
  expect(page.text).toContain(`<iframe title="The mail as it looks" src="/mail/${id}/body" sandbox="allow-popups allow-popups-to-escape-sandbox">`);
  expect(page.text).toContain("Bye.</pre>");
  expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
  const body = await get(`/mail/${id}/body`);
  expect(body.text).toContain("<p>Rich</p>");
  expect(body.headers.get("content-security-policy")).toMatch(/default-src 'none'.*sandbox allow-popups/);
});

test("nothing of a mail can become part of the page around it", async () => {
  await send({ to: "ada@etude.test", subject: "<script>alert(1)</script>", text: '"><img src=x> javascript:alert(1)' });
  const id = await idOfNewest();
  for (const path of ["/mail", `/mail/${id}`, "/mail?to=%3Cscript%3E"]) {
    const { text } = await get(path);
    expect(text).not.toMatch(/<script|<img|href="javascript/);
  }
});

test("a mail that isn't there is not found", async () => {
  expect((await get("/mail/none")).status).toBe(404);
  expect((await get("/mail/none/body")).status).toBe(404);
});

test("another name than localhost is refused, even when it leads here", async () => {
  const status = await new Promise((resolve) => request(`${sandbox.url}/mail.json`, { headers: { host: "evil.example" } }, (answer) => resolve(answer.resume().statusCode)).end());
  expect(status).toBe(403);
});

test("the sandbox is alive, and leads to the mailbox", async () => {
  expect(JSON.parse((await get("/healthz")).text)).toEqual({ status: "ok" });
  expect((await get("/")).text).toContain("<h1>Mail</h1>");
  expect((await get("/nowhere")).status).toBe(404);
});

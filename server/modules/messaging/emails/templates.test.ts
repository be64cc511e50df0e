import { hours } from "../../../platform/clock";
import { writeEmail, type EmailData, type EmailTemplate } from "./templates";

const WEB = "https://etude.example";
const at = new Date("2026-11-24T08:05:00Z");
const who = { name: "Ada", at, timeZone: "Europe/Berlin" };
const link = { token: "a_token-1", validFor: hours(24) };

const data: { [Name in EmailTemplate]: EmailData<Name> } = {
  "account-deleted": { name: "Ada" },
  "already-registered": {},
  "email-change-confirm": link,
  "email-change-notice": { ...link, name: "Ada", newEmail: "new@etude.test" },
  "new-sign-in": { ...who, ipAddress: "203.0.113.7", userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0" },
  "password-changed": who,
  "reset-password": { ...link, name: "Ada" },
  "sessions-ended-by-reuse": who,
  "verify-address": link,
};
const all = Object.keys(data) as EmailTemplate[];
const write = <Name extends EmailTemplate>(name: Name, changes: Partial<EmailData<Name>> = {}, webUrl = WEB) => writeEmail(name, { ...data[name], ...changes } as EmailData<Name>, webUrl);

const wordsOf = (html: string) =>
  html
    .replace(/<style>.*?<\/style>|<title>.*?<\/title>/gs, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, "&");
const addressesIn = (text: string) => text.match(/https?:\/\/[^\s"<>]+/g) ?? [];

test.each(all)("%s says the same in plain text and in HTML", (name) => {
  const { text, html } = write(name);
  const words = wordsOf(html).replace(/\s+/g, " ");
  for (const paragraph of text.split(/\n+/).filter((line) => line !== "-- " && !/^(https?:|[A-Z][\w ']+:)/.test(line))) expect(words).toContain(paragraph.replace(/\s+/g, " ").trim());
});

test.each(all)("%s leads to our own site and nowhere else, and loads nothing", (name) => {
  const { text, html } = write(name);
  for (const address of [...addressesIn(text), ...addressesIn(html)]) expect(new URL(address).origin).toBe(WEB);
  expect(html).not.toMatch(/<(img|link|script|iframe|form|table)\b|url\(|@import/i);
});

test.each(all)("%s has a subject on one line, that mailboxes show whole", (name) => {
  expect(write(name).subject).toMatch(/^[^\r\n]{10,60}$/);
});

test.each([
  ["verify-address", "verify-email"],
  ["reset-password", "reset-password"],
  ["email-change-confirm", "confirm-email-change"],
  ["email-change-notice", "undo-email-change"],
] as const)("%s carries its secret to /%s", (name, path) => {
  const { text, html } = write(name);
  expect(text).toContain(`${WEB}/${path}?token=a_token-1`);
  expect(html).toContain(`href="${WEB}/${path}?token=a_token-1"`);
});

test.each(["account-deleted", "email-change-notice", "new-sign-in", "password-changed", "reset-password", "sessions-ended-by-reuse"] as const)("%s shows a name as it is written, never as HTML", (name) => {
  const { html, text } = write(name, { name: `<img src=x onerror="alert('x')"> & Söhne` });
  expect(html).toContain("Hello &lt;img src=x onerror=&quot;alert(&#39;x&#39;)&quot;&gt; &amp; Söhne,");
  expect(text).toContain(`Hello <img src=x onerror="alert('x')"> & Söhne,`);
  expect(write(name, { name: null }).text).toContain("Hello,");
});

test("a name cannot break out of its line", () => {
  expect(write("password-changed", { name: " Ada\r\nBcc: everybody@etude.test " }).text).toContain("Hello Ada Bcc: everybody@etude.test,");
});

test.each(["verify-address", "already-registered", "email-change-confirm"] as const)("%s, which may reach a stranger, repeats no word that somebody else chose", (name) => {
  expect(write(name).text + write(name).html).not.toContain("Ada");
});

test("the new address, the device and the time of a notice are those given", () => {
  expect(write("email-change-notice").text).toContain("New address: new@etude.test");
  const { text } = write("new-sign-in");
  expect(text).toContain("When: 24 November 2026 at 09:05 (Europe/Berlin)\nWith: Firefox on Linux\nFrom: 203.0.113.7");
  expect(write("new-sign-in", { ipAddress: null, userAgent: null }).text).toContain("With: An unknown device\nFrom: an unknown address");
});

test("how long a link works is said in words", () => {
  expect(write("verify-address", { validFor: hours(24) }).text).toContain("The link works once, for 24 hours.");
});

import { hours } from "../../../platform/clock";
import { writeEmail, type EmailData, type EmailTemplate } from "./templates";

const WEB = "https://etude.example";
const at = new Date("2026-11-24T08:05:00Z");
const who = { name: "Ada", at, timeZone: "Europe/Berlin" };
const link = { token: "a_token-1", validFor: hours(24) };
const reader = { name: "Ada", timeZone: "Europe/Berlin" };
const euros = { amount: 1200, currency: "eur" };
const next = new Date("2026-12-23T23:30:00Z");
const INVOICE = "https://invoice.stripe.com/i/acct_1/test_abc?s=ap&locale=en";
const PDF = "https://pay.stripe.com/invoice/acct_1/test_abc/pdf?s=ap";

const data: { [Name in EmailTemplate]: EmailData<Name> } = {
  "account-deleted": { name: "Ada" },
  "already-registered": {},
  "billing-cancelled": { ...reader, premiumUntil: next },
  "billing-card-expiring": { ...reader, brand: "visa", last4: "4242", expMonth: 1, expYear: 2027, nextPaymentAt: next },
  "billing-disputed": { name: "Ada" },
  "billing-duplicate-ended": { name: "Ada", refunded: euros },
  "billing-ended": { ...reader, endedAt: at, reason: "cancelled" },
  "billing-payment-failed": { ...reader, due: euros, payUrl: INVOICE, premiumUntil: next, stage: "first", needsAction: false },
  "billing-price-changed": { ...reader, interval: "YEAR", price: { amount: 9600, currency: "eur" }, nextPaymentAt: next, nextPayment: { amount: 9600, currency: "eur" } },
  "billing-receipt": { ...reader, number: "ETUDE-0001", paid: euros, paidAt: at, periodEnd: next, interval: "MONTH", invoiceUrl: INVOICE, pdfUrl: PDF },
  "billing-refunded": { name: "Ada", refunded: euros, full: true, rest: false },
  "billing-renewal-ahead": { ...reader, renewsAt: next, price: { amount: 9600, currency: "eur" } },
  "billing-resumed": { ...reader, nextPaymentAt: next, price: euros },
  "billing-subscribed": { ...reader, interval: "MONTH", price: euros, trialEnd: null, nextPaymentAt: next, nextPayment: euros },
  "billing-trial-ending": { ...reader, trialEnd: next, charge: euros, interval: "MONTH", cardLast4: "4242" },
  "billing-trial-refused": { name: "Ada", reason: "card" },
  "email-change-confirm": link,
  "email-change-notice": { ...link, name: "Ada", newEmail: "new@etude.test" },
  "new-sign-in": { ...who, ipAddress: "203.0.113.7", userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0" },
  "password-changed": who,
  "reset-password": { ...link, name: "Ada" },
  "sessions-ended-by-reuse": who,
  "verify-address": link,
};
type Named = { [Name in EmailTemplate]: EmailData<Name> extends { name: string | null } ? Name : never }[EmailTemplate];
const all = Object.keys(data) as EmailTemplate[];
const write = <Name extends EmailTemplate>(name: Name, changes: Partial<EmailData<Name>> = {}, webUrl = WEB) => writeEmail(name, { ...data[name], ...changes } as EmailData<Name>, webUrl);

/** What else a letter may be, each read as strictly as the first: every stage, and every fact that can be missing. */
const variants: { [Name in EmailTemplate]?: Partial<EmailData<Name>>[] } = {
  "billing-card-expiring": [{ nextPaymentAt: null }, { brand: "unknown" }],
  "billing-duplicate-ended": [{ refunded: null }],
  "billing-ended": [{ reason: "unpaid" }],
  "billing-payment-failed": (["first", "reminder", "last", "ended"] as const).flatMap((stage) => [
    { stage },
    { stage, needsAction: true },
    { stage, payUrl: null },
  ]),
  "billing-receipt": [{ number: null, periodEnd: null, interval: null, invoiceUrl: null, pdfUrl: null }],
  "billing-refunded": [{ full: false }, { rest: true }],
  "billing-subscribed": [{ trialEnd: next }, { interval: "YEAR" }, { trialEnd: next, nextPayment: { amount: 960, currency: "eur" } }],
  "billing-trial-ending": [{ cardLast4: null }, { interval: "YEAR" }],
};
const letters = all.flatMap((name) => [{}, ...(variants[name] ?? [])].map((changes) => [name, changes] as const));

const wordsOf = (html: string) =>
  html
    .replace(/<style>.*?<\/style>|<title>.*?<\/title>/gs, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&");
const addressesIn = (text: string) => text.match(/https?:\/\/[^\s"<>]+/g) ?? [];
const linksIn = (html: string) => [...html.matchAll(/href="([^"]*)"/g)].map(([, address]) => address?.replace(/&amp;/g, "&"));

test.each(letters)("%s %j says the same in plain text and in HTML", (name, changes) => {
  const { text, html } = write(name, changes);
  const words = wordsOf(html).replace(/\s+/g, " ");
  for (const line of text.split(/\n+/).filter((line) => line !== "-- " && !/^https?:/.test(line))) expect(words).toContain(line.replace(/\s+/g, " ").replace(/:$/, "").trim());
  for (const address of linksIn(html)) expect(text).toContain(`\n${address}\n`);
});

test.each(letters)("%s %j leads to our own site or to the invoice it was given, and loads nothing", (name, changes) => {
  const { text, html } = write(name, changes);
  const given: unknown[] = Object.values({ ...data[name], ...changes });
  const elsewhere = [...addressesIn(text), ...addressesIn(html.replace(/&amp;/g, "&"))].filter((address) => new URL(address).origin !== WEB);
  for (const address of elsewhere) expect(given).toContain(address);
  expect(html).not.toMatch(/<(img|link|script|iframe|form|table)\b|url\(|@import/i);
});

test.each(letters)("%s %j has a subject on one line, that mailboxes show whole", (name, changes) => {
  expect(write(name, changes).subject).toMatch(/^[^\r\n]{10,60}$/);
});

test.each(letters)("%s %j has no hole where a word should be", (name, changes) => {
  expect(write(name, changes).text).not.toMatch(/undefined|null|NaN|Invalid|\[object| {2}|\.\./);
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

const named = all.filter((name): name is Named => "name" in data[name]);
test.each(named)("%s shows a name as it is written, never as HTML", (name) => {
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

const yen = { amount: 1900, currency: "jpy" };
test.each([
  ["billing-duplicate-ended", { refunded: yen }],
  ["billing-payment-failed", { due: yen }],
  ["billing-price-changed", { price: yen, nextPayment: yen }],
  ["billing-receipt", { paid: yen }],
  ["billing-refunded", { refunded: yen }],
  ["billing-renewal-ahead", { price: yen }],
  ["billing-resumed", { price: yen }],
  ["billing-subscribed", { price: yen, nextPayment: yen }],
  ["billing-trial-ending", { charge: yen }],
] as const)("%s counts a currency without decimals in whole units", (name, changes) => {
  expect(write(name, changes).text).toMatch(/JP¥1,900(?!\.)/);
});

test.each(["billing-price-changed", "billing-renewal-ahead", "billing-resumed", "billing-subscribed", "billing-trial-ending"] as const)("%s says what will be charged and on which day of the reader's", (name) => {
  expect(write(name).text).toMatch(/€(12|96)\.00/);
  expect(write(name).text).toContain("24 December 2026");
  expect(write(name, { timeZone: "America/New_York" }).text).toContain("23 December 2026");
});

test.each(["billing-price-changed", "billing-renewal-ahead", "billing-resumed", "billing-subscribed", "billing-trial-ending"] as const)("%s says that one can cancel, and leads there", (name) => {
  const { text, html } = write(name);
  expect(text).toMatch(/cancel/);
  expect(linksIn(html)).toContain(`${WEB}/billing`);
});

test("a receipt says what was paid, when and for what, and leads to the invoice and its PDF", () => {
  const { text, html } = write("billing-receipt");
  expect(text).toContain("Amount: €12.00\nPaid on: 24 November 2026\nFor: Premium, monthly\nUntil: 24 December 2026\nInvoice: ETUDE-0001");
  expect(linksIn(html)).toEqual(expect.arrayContaining([INVOICE, PDF, `${WEB}/billing`]));
});

test.each([
  [{ stage: "first" }, "Your payment to Etude didn't go through", "Premium stays open until 24 December 2026."],
  [{ stage: "reminder" }, "Your payment to Etude is still missing", "Premium stays open until 24 December 2026."],
  [{ stage: "last" }, "Premium pauses soon: a payment is missing", "and pauses then if the payment is still missing."],
  [{ stage: "ended" }, "Premium is paused: a payment is missing", "Premium has been paused since 24 December 2026."],
  [{ stage: "first", needsAction: true }, "Please confirm your payment to Etude", "nothing is wrong with your card."],
] as const)("a missing payment, %j, is told by its stage and with a link that pays", (changes, subject, sentence) => {
  const letter = write("billing-payment-failed", changes);
  expect(letter.subject).toBe(subject);
  expect(letter.text).toContain(sentence);
  expect(letter.text).toContain(`${"needsAction" in changes ? "Confirm the payment" : "Pay €12.00"}:\n${INVOICE}\n`);
});

test("a missing payment is paid where Stripe, or its sandbox, says; on the billing page without such an address", () => {
  const first = (payUrl: string | null) => linksIn(write("billing-payment-failed", { payUrl }).html)[0];
  expect(first("http://localhost:4242/invoice/in_1")).toBe("http://localhost:4242/invoice/in_1");
  expect([first(null), first("javascript:alert(1)")]).toEqual([`${WEB}/billing`, `${WEB}/billing`]);
});

test("a new member in a trial reads when it ends and what is charged then", () => {
  const { text } = write("billing-subscribed", { trialEnd: next });
  expect(text).toContain("Premium is free for you until 24 December 2026. On 24 December 2026 €12.00 is charged, and again each month until you cancel.");
});

test("a refund says how long it takes, and whether premium ended with it", () => {
  const [full, part] = [write("billing-refunded").text, write("billing-refunded", { full: false }).text];
  for (const text of [full, part]) expect(text).toContain("€12.00");
  for (const text of [full, part, write("billing-duplicate-ended").text]) expect(text).toContain("It takes 5 to 10 days until it is on your statement.");
  expect(full).toContain("Premium and your subscription have ended with it");
  expect(part).toContain("Premium stays open as before");
});

test("a second trial and an accidental subscription say that nothing was charged, where nothing was", () => {
  expect(write("billing-trial-refused").text).toContain("Nothing was charged.");
  expect(linksIn(write("billing-trial-refused").html)).toContain(`${WEB}/pricing`);
  expect(write("billing-duplicate-ended", { refunded: null }).text).toContain("Nothing was charged for it.");
});

test("a card is named as people know it, with its last month", () => {
  expect(write("billing-card-expiring").text).toContain("Your Visa card ending in 4242, with which you pay for Premium, is valid until the end of January 2027.");
  expect(write("billing-card-expiring", { brand: "something_new" }).text).toContain("Your card ending in 4242");
});

test("with a promotion code the next payment is told as it is, and the price as what comes after it", () => {
  const { text } = write("billing-subscribed", { trialEnd: next, nextPayment: { amount: 960, currency: "eur" } });
  expect(text).toContain("€9.60 is charged, and then €12.00 each month");
  expect(write("billing-price-changed", { nextPayment: { amount: 7680, currency: "eur" } }).text).toContain("€76.80 on");
});

test("the last part of a refund is the rest, and not all of it", () => {
  expect(write("billing-refunded", { rest: true }).text).toContain("the rest of your payment");
  expect(write("billing-refunded").text).toContain("all of your payment");
});

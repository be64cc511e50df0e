import type { Browser, Page } from "playwright-core";

import { atTheApi, CARD, daysPass, failStripe, faultsOf, fillCard, payAtCheckout, reloadUntil } from "./buyer";
import { followMail, PASSWORD, signUp } from "./learner";
import { type Product, startProduct } from "./product";
import { openBrowser, visit } from "./visitor";

let product: Product;
let browser: Browser;

// A product for each: the time that one journey lets pass at Stripe would lie before the others.
beforeAll(async () => void (browser = await openBrowser()), 60_000);
beforeEach(async () => void (product = await startProduct()), 60_000);
afterEach(() => product?.stop(), 60_000);
afterAll(() => browser?.close(), 60_000);
jest.setTimeout(300_000);

const TRIAL_DAYS = 7;
const LONGEST_MONTH = 31;
/** Needs premium, and no other level before it. */
const LOCKED = { track: "SC", title: "Major or natural minor" };
const PREMIUM_LINK = new RegExp(`^Premium.*${LOCKED.title}`);
const START_BUTTON = new RegExp(`^(Start|Again|Try again).*${LOCKED.title}`);

const to = (page: Page, path: string) => page.goto(`${product.webUrl}${path}`);
const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { name }).waitFor();
const textOf = (page: Page) => page.locator("main").innerText();
const invoiceRows = (page: Page) => page.locator(".invoices tbody tr").allInnerTexts();

/** From a locked level to the payment page, with the price seen on the way. */
async function goToCheckout(page: Page): Promise<void> {
  await to(page, `/levels?track=${LOCKED.track}`);
  await page.getByRole("link", { name: PREMIUM_LINK }).click();
  await heading(page, "Premium");
  await page.getByRole("button", { name: "Start 7 days free" }).click();
  await heading(page, /^Subscribe to/);
}

test("a free learner buys premium at a locked level, is charged, cancels, resumes, is renewed, and loses it with a refund", async () => {
  const { page, context, complaints, foreignRequests } = await visit(browser, { reducedMotion: "reduce", locale: "de-DE" });
  const flaws: string[] = [];
  const look = async (on = page) => void flaws.push(...(await faultsOf(on)));
  await signUp(page, product, "buyer@etude.test");

  await to(page, `/levels?track=${LOCKED.track}`);
  await look();
  await page.getByRole("link", { name: PREMIUM_LINK }).click();
  await heading(page, "Premium");
  expect(await textOf(page)).toContain(`“${LOCKED.title}” is a Premium level.`);
  expect(await textOf(page)).toMatch(/€12\.00 is charged, and again each month until you cancel/);
  await look();
  await page.getByRole("button", { name: "Start 7 days free" }).click();
  await heading(page, /^Subscribe to/);
  expect(await textOf(page)).toMatch(/€12\.00 per month/);
  await look();

  await payAtCheckout(page, CARD.declined);
  await page.getByText("Your card was declined.").waitFor();
  await look();
  const waiting = await context.newPage();
  await to(waiting, "/billing/welcome?session=cs_test_elsewhere");
  await heading(waiting, "One moment");
  await look(waiting);
  await to(waiting, "/billing/welcome?session=cs_test_elsewhere&look=1");
  await heading(waiting, "One moment");

  const seenThere = heading(waiting, "You have Premium").then(() => Date.now());
  await payAtCheckout(page, CARD.good);
  await page.waitForURL(/\/billing\/welcome/, { waitUntil: "commit" });
  const returned = Date.now();
  await heading(page, "You have Premium");
  const seenHere = Date.now();
  const times = { onReturn: seenHere - returned, onThePageThatWaited: (await seenThere) - returned };
  // Two seconds are promised. How a shared machine fares this time is told, not judged: that both pages get there by themselves is.
  console.log(`"You have Premium" was seen after ${JSON.stringify(times)} ms`);
  await waiting.close();
  await look();

  await page.getByRole("button", { name: START_BUTTON }).click();
  await page.waitForURL(/\/practice\//);
  await page.getByRole("button", { name: "Play" }).click();
  await page.keyboard.press("1");
  await page.locator(".stage[data-phase=right], .stage[data-phase=wrong]").waitFor();

  await daysPass(product, TRIAL_DAYS);
  await to(page, "/billing");
  await reloadUntil(page, "Premium, monthly");
  expect(await invoiceRows(page)).toEqual([expect.stringMatching(/€12\.00[^]*Paid/), expect.stringMatching(/€0\.00[^]*Nothing to pay/)]);
  await look();
  const pdf = await context.request.get((await page.getByRole("link", { name: /^PDF/ }).first().getAttribute("href")) ?? "");
  expect([pdf.status(), pdf.headers()["content-type"], (await pdf.body()).subarray(0, 5).toString()]).toEqual([200, "application/pdf", "%PDF-"]);
  await page.getByRole("link", { name: /^Page/ }).first().click();
  await heading(page, /^Invoice/);
  await look();
  await to(page, "/billing");

  await page.getByRole("link", { name: "Change to yearly" }).click();
  await heading(page, "Change to yearly");
  await page.getByText("From €12.00 a month to €96.00 a year.").waitFor();
  await page.getByRole("button", { name: /^Change and pay €\d+\.\d\d$/ }).waitFor();
  await look();
  await page.getByRole("link", { name: "Back" }).click();

  await page.getByRole("link", { name: "Cancel Premium" }).click();
  await heading(page, "Cancel Premium");
  await look();
  await page.getByRole("button", { name: "Cancel Premium" }).click();
  await heading(page, /^Premium until /);
  expect(await textOf(page)).toMatch(/It is cancelled\. Premium stays open until \d+ \w+ \d{4}, and nothing more is charged\./);
  await look();
  await to(page, `/levels?track=${LOCKED.track}`);
  expect(await page.getByRole("button", { name: START_BUTTON }).isVisible()).toBe(true);

  await to(page, "/billing");
  await page.getByRole("button", { name: "Keep Premium after all" }).click();
  await heading(page, "Premium, monthly");
  expect(await textOf(page)).toContain("Your subscription goes on as before.");

  await daysPass(product, LONGEST_MONTH);
  for (let tries = 0; (await invoiceRows(page)).length < 3 && tries < 40; tries++) await page.waitForTimeout(250).then(() => page.reload());
  expect(await invoiceRows(page)).toEqual([expect.stringMatching(/€12\.00[^]*Paid/), expect.stringMatching(/€12\.00[^]*Paid/), expect.stringMatching(/€0\.00/)]);

  await refundLast("buyer@etude.test");
  await reloadUntil(page, "Premium ended with a refund");
  expect((await invoiceRows(page))[0]).toMatch(/Refunded/);
  await look();
  await to(page, `/levels?track=${LOCKED.track}`);
  expect(await textOf(page)).toContain("Premium ended, because we gave you your payment back.");
  expect(await page.getByRole("link", { name: PREMIUM_LINK }).isVisible()).toBe(true);
  await look();

  expect(flaws).toEqual([]);
  expect({ complaints, foreignRequests }).toEqual({ complaints: [], foreignRequests: [] });
});

/** There are no pages for administrators yet: they work at the API. */
async function refundLast(email: string): Promise<void> {
  const admin = `admin-for-${email}`;
  const visitor = await visit(browser);
  await signUp(visitor.page, product, admin);
  await visitor.context.close();
  await product.makeAdmin(admin);
  const [owner, administrator] = await Promise.all([atTheApi(product, email), atTheApi(product, admin)]);
  const { data } = await owner.query("{ me { invoices(first: 1) { edges { node { id } } } } }");
  const invoiceId: string = data.me.invoices.edges[0].node.id;
  const { data: done, errors } = await administrator.query('mutation ($invoiceId: ID!) { refundInvoice(invoiceId: $invoiceId, reason: "Asked for by mail.") { amountRefunded } }', { invoiceId });
  expect([errors, done]).toEqual([[], { refundInvoice: { amountRefunded: 1200 } }]);
}

test("a renewal that fails is told with a link that pays, and paying mends it", async () => {
  const { page, complaints } = await visit(browser, { reducedMotion: "reduce", locale: "de-DE" });
  const flaws: string[] = [];
  await signUp(page, product, "unlucky@etude.test");
  await goToCheckout(page);
  await payAtCheckout(page, CARD.good);
  await heading(page, "You have Premium");

  await to(page, "/billing");
  await page.getByRole("button", { name: "Change card" }).click();
  await heading(page, "Change card");
  flaws.push(...(await faultsOf(page)));
  await fillCard(page, CARD.failsLater);
  await page.getByRole("button", { name: "Save the card" }).click();
  await page.waitForURL(`${product.webUrl}/billing`);
  await page.getByText("Visa ending in 0341").waitFor();

  await daysPass(product, TRIAL_DAYS);
  await reloadUntil(page, "A payment didn't go through");
  flaws.push(...(await faultsOf(page)));
  await to(page, "/pricing");
  expect(await textOf(page)).toContain("A payment didn't go through");
  await to(page, "/dashboard");
  await page.getByText(/A payment didn't go through\. Premium stays open until/).waitFor();
  flaws.push(...(await faultsOf(page)));
  await page.getByRole("link", { name: "Pay now" }).click();
  await heading(page, /^Invoice/);
  flaws.push(...(await faultsOf(page)));
  await fillCard(page, CARD.good);
  await page.getByRole("button", { name: /^Pay €12\.00/ }).click();
  await page.getByText("Paid", { exact: true }).first().waitFor();

  await to(page, "/billing");
  await reloadUntil(page, "Premium, monthly");
  await to(page, "/dashboard");
  expect(await textOf(page)).not.toContain("payment");
  expect({ flaws, complaints }).toEqual({ flaws: [], complaints: [] });
});

test("with JavaScript off premium is bought, changed, cancelled and resumed", async () => {
  const withScripts = await visit(browser);
  await signUp(withScripts.page, product, "plain-buyer@etude.test");
  await withScripts.context.close();

  const { page } = await visit(browser, { javaScriptEnabled: false, locale: "de-DE" });
  await to(page, "/login");
  await page.getByLabel("E-mail").fill("plain-buyer@etude.test");
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Log in" }).click();
  await page.waitForURL(/\/dashboard/);
  await goToCheckout(page);
  await payAtCheckout(page, CARD.declined);
  await page.getByText("Your card was declined.").waitFor();
  await payAtCheckout(page, CARD.good);
  await heading(page, "You have Premium");
  await page.getByRole("button", { name: START_BUTTON }).click();
  await page.waitForURL(/\/practice\//);

  await to(page, "/billing");
  await page.getByRole("link", { name: "Change to yearly" }).click();
  await page.getByRole("button", { name: /^Change/ }).click();
  await page.getByText("Your subscription is changed.").waitFor();
  await page.getByRole("link", { name: "Cancel Premium" }).click();
  await page.getByLabel(/^Why are you leaving/).fill("Too little time.");
  await page.getByRole("button", { name: "Cancel Premium" }).click();
  await heading(page, /^Premium until /);
  await page.getByRole("button", { name: "Keep Premium after all" }).click();
  await page.getByText("Your subscription goes on as before.").waitFor();
});

test("who is no learner yet is led through the sign-up back to what they chose", async () => {
  const { page, complaints } = await visit(browser, { locale: "en-GB" });
  await to(page, "/");
  await page.getByRole("link", { name: "See the prices" }).click();
  await page.getByRole("radio", { name: /^Yearly/ }).check();
  await page.getByRole("button", { name: "Start 7 days free" }).click();
  await page.getByText("Premium belongs to an account").waitFor();
  await signUpHere(page, "newcomer-who-buys@etude.test");
  await page.waitForURL(/\/pricing/);
  expect(await page.getByRole("radio", { name: /^Yearly/ }).isChecked()).toBe(true);
  expect(await textOf(page)).toMatch(/£88\.00 is charged, and again each year/);
  expect(complaints).toEqual([]);
});

async function signUpHere(page: Page, email: string): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Create account" }).click();
  await page.getByRole("link", { name: "Open the practice mailbox" }).click();
  await followMail(page, email, /Confirm your address/);
  await page.getByRole("button", { name: "Confirm my address" }).click();
}

test("a second purchase and a Stripe that is away are refused in a sentence, with a way on", async () => {
  const { page, context } = await visit(browser);
  await signUp(page, product, "hasty@etude.test");
  await to(page, "/pricing");
  const other = await context.newPage();
  await to(other, "/pricing");

  await failStripe(product, "500");
  await page.getByRole("button", { name: "Start 7 days free" }).click();
  const told = page.getByRole("alert");
  await told.waitFor({ timeout: 10_000 });
  expect(await told.innerText()).toMatch(/payment provider/i);
  await failStripe(product, "none");

  await page.getByRole("button", { name: "Start 7 days free" }).click();
  await heading(page, /^Subscribe to/);
  await payAtCheckout(page, CARD.good);
  await heading(page, "You have Premium");
  await other.getByRole("button", { name: "Start 7 days free" }).click();
  await other.getByText("You have a subscription already.").waitFor();
  await other.getByRole("link", { name: "See your plan" }).click();
  await heading(other, /^Premium, free until/);
});

import type { Page } from "playwright-core";

import { apiAt } from "../../server/testing/api";
import { PASSWORD } from "./learner";
import type { Product } from "./product";
import { axeViolations } from "./visitor";

/** What somebody who buys does at the browser, and what goes on around them. */

/** Stripe's test cards. */
export const CARD = {
  good: "4242 4242 4242 4242",
  declined: "4000 0000 0000 0002",
  /** Can be kept, but not charged. */
  failsLater: "4000 0000 0000 0341",
} as const;

/** Fills in the hosted checkout's form and sends it. */
export async function payAtCheckout(page: Page, card: string): Promise<void> {
  await fillCard(page, card);
  await page.getByLabel("Name on card").fill("Clara Schumann");
  await page.getByLabel("Country").selectOption("DE");
  await page.getByRole("button", { name: /^(Start trial|Pay|Subscribe)/ }).click();
}

export async function fillCard(page: Page, card: string): Promise<void> {
  await page.getByLabel("Card number").fill(card);
  await page.getByLabel("Expiry").fill("12 / 34");
  await page.getByLabel("Security code").fill("123");
}

/** The time at Stripe goes on by so many days, and some hours more: an invoice is charged an hour after its period ends. */
export async function daysPass({ sandboxUrl }: Product, days: number): Promise<void> {
  await post(`${sandboxUrl}/sandbox/stripe/clock`, { advanceSeconds: (days * 24 + 3) * 3600 });
}

/** Stripe answers the next calls with errors, until it is told to work again. */
export const failStripe = ({ sandboxUrl }: Product, mode: "500" | "none") => post(`${sandboxUrl}/sandbox/faults`, { service: "stripe", mode, count: 100 });

async function post(url: string, body: unknown): Promise<void> {
  const response = await fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
}

/** Loads the page anew until it shows that heading: webhooks take a moment. */
export async function reloadUntil(page: Page, heading: string | RegExp): Promise<void> {
  for (let look = 0; look < 40; look++) {
    await page.reload();
    if (await page.getByRole("heading", { name: heading }).isVisible()) return;
    await page.waitForTimeout(250);
  }
  throw new Error(`There is no heading ${heading} on ${page.url()}:\n${await page.locator("main").innerText()}`);
}

/** Somebody at the API itself, logged in. */
export async function atTheApi({ apiUrl }: Product, email: string) {
  const api = apiAt(apiUrl, { keepCookies: true });
  const { code } = await api.query("mutation ($input: LoginInput!) { login(input: $input) { expiresAt } }", { input: { email, password: PASSWORD } });
  if (code) throw new Error(`${email} can't log in: ${code}`);
  return api;
}

const LOOKS = [360, 1280].flatMap((width) => (["light", "dark"] as const).map((colorScheme) => ({ width, colorScheme })));

/** What is wrong with the page as it stands, on a phone and on a desk, by day and by night: what axe objects to, and what doesn't fit. */
export async function faultsOf(page: Page): Promise<string[]> {
  const before = page.viewportSize();
  const faults: string[] = [];
  for (const { width, colorScheme } of LOOKS) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const overflow = await page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
    const found = [...(await axeViolations(page)), ...(overflow ? ["wider than the screen"] : [])];
    faults.push(...found.map((fault) => `${page.url()} at ${width} px, ${colorScheme}: ${fault}`));
  }
  if (before) await page.setViewportSize(before);
  return faults;
}

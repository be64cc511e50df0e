import type { Page } from "playwright-core";

import type { Product } from "./product";

/** What a learner does at the browser, told once and used in every journey. */

export const PASSWORD = "practise-every-day";

/** From the landing page to the dashboard: signs up, finds the mail in the mailbox, confirms. */
export async function signUp(page: Page, { webUrl }: Product, email: string): Promise<void> {
  await page.goto(webUrl);
  await page.getByRole("link", { name: "Start free" }).first().click();
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByLabel("Name (optional)").fill("Clara");
  await page.getByRole("button", { name: "Create account" }).click();
  await page.getByRole("heading", { name: "Check your mail" }).waitFor();
  await page.getByRole("link", { name: "Open the practice mailbox" }).click();
  await followMail(page, email, /Confirm your address/);
  await page.getByRole("button", { name: "Confirm my address" }).click();
  await page.waitForURL(`${webUrl}/dashboard`);
}

/** Opens the newest mail of that subject and follows its link. The mail may take a moment to come. */
export async function followMail(page: Page, email: string, subject: RegExp): Promise<void> {
  const mailbox = new URL("/mail", page.url());
  mailbox.searchParams.set("to", email);
  const mail = page.getByRole("link", { name: subject }).first();
  for (let look = 0; look < 40; look++) {
    await page.goto(mailbox.href);
    if (await mail.isVisible()) break;
    await page.waitForTimeout(100);
  }
  await mail.click();
  await page.locator(".links a").first().click();
}

/** The landmarks of the treble staff, by where they lie: what every method for beginners teaches first. */
const TREBLE_LANDMARKS: Readonly<Record<string, string>> = {
  "on ledger line 1 below the staff": "C4",
  "on the second line": "G4",
  "in the third space": "C5",
};

/** Reads the note on the staff as a person would, from where it lies. */
export async function readLandmark(page: Page): Promise<string> {
  const seen = await page.locator(".stage [role=img]").first().getAttribute("aria-label");
  const place = Object.keys(TREBLE_LANDMARKS).find((where) => seen?.includes(where));
  if (!place) throw new Error(`This is no landmark of the treble staff: ${seen}`);
  return TREBLE_LANDMARKS[place] as string;
}

/** Answers the question on the page and waits until it is judged. */
export async function answer(page: Page, label: string): Promise<void> {
  await page.getByRole("button", { name: label, exact: true }).click();
  await page.locator(".stage[data-phase=right], .stage[data-phase=wrong]").waitFor();
}

/** Goes on, whether the page does so by itself or waits to be told. */
export async function goOn(page: Page): Promise<void> {
  const button = page.getByRole("button", { name: "Continue", exact: true });
  await Promise.race([page.locator(".stage[data-phase=answering]").waitFor(), button.click().catch(() => undefined)]);
  await page.locator(".stage[data-phase=answering], .stage[data-phase=ready]").first().waitFor();
}

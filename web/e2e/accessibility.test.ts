import type { Browser } from "playwright-core";

import { signUp } from "./learner";
import { type Product, startProduct } from "./product";
import { axeViolations, openBrowser, visit, type Visitor } from "./visitor";

let product: Product;
let browser: Browser;
let learner: Visitor;
let practice: string;

jest.setTimeout(120_000);
beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  learner = await visit(browser);
  await signUp(learner.page, product, "everywhere@etude.test");
  await learner.page.getByRole("button", { name: /^Start/ }).first().click();
  await learner.page.waitForURL(/\/practice\//);
  practice = new URL(learner.page.url()).pathname;
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
}, 60_000);

const PUBLIC_PAGES = ["/", "/pricing", "/sign-up", "/check-your-mail", "/login", "/forgot-password", "/reset-password?token=x", "/verify-email?token=x", "/confirm-email-change?token=x", "/undo-email-change?token=x", "/credits", "/nothing-here"];
const OWN_PAGES = ["/dashboard", "/levels", "/account", "/account/email", "/account/password", "/account/delete", "/billing", "/pricing?from=NR08", "PRACTICE"];

const pageOf = (path: string) => `${product.webUrl}${path === "PRACTICE" ? practice : path}`;

describe.each(["light", "dark"] as const)("in %s", (colorScheme) => {
  test.each([...PUBLIC_PAGES, ...OWN_PAGES])("%s has nothing that axe objects to, and fits a phone of 360 px", async (path) => {
    const storageState = OWN_PAGES.includes(path) ? await learner.context.storageState() : undefined;
    const { page, context, foreignRequests } = await visit(browser, { colorScheme, viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, storageState });
    await page.goto(pageOf(path), { waitUntil: "networkidle" });
    expect(await axeViolations(page)).toEqual([]);
    const overflow = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    expect(overflow).toBe(0);
    expect(foreignRequests).toEqual([]);
    await context.close();
  });
});

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

/** Somebody at a browser, and what their browser saw go wrong meanwhile. */
export interface Visitor {
  page: Page;
  context: BrowserContext;
  /** Requests that left for anywhere but our own sites. */
  foreignRequests: string[];
  /** Errors in the page and refusals by its content security policy. */
  complaints: string[];
}

const ROOT_NEEDS = ["--no-sandbox", "--disable-dev-shm-usage"];
const QUIET = ["--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--autoplay-policy=user-gesture-required"];

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.CHROMIUM_PATH, args: [...(process.getuid?.() === 0 ? ROOT_NEEDS : []), ...QUIET] });

export async function visit(browser: Browser, options: Parameters<Browser["newContext"]>[0] = {}): Promise<Visitor> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const visitor: Visitor = { page, context, foreignRequests: [], complaints: [] };
  page.on("request", (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith("http") && hostname !== "localhost") visitor.foreignRequests.push(request.url());
  });
  page.on("pageerror", (error) => visitor.complaints.push(String(error)));
  page.on("console", (message) => void (message.type() === "error" && visitor.complaints.push(`${message.text()} (${page.url()})`)));
  return visitor;
}

const axe = readFileSync(createRequire(`${process.cwd()}/package.json`).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds wrong with the page as it stands: one line for each violation. */
export async function axeViolations(page: Page): Promise<string[]> {
  // Evaluated over the debugging protocol, which the page's own content security policy does not bind.
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { run } = (globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }).axe;
    const { violations } = await run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
  });
}

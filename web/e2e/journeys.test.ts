import type { Browser } from "playwright-core";

import { answer, goOn, PASSWORD, readLandmark, signUp } from "./learner";
import { type Product, startProduct } from "./product";
import { axeViolations, openBrowser, visit, type Visitor } from "./visitor";

let product: Product;
let browser: Browser;

beforeAll(async () => void ([product, browser] = await Promise.all([startProduct(), openBrowser()])), 60_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
}, 60_000);
jest.setTimeout(120_000);

const expectNoComplaints = ({ complaints, foreignRequests }: Visitor) => expect({ complaints, foreignRequests }).toEqual({ complaints: [], foreignRequests: [] });

const QUESTIONS = 15;

test("a newcomer goes from the landing page to a passed level, and finds it there after a restart", async () => {
  const visitor = await visit(browser);
  const { page } = visitor;
  await signUp(page, product, "newcomer@etude.test");

  await page.getByRole("button", { name: /^Start/ }).first().click();
  for (let question = 1; question <= QUESTIONS; question++) {
    const note = await readLandmark(page);
    // One is answered wrong, to be shown why.
    const wrong = question === 3;
    await answer(page, wrong ? (note === "C4" ? "G4" : "C4") : note);
    expect(await page.locator(".stage").getAttribute("data-phase")).toBe(wrong ? "wrong" : "right");
    if (wrong) {
      expect(await page.locator(".dock-reason").innerText()).toContain(note);
      expect(await axeViolations(page)).toEqual([]);
    }
    if (question < QUESTIONS) await goOn(page);
  }
  await page.getByRole("button", { name: "See your result" }).click();
  await page.getByRole("heading", { name: "Level passed" }).waitFor();
  expect(await page.locator("main").innerText()).toMatch(/14 of 15/);
  expect(await axeViolations(page)).toEqual([]);

  await page.goto("about:blank"); // so that no page asks for anything while nobody is there to answer
  await product.restart();
  await page.goto(`${product.webUrl}/levels?track=NR`);
  expect(await page.locator("main").innerText()).toMatch(/93\s?%/);
  expectNoComplaints(visitor);
});

test("a level that is heard sounds at the first press and is answered by the number keys", async () => {
  const visitor = await visit(browser);
  const { page } = visitor;
  await signUp(page, product, "listener@etude.test");
  await page.goto(`${product.webUrl}/levels?track=IN`);
  await page.getByRole("button", { name: /^Start.*Octave or fifth/ }).click();
  const sound = page.waitForResponse((response) => response.url().includes("/sound/"));
  await page.getByRole("button", { name: "Play" }).click();
  const heard = await sound;
  expect(heard.status()).toBe(200);
  expect(heard.headers()["content-type"]).toContain("audio/");
  await page.keyboard.press("1");
  await page.locator(".stage[data-phase=right], .stage[data-phase=wrong]").waitFor();
  expectNoComplaints(visitor);
});

test("a reload in the middle of a practice goes on where the learner was", async () => {
  const visitor = await visit(browser, { viewport: { width: 360, height: 740 } });
  const { page } = visitor;
  await signUp(page, product, "reloader@etude.test");
  await page.getByRole("button", { name: /^Start/ }).first().click();
  await answer(page, await readLandmark(page));
  await goOn(page);
  const before = await page.locator(".stage [role=img]").first().getAttribute("aria-label");
  await page.reload();
  expect(await page.locator(".stage [role=img]").first().getAttribute("aria-label")).toBe(before);
  expect(await page.getByRole("progressbar").first().getAttribute("aria-label")).toContain("1 of 15");
  await page.goto(`${product.webUrl}/dashboard`);
  await page.getByRole("link", { name: /^Continue/ }).first().click();
  expect(await page.locator(".stage [role=img]").first().getAttribute("aria-label")).toBe(before);
  expectNoComplaints(visitor);
});

test("with JavaScript off somebody can log in, answer and see their result", async () => {
  const withScripts = await visit(browser);
  await signUp(withScripts.page, product, "plain@etude.test");
  await withScripts.context.close();

  const { page } = await visit(browser, { javaScriptEnabled: false });
  await page.goto(`${product.webUrl}/login`);
  await page.getByLabel("E-mail").fill("plain@etude.test");
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Log in" }).click();
  await page.getByRole("button", { name: /^Start/ }).first().click();
  for (let question = 1; question <= QUESTIONS; question++) {
    await page.getByRole("button", { name: "C4", exact: true }).click();
    await page.getByRole("button", { name: question < QUESTIONS ? "Continue" : "See your result", exact: true }).click();
  }
  await page.getByRole("heading", { name: "Not yet" }).waitFor();
});

test("a wrong password is told at the form, and the address stays in its field", async () => {
  const visitor = await visit(browser);
  const { page } = visitor;
  await page.goto(`${product.webUrl}/login`);
  await page.getByLabel("E-mail").fill("nobody@etude.test");
  await page.getByLabel("Password", { exact: true }).fill("certainly wrong");
  await page.getByRole("button", { name: "Log in" }).click();
  await page.getByText("The e-mail address or the password is wrong.").waitFor();
  expect(await page.getByLabel("E-mail").inputValue()).toBe("nobody@etude.test");
});

test("a page that is not there says so, as a 404", async () => {
  const { page } = await visit(browser);
  const response = await page.goto(`${product.webUrl}/nothing-here`);
  expect(response?.status()).toBe(404);
  expect(await page.getByRole("heading", { level: 1 }).innerText()).toBeTruthy();
});

import { post, startSandbox } from "../testing";
import { aCheckout, aMember, CARD, send, stripeOf, typed } from "./pages/testing";

const DAY = 24 * 3600;

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
const clock = () => `${sandbox.url}/sandbox/stripe/clock`;
const told = async (answer: Response) => (await answer.json()) as { now: number; iso: string; offset: number; error?: string };
beforeAll(async () => {
  sandbox = await startSandbox({ now: () => new Date("2027-01-31T10:00:00Z") });
});
afterAll(() => sandbox.stop());

test("the clock tells the sandbox's time, and moved on it answers when what was due has come to pass", async () => {
  const stripe = stripeOf(sandbox);
  const { customer, subscription } = await aMember(stripe);
  expect((await told(await fetch(clock()))).iso).toBe("2027-01-31T10:00:00.000Z");
  expect(await told(await post(clock(), { advanceSeconds: 28 * DAY + 3600 }))).toMatchObject({ iso: "2027-02-28T11:00:00.000Z", offset: 28 * DAY + 3600 });
  expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe("active");
  expect((await stripe.invoices.list({ customer: customer.id })).data.map(({ status }) => status)).toEqual(["paid", "paid"]);
  expect((await told(await post(clock(), { to: "2027-03-15T00:00:00Z" }))).iso).toBe("2027-03-15T00:00:00.000Z");
});

test("a checkout can be opened and paid after the clock was moved, by somebody whose own clock stands where it stood", async () => {
  const stripe = stripeOf(sandbox);
  const { offset, now } = await told(await fetch(clock()));
  expect(offset).toBeGreaterThan(28 * DAY);
  const { expires_at, url } = await aCheckout(stripe, { expires_at: now - offset + 3600 });
  expect(expires_at).toBe(now + 3600);
  expect((await send(url, typed(CARD.pays))).status).toBe(303);
});

test("it refuses to go back, to go nowhere, and to go too far", async () => {
  for (const body of [{}, { advanceSeconds: -1 }, { advanceSeconds: 1.5 }, { to: "2026-01-01T00:00:00Z" }, { to: "soon" }, { advanceSeconds: 3 * 366 * DAY }]) {
    const answer = await post(clock(), body);
    expect([answer.status, typeof (await told(answer)).error]).toEqual([400, "string"]);
  }
});

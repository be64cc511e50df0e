import { startSandbox } from "../sandbox/testing";
import { openWorld, type World } from "../server/testing";
import { DEMO_PASSWORD } from "./demo-world";
import { makeDemoWorld } from "./make-demo-world";

const LOGIN = "mutation Login($input: LoginInput!) { login(input: $input) { accessToken } }";
const ME = "{ me { role plan stats { practices currentStreakDays levelsCompleted } } }";

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await makeDemoWorld(world.config);
}, 30_000);
afterAll(() => world.close());

async function me(email: string) {
  const browser = world.browser();
  await browser.query(LOGIN, { input: { email, password: DEMO_PASSWORD } });
  return (await browser.query(ME)).data.me;
}

test("the demo learner has begun on the free plan and keeps a streak", async () => {
  const { role, plan, stats } = await me("learner@etude.test");
  expect({ role, plan }).toEqual({ role: "LEARNER", plan: "FREE" });
  expect(stats.practices).toBeGreaterThan(2);
  expect(stats.currentStreakDays).toBeGreaterThan(1);
});

test("the demo member has premium and weeks of practice behind them", async () => {
  const { role, plan, stats } = await me("member@etude.test");
  expect({ role, plan }).toEqual({ role: "LEARNER", plan: "PREMIUM" });
  expect(stats.levelsCompleted).toBeGreaterThan(9);
});

test("where there is a Stripe the demo member has bought premium: a trial, and two months that are paid", async () => {
  const world = await openWorld();
  try {
    await makeDemoWorld(world.config, (now) => startSandbox({ now }));
    const browser = world.browser();
    await browser.query(LOGIN, { input: { email: "member@etude.test", password: DEMO_PASSWORD } });
    const { data } = await browser.query("{ me { plan subscription { status card { brand } } invoices { edges { node { amountPaid status } } } } }");
    expect(data.me).toEqual({
      plan: "PREMIUM",
      subscription: { status: "ACTIVE", card: { brand: "mastercard" } },
      invoices: { edges: [1200, 1200, 0].map((amountPaid) => ({ node: { amountPaid, status: "PAID" } })) },
    });
  } finally {
    await world.close();
  }
}, 30_000);

test("the demo admin is one", async () => {
  expect(await me("admin@etude.test")).toMatchObject({ role: "ADMIN", plan: "FREE" });
});

test("a database that has accounts, and production, get no demo accounts", async () => {
  await expect(makeDemoWorld(world.config)).rejects.toThrow("There are accounts already");
  await expect(makeDemoWorld({ ...world.config, production: true, rehearsal: false })).rejects.toThrow("Production has no demo accounts");
});

import type { GraphQLObjectType, GraphQLResolveInfo } from "graphql";

import { declaredSchema } from "../../app/create-schema";
import { days } from "../../platform/clock";
import { openShop, type Shop } from "../../testing/billing";
import { getUser, toUser } from "../accounts";

let shop: Shop;
beforeAll(async () => void (shop = await openShop()));
afterAll(() => shop.close());

const MINE = "{ me { plan subscription { id plan status interval unitAmount currency currentPeriodEnd trialEnd cancelAtPeriodEnd cancelAt endedAt accessUntil nextPaymentAt nextPaymentAmount payUrl hasPendingUpdate pastDueSince revokedAt revokeReason createdAt price { id interval unitAmount currency trialDays } card { brand last4 } } invoices { edges { node { id number amountDue amountPaid amountRefunded currency status hostedUrl pdfUrl createdAt paidAt } } } } }";

test("what was bought is shown whole, with its trial, its next payment and its price", async () => {
  const person = await shop.world.aLearner();
  await shop.buys(person, { currency: "usd" });
  const { data, errors } = await shop.as(person).query(MINE);
  expect(errors).toEqual([]);
  const { plan, subscription, invoices } = data.me;
  const now = shop.world.clock.now();
  const week = new Date(now.getTime() + days(7)).toISOString();
  expect(plan).toBe("PREMIUM");
  expect(subscription).toMatchObject({
    ...{ plan: "PREMIUM", status: "TRIALING", interval: "MONTH", unitAmount: 1300, currency: "usd", trialEnd: week, currentPeriodEnd: week },
    ...{ cancelAtPeriodEnd: false, cancelAt: null, endedAt: null, accessUntil: new Date(now.getTime() + days(10)).toISOString() },
    ...{ nextPaymentAt: week, nextPaymentAmount: 1300, payUrl: null, hasPendingUpdate: false, pastDueSince: null, revokedAt: null, revokeReason: null, createdAt: now.toISOString() },
    price: { id: await shop.priceId(), interval: "MONTH", unitAmount: 1300, currency: "usd", trialDays: null },
    card: { brand: "visa", last4: "4242" },
  });
  expect(subscription.id).toMatch(/^[0-9a-f-]{36}$/);
  for (const { node } of invoices.edges) expect(node).toMatchObject({ id: expect.stringMatching(/^[0-9a-f-]{36}$/), status: "PAID", currency: "usd", hostedUrl: expect.stringContaining("http"), pdfUrl: expect.stringContaining("http") });
});

test("who has had a subscription is shown the last one, and the new one once there is one", async () => {
  const person = await shop.aPayer();
  await shop.buys(person);
  const [first] = (await shop.stripe.subscriptions.list({ customer: (await shop.customerOf(person)).stripeId })).data;
  await shop.stripe.subscriptions.cancel(first?.id ?? "");
  await shop.deliver();
  expect((await shop.as(person).query(MINE)).data.me).toMatchObject({ plan: "FREE", subscription: { status: "CANCELED", endedAt: expect.any(String), nextPaymentAt: null, accessUntil: null } });
  shop.world.clock.forward(days(1));
  await shop.buys(person, { price: "premium_year" });
  expect((await shop.as(person).query(MINE)).data.me).toMatchObject({ plan: "PREMIUM", subscription: { status: "ACTIVE", interval: "YEAR" } });
});

test.each(["subscription", "invoices"])("%s is for the person and for administrators, whatever path led there", async (name) => {
  const [person, other, admin] = [await shop.world.aLearner(), await shop.world.aLearner(), await shop.world.anAdmin()];
  const root = toUser(await getUser(shop.world.context(), person.id));
  const { resolve } = (declaredSchema().getType("User") as GraphQLObjectType).getFields()[name] ?? {};
  const readBy = async (who: typeof person, role: "LEARNER" | "ADMIN" = "LEARNER") => (await resolve?.(root, { first: 20 }, { ...shop.contextOf(who), viewer: { userId: who.id, sessionId: who.sessionId, role } }, {} as GraphQLResolveInfo)) as unknown;
  await expect(readBy(other)).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(readBy(person)).resolves.not.toBeUndefined();
  await expect(readBy(admin, "ADMIN")).resolves.not.toBeUndefined();
});

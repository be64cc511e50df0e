import { minutes } from "../../../platform/clock";
import type { Person } from "../../../testing";
import { openShop, type Shop } from "../../../testing/billing";
import { closeOpenCheckouts } from "./close-open-checkouts";

let shop: Shop;
beforeAll(async () => void (shop = await openShop()));
afterAll(() => shop.close());

const close = (person: Person) => closeOpenCheckouts(shop.world.context(), person.id, shop.world.context().gateways.payments);
const attemptsOf = async (person: Person) => (await shop.world.db.checkoutAttempt.findMany({ where: { userId: person.id }, select: { status: true } })).map(({ status }) => status);
const pagesOf = async (person: Person) => (await shop.stripe.checkout.sessions.list({ customer: (await shop.customerOf(person)).stripeId })).data.map(({ status }) => status);

test("a page that is open can't be paid on any more", async () => {
  const person = await shop.world.aLearner();
  const url = await shop.opensCheckout(person);
  await close(person);
  expect([await attemptsOf(person), await pagesOf(person)]).toEqual([["EXPIRED"], ["expired"]]);
  await expect(shop.pays(url)).rejects.toThrow();
});

test("nor can one of which it was not known whether it came to be", async () => {
  const person = await shop.world.aLearner();
  const now = shop.world.clock.now();
  await shop.world.db.checkoutAttempt.create({ data: { userId: person.id, priceId: await shop.priceId(), status: "STARTED", createdAt: now, expiresAt: new Date(now.getTime() + minutes(60)) } });
  await close(person);
  expect([await attemptsOf(person), await pagesOf(person)]).toEqual([["EXPIRED"], ["expired"]]);
});

test("one that was paid meanwhile is noted as paid", async () => {
  const person = await shop.aPayer();
  await shop.pays(await shop.opensCheckout(person));
  await close(person);
  expect([await attemptsOf(person), await pagesOf(person)]).toEqual([["COMPLETE"], ["complete"]]);
  await shop.deliver();
});

test("who has none open is left alone, and asked for twice it is once", async () => {
  const person = await shop.world.aLearner();
  await close(person);
  await shop.opensCheckout(person);
  await close(person);
  await close(person);
  expect(await attemptsOf(person)).toEqual(["EXPIRED"]);
});

test("a page whose time is up is noted as expired once its webhook is handled", async () => {
  const person = await shop.world.aLearner();
  await shop.opensCheckout(person);
  shop.world.clock.forward(minutes(61));
  await shop.deliver();
  expect(await attemptsOf(person)).toEqual(["EXPIRED"]);
});

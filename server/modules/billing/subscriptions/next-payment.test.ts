import { refusedBecause } from "../../../../sandbox/testing";
import type { Person } from "../../../testing";
import { openShop, type Shop } from "../../../testing/billing";

let shop: Shop;
beforeAll(async () => void (shop = await openShop()));
afterEach(() => shop.sandbox.interpose(() => null));
afterAll(() => shop.close());

const nextPaymentOf = async (person: Person) => (await shop.as(person).query("mutation { refreshSubscription { subscription { nextPaymentAmount } } }")).data?.refreshSubscription.subscription.nextPaymentAmount as number;

const aTaxedMember = async () => {
  const person = await shop.aPayer();
  await shop.buys(person);
  shop.isTaxed((await shop.world.db.subscription.findFirstOrThrow({ where: { userId: person.id } })).stripeId);
  return person;
};

test("where taxes are reckoned Stripe says what the next payment is", async () => {
  const person = await aTaxedMember();
  shop.sandbox.interpose(({ path }) => (path.startsWith("/v1/invoices/create_preview") ? { status: 200, body: { object: "invoice", amount_due: 1428 } } : null));
  expect(await nextPaymentOf(person)).toBe(1428);
});

test.each([400, 404])("what Stripe has no next invoice of (%d) is fetched and written all the same", async (status) => {
  const person = await aTaxedMember();
  const { body } = refusedBecause("No upcoming invoices for customer", "invoice_upcoming_none");
  shop.sandbox.interpose(({ path }) => (path.startsWith("/v1/invoices/create_preview") ? { status, body } : null));
  expect(await nextPaymentOf(person)).toBe(1200);
  await shop.deliver();
});

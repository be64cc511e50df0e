import { PaymentsUnavailable } from "../gateways/payments/port";
import { hours } from "../platform/clock";
import { openWorld, type World } from "../testing";
import { scriptedPayments } from "../testing/scripted-payments";
import { billingReport } from "./billing-check";

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

test("the report has a line for each invariant, names what breaks it, and says whether anything does", async () => {
  const before = await billingReport(world.context(), { sync: false });
  expect(before.isBroken).toBe(false);
  expect(before.lines).toHaveLength(13);
  expect(before.lines.every((line) => line.startsWith("ok      "))).toBe(true);

  await world.db.billingIncident.create({ data: { key: "fraud-warning:ch_1", kind: "fraud-warning", detail: "d", createdAt: world.clock.now() } });
  const noticed = await billingReport(world.context(), { sync: false });
  expect(noticed.isBroken).toBe(false);
  expect(noticed.lines).toContain("look    No incident is open for somebody to look at. Not so for 1: fraud-warning:ch_1");

  const createdAt = world.clock.now();
  await world.db.billingCustomer.createMany({ data: Array.from({ length: 12 }, (_, index) => ({ stripeId: `cus_${10 + index}`, livemode: false, createdAt })) });
  world.clock.forward(hours(49));
  const broken = await billingReport(world.context(), { sync: false });
  expect(broken.isBroken).toBe(true);
  expect(broken.lines).toContain("broken  Every customer was compared with Stripe within two days. Not so for 12: cus_10, cus_11, cus_12, cus_13, cus_14, cus_15, cus_16, cus_17, cus_18, cus_19, …");
});

test("when Stripe can't be asked first, that is broken too, and the check is made all the same", async () => {
  const payments = scriptedPayments();
  const down = () => Promise.reject(new PaymentsUnavailable("Stripe is down."));
  Object.assign(payments.port, { cataloguePrices: down, customersWithSubscriptions: () => ({ [Symbol.asyncIterator]: () => ({ next: down }) }), undeliveredEvents: down });
  const ctx = world.context();
  const { lines, isBroken } = await billingReport({ ...ctx, gateways: { ...ctx.gateways, payments: payments.port } }, { sync: true });
  expect(isBroken).toBe(true);
  expect(lines[0]).toMatch(/^broken {2}The reconciliation was done for \d+ customers, and failed for \d+: the catalogue, /);
  expect(lines).toHaveLength(14);
});

import { after, minutes, seconds } from "../../../platform/clock";
import { openWorld, type World } from "../../../testing";
import { auditTrail } from "../../../testing/accounts";
import { anEvent, signed } from "../../../testing/signing";

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

interface Sent {
  secret?: string;
  at?: Date;
  signature?: string;
  contentType?: string;
}

async function send(event: object | string, { secret = world.config.stripe.webhookSecrets[0] ?? "", at = world.clock.now(), contentType = "application/json", ...more }: Sent = {}) {
  const { body, signature } = signed(event, { secret, at });
  const headers = { "content-type": contentType, "stripe-signature": more.signature ?? signature };
  const response = await world.nobody().fetch("/api/webhooks/stripe", { method: "POST", body, headers });
  return { status: response.status, text: await response.text() };
}

const stored = (stripeId: string) => world.db.webhookEvent.findMany({ where: { stripeId } });
const jobsFor = async (eventId: string | undefined) => Number((await world.db.$queryRaw<{ count: bigint }[]>`select count(*) from graphile_worker.jobs where key = ${`event:${eventId}`}`)[0]?.count);

const REFUSED = { status: 400, text: '{"received":false}' };
const TAKEN = { status: 200, text: '{"received":true}' };

test("an event is stored with where its truth is to be found, and nothing else of it", async () => {
  const event = anEvent("invoice.paid", { id: "in_1", object: "invoice", customer: "cus_1", customer_email: "ada@example.test" });
  expect(await send(event)).toEqual(TAKEN);
  const [row] = await stored(event.id);
  expect(row).toMatchObject({ type: "invoice.paid", status: "PENDING", customerId: "cus_1", objectId: "in_1", attempts: 0, processedAt: null });
  expect(JSON.stringify(row)).not.toContain("ada@");
  expect(await jobsFor(row?.id)).toBe(1);
});

test("an event that is delivered again and again, also at once, is stored once, with one job", async () => {
  const event = anEvent("invoice.paid", { id: "in_2", object: "invoice", customer: "cus_2" });
  const answers = await Promise.all(Array.from({ length: 20 }, () => send(event)));
  expect(answers).toEqual(Array.from({ length: 20 }, () => TAKEN));
  const rows = await stored(event.id);
  expect(rows).toHaveLength(1);
  expect(await jobsFor(rows[0]?.id)).toBe(1);
});

test.each([
  ["another secret", { secret: "whsec_of_somebody_else_012345678" }],
  ["no signature", { signature: "" }],
  ["a signature that is none", { signature: "t=now,v1=yes" }],
  ["a signature without its time", { signature: "v1=00" }],
  ["half a signature", { signature: "t=1772445600" }],
])("%s is refused with the same words, and leaves nothing but an entry in the audit log", async (_what, how) => {
  const event = anEvent("invoice.paid");
  const before = (await auditTrail(world, "billing.webhook.refused")).length;
  expect(await send(event, how)).toEqual(REFUSED);
  expect(await stored(event.id)).toEqual([]);
  expect(await auditTrail(world, "billing.webhook.refused")).toHaveLength(before + 1);
  expect(await world.db.auditEntry.findFirst({ where: { action: "billing.webhook.refused" } })).toMatchObject({ category: "SECURITY", severity: "WARNING" });
});

test("a body that was changed on its way is refused", async () => {
  const { signature } = signed(anEvent("invoice.paid", { amount_paid: 100 }), { secret: world.config.stripe.webhookSecrets[0] ?? "", at: world.clock.now() });
  expect(await send(anEvent("invoice.paid", { amount_paid: 999 }), { signature })).toEqual(REFUSED);
});

test("while secrets are changed, either is right", async () => {
  for (const secret of world.config.stripe.webhookSecrets) expect(await send(anEvent("invoice.paid"), { secret })).toEqual(TAKEN);
});

test("a signature is good for five minutes, in both directions", async () => {
  const tolerance = minutes(5);
  for (const off of [-tolerance, tolerance]) expect(await send(anEvent("invoice.paid"), { at: after(world.clock.now(), off) })).toEqual(TAKEN);
  for (const off of [-tolerance - seconds(1), tolerance + seconds(1), minutes(60 * 24 * 3650)]) {
    expect(await send(anEvent("invoice.paid"), { at: after(world.clock.now(), off) })).toEqual(REFUSED);
  }
});

test("an event of the other mode is refused, though its signature is right", async () => {
  expect(await send(anEvent("invoice.paid", {}, { livemode: true }))).toEqual(REFUSED);
  expect(await send(anEvent("invoice.paid", {}, { livemode: undefined }))).toEqual(REFUSED);
});

test.each(["", "null", "[]", "{}", "not json", '"text"', '{"id":1,"object":"event","type":"invoice.paid","livemode":false}', '{"object":"v2.core.event","id":"evt_thin","type":"v1.invoice.paid","livemode":false}', '{"id":"evt_no_data","object":"event","type":"invoice.paid","livemode":false}'])(
  "a signed body that is no event is refused: %s",
  async (body) => expect(await send(body)).toEqual(REFUSED),
);

test("a body of a megabyte is taken, one of three is refused as too large", async () => {
  expect(await send(anEvent("invoice.paid", { note: "x".repeat(1_000_000) }))).toEqual(TAKEN);
  const { status, text } = await send(anEvent("invoice.paid", { note: "x".repeat(3_000_000) }));
  expect(status).toBe(413);
  expect(JSON.parse(text).errors[0].extensions.code).toBe("BAD_REQUEST");
});

test("whatever a delivery calls its content, its bytes are what is verified", async () => {
  expect(await send(anEvent("invoice.paid"), { contentType: "text/plain" })).toEqual(TAKEN);
});

test("a type that we don't know is answered 200 and stored by id and type only", async () => {
  const event = anEvent("payout.paid", { id: "po_1", object: "payout", customer: "cus_9" });
  expect(await send(event)).toEqual(TAKEN);
  const [row] = await stored(event.id);
  expect(row).toMatchObject({ type: "payout.paid", status: "IGNORED", customerId: null, objectId: null, userId: null });
  expect(await jobsFor(row?.id)).toBe(0);
});

test("an event of an older version of the API is stored too, with its version: the truth is fetched anyway", async () => {
  const event = anEvent("invoice.paid", { id: "in_old", object: "invoice", customer: "cus_old", subscription: "sub_old" }, { api_version: "2020-08-27" });
  expect(await send(event)).toEqual(TAKEN);
  expect(await stored(event.id)).toMatchObject([{ status: "PENDING", apiVersion: "2020-08-27", customerId: "cus_old" }]);
});

test("an event that can't be stored is answered 5xx, and taken when it comes again", async () => {
  const event = anEvent("invoice.paid");
  await world.db.$executeRaw`alter table webhook_event rename to webhook_event_away`;
  try {
    const { status, text } = await send(event);
    expect(status).toBeGreaterThanOrEqual(500);
    expect(text).not.toMatch(/webhook_event|relation|prisma/i);
  } finally {
    await world.db.$executeRaw`alter table webhook_event_away rename to webhook_event`;
  }
  expect(await send(event)).toEqual(TAKEN);
  expect(await stored(event.id)).toHaveLength(1);
});

test("an event without its job is never there: both or neither", async () => {
  const event = anEvent("invoice.paid");
  await world.db.$executeRaw`alter function graphile_worker.add_job rename to add_job_away`;
  try {
    expect((await send(event)).status).toBe(500);
  } finally {
    await world.db.$executeRaw`alter function graphile_worker.add_job_away rename to add_job`;
  }
  expect(await stored(event.id)).toEqual([]);
  expect(await send(event)).toEqual(TAKEN);
});

test("only POST comes in", async () => {
  expect((await world.nobody().fetch("/api/webhooks/stripe")).status).toBe(404);
});

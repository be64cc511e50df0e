import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import type { FaultMode } from "../../sandbox/faults";
import { CARD, priceOf, send, stripeOf, typed } from "../../sandbox/stripe/pages/testing";
import { startSandbox } from "../../sandbox/testing";
import { redeemTrial } from "../modules/billing/trials/trial-marks";
import type { Config } from "../platform/config";
import type { Context } from "../platform/context";
import { signAccessToken } from "../platform/tokens";
import type { Answer, Api } from "./api";
import { openWorld, type Person, type World } from "./world";

export { CARD };

const SECRET = "whsec_for_tests_only_0123456789";

/** A webhook as Stripe sent it, which waits to be let through. */
export interface Delivery {
  type: string;
  body: string;
  signature: string;
}

export interface Purchase {
  /** A lookup key. */
  price?: string;
  card?: string;
  currency?: string;
}

/** How Stripe is to fail us: the next `count` calls, one unless told, of those whose path begins so. `none` works again. */
export interface Fault {
  mode: FaultMode;
  count?: number;
  path?: string;
}

/** A purchase is some dozen calls over HTTP, and the first ones make ready what checks them. */
jest.setTimeout(20_000);

/**
 * A world with a Stripe of its own, over HTTP, on the same clock. Webhooks wait until a test lets them through: whatever a
 * mutation says must be true without them.
 */
export async function openShop(settings: Partial<Config> = {}) {
  const beginning = new Date(Math.floor(Date.now() / 1000) * 1000);
  let world: World | undefined;
  const inbox = await openInbox();
  const sandbox = await startSandbox({ now: () => world?.clock.now() ?? beginning, webhook: { url: inbox.url, secret: SECRET } });
  const stripe = { secretKey: "sk_test_sandbox", webhookSecrets: [SECRET], apiBase: sandbox.url, livemode: false, promotionCodes: true, automaticTax: false };
  world = await openWorld({ stripe, ...settings });
  world.clock.set(beginning);
  return shopIn({ world, sandbox, inbox });
}

export type Shop = Awaited<ReturnType<typeof openShop>>;

type Parts = { world: World; sandbox: Awaited<ReturnType<typeof startSandbox>>; inbox: Awaited<ReturnType<typeof openInbox>> };

function shopIn({ world, sandbox, inbox }: Parts) {
  const stripe = stripeOf(sandbox);
  const priceId = async (lookupKey = "premium_month") => (await priceOf(stripe, lookupKey)).id;
  const as = (person: Person): Api => staying(world, person);

  const asksFor = async (person: Person, { price, currency }: Purchase = {}): Promise<Answer> =>
    as(person).query(CHECKOUT, { priceId: await priceId(price), currency });

  const opensCheckout = async (person: Person, purchase: Purchase = {}): Promise<string> => {
    const { data, errors } = await asksFor(person, purchase);
    if (errors.length > 0) throw new Error(`${errors[0]?.extensions.code}: ${errors[0]?.message}`);
    return data.createCheckoutSession.url as string;
  };

  const handOver = async ({ body, signature }: Delivery) =>
    world.nobody().fetch("/api/webhooks/stripe", { method: "POST", body, headers: { "content-type": "application/json", "stripe-signature": signature } });

  /** Lets all webhooks through, and does what they ask for, until there is nothing more. */
  const deliver = async (): Promise<void> => {
    for (await sandbox.settled(); inbox.held.length > 0; await sandbox.settled()) {
      for (const delivery of inbox.held.splice(0)) await handOver(delivery);
      await world.drain();
    }
  };

  return {
    world,
    sandbox,
    /** Stripe's SDK on this Stripe, for what the product itself does not do. */
    stripe,
    priceId,
    as,
    asksFor,
    opensCheckout,
    /** Webhooks that have not been let through. */
    held: inbox.held,
    handOver,
    deliver,
    pays,
    /** A whole purchase, with its webhooks. */
    async buys(person: Person, purchase: Purchase = {}): Promise<void> {
      await pays(await opensCheckout(person, purchase), purchase.card);
      await deliver();
    },
    /** A learner who has had their trial, long ago, and so pays at once. A card has one trial only, and there are few test cards. */
    async aPayer(some?: Parameters<World["aLearner"]>[0]): Promise<Person> {
      const person = await world.aLearner(some);
      await redeemTrial(world.context(), { subscriptionId: `sub_before_${person.id}`, emailKey: person.email, card: null });
      return person;
    },
    /** A context for calling a use case directly, as that person. */
    contextOf: (person: Person): Context => ({ ...world.context(), viewer: { userId: person.id, sessionId: person.sessionId, role: "LEARNER" } }),
    customerOf: (person: Person) => world.db.billingCustomer.findUniqueOrThrow({ where: { userId: person.id } }),
    /** Has Stripe reckon taxes on a subscription from now on. */
    isTaxed(subscriptionId: string): void {
      const { stripe: books } = sandbox;
      books.atomically(() => books.change("subscription", subscriptionId, { automatic_tax: { enabled: true, disabled_reason: null, liability: { type: "self" } } }, "customer.subscription.updated"));
    },
    fails: ({ mode, ...which }: Fault) => sandbox.fail(mode, which),
    async close(): Promise<void> {
      const ended = await Promise.allSettled([world.close(), sandbox.stop(), inbox.close()]);
      const failed = ended.find(({ status }) => status === "rejected");
      if (failed) throw (failed as PromiseRejectedResult).reason;
    },
  };
}

const CHECKOUT = "mutation Checkout($priceId: ID!, $currency: String) { createCheckoutSession(priceId: $priceId, currency: $currency) { url } }";

/** Fills in the payment page, and says yes where the bank asks. */
async function pays(url: string, card: string = CARD.pays): Promise<void> {
  const { status, location, text } = await send(url, typed(card));
  if (status !== 303 || !location) throw new Error(`The page did not take the card: ${/role="alert"[^>]*><p>([^<]*)/.exec(text)?.[1] ?? status}`);
  if (location.startsWith("/")) await send(new URL(location, url).toString(), { result: "approve" });
}

/** A caller whose access token is fresh at each call, however far the clock has moved. */
function staying(world: World, person: Person): Api {
  const fresh = () => world.as({ ...person, accessToken: signAccessToken(world.config.jwtSecrets, world.clock, { userId: person.id, sessionId: person.sessionId }).token });
  return { query: (...call) => fresh().query(...call), fetch: (...call) => fresh().fetch(...call), cookies: new Map() };
}

/** Where Stripe's webhooks go until a test lets them through. */
async function openInbox() {
  const held: Delivery[] = [];
  const server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on("data", (chunk: Buffer) => chunks.push(chunk));
    req.on("end", () => {
      const body = Buffer.concat(chunks).toString();
      held.push({ type: (JSON.parse(body) as { type: string }).type, body, signature: String(req.headers["stripe-signature"]) });
      res.end();
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    held,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => new Promise<void>((resolve) => (server.close(() => resolve()), server.closeAllConnections())),
  };
}

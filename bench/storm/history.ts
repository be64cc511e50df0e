import type Stripe from "stripe";

import { stories, type Told } from "./stories";

const DAY = 24 * 60 * 60;
/** Stories end today, each some hours apart from the next. */
const HOUR = 60 * 60;

export interface Member {
  userId: string;
  email: string;
  customerId: string;
  story: string;
}

/** Makes one customer for each user, and lets happen to them what their story tells, on a test clock of their own. */
export async function makeHistory(stripe: Stripe, users: readonly { id: string; email: string }[]): Promise<Member[]> {
  const prices = await pricesOf(stripe);
  const names = Object.keys(stories);
  const members: Member[] = [];
  for (const [index, user] of users.entries()) {
    const name = names[index % names.length] as string;
    members.push(await live({ stripe, prices, user, name, hoursAgo: 1 + (index % 5) }));
  }
  return members;
}

interface Life {
  stripe: Stripe;
  prices: Told["prices"];
  user: { id: string; email: string };
  name: string;
  /** When it ends. */
  hoursAgo: number;
}

async function live({ stripe, prices, user, name, hoursAgo }: Life): Promise<Member> {
  const story = stories[name];
  if (!story) throw new Error(`There is no story “${name}”.`);
  let now = Math.floor(Date.now() / 1000) - story.lasts * DAY - hoursAgo * HOUR;
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time: now, name });
  const customer = await stripe.customers.create({ test_clock: clock.id, email: user.email, metadata: { userId: user.id } });
  const { id: card } = await stripe.paymentMethods.attach("pm_card_visa", { customer: customer.id });
  await stripe.customers.update(customer.id, { invoice_settings: { default_payment_method: card } });
  const pass = async (days: number) => {
    now += days * DAY;
    await stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: now });
    await untilReady(stripe, clock.id);
  };
  await story.tell({ stripe, clock: clock.id, customer: customer.id, userId: user.id, prices, pass });
  return { userId: user.id, email: user.email, customerId: customer.id, story: name };
}

async function untilReady(stripe: Stripe, clock: string): Promise<void> {
  for (let look = 0; look < 200; look++) {
    if ((await stripe.testHelpers.testClocks.retrieve(clock)).status === "ready") return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error("The test clock does not get ready.");
}

async function pricesOf(stripe: Stripe): Promise<Told["prices"]> {
  const { data } = await stripe.prices.list({ lookup_keys: ["premium_month", "premium_year"] });
  const idOf = (key: string) => data.find(({ lookup_key }) => lookup_key === key)?.id ?? "";
  return { month: idOf("premium_month"), year: idOf("premium_year") };
}

/** Every event so far, oldest first, in the order in which they came about. */
export async function allEvents(stripe: Stripe): Promise<Stripe.Event[]> {
  const events = await stripe.events.list({ limit: 100 }).autoPagingToArray({ limit: 10_000 });
  return events.reverse();
}

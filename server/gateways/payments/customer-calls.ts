import type Stripe from "stripe";

import { ifPossible, orNull } from "./calls";
import { customerOfCharge, customerTruth } from "./customer-truth";
import { idOf, inSeconds } from "./in-our-words";
import { NotPossible, type PaymentsPort } from "./port";
import { providerEvent } from "./read-event";
import type { Line } from "./line";

type CustomerCalls = Pick<PaymentsPort, "createCustomer" | "updateCustomer" | "forgetCustomer" | "customerTruth" | "customerOfCharge" | "customersWithSubscriptions" | "undeliveredEvents">;

export const customerCalls = ({ stripe, ask }: Line): CustomerCalls => ({
  async createCustomer({ userId, email, name, key }) {
    const { id, livemode } = await ask((options) => stripe.customers.create({ email, ...(name && { name }), metadata: { userId } }, { ...options, idempotencyKey: key }));
    return { customerId: id, livemode };
  },

  async updateCustomer(customerId, { email, name }) {
    await orNull(ask((options) => stripe.customers.update(customerId, { email, ...(name !== undefined && { name: name ?? "" }) }, options)));
  },

  async forgetCustomer(customerId) {
    await orNull(ask((options) => stripe.customers.update(customerId, { email: "", name: "", phone: "", address: "", shipping: "", metadata: { userId: "" } }, options)));
    await detachAll({ stripe, ask }, customerId);
  },

  customerTruth: (customerId) => customerTruth(stripe, ask, customerId),
  customerOfCharge: (chargeId) => customerOfCharge(stripe, ask, chargeId),

  async *customersWithSubscriptions() {
    const seen = new Set<string>();
    for await (const { customer } of pages((startingAfter) => ask((options) => stripe.subscriptions.list({ status: "all", limit: 100, starting_after: startingAfter }, options)))) {
      const id = idOf(customer) ?? "";
      if (!seen.has(id)) yield id;
      seen.add(id);
    }
  },

  async undeliveredEvents(since) {
    const found = [];
    const created = { gte: inSeconds(since) };
    for await (const event of pages((startingAfter) => ask((options) => stripe.events.list({ delivery_success: false, created, limit: 100, starting_after: startingAfter }, options)))) found.push(providerEvent(event));
    return found.reverse();
  },
});

/** A means of payment holds its owner's name and address as well. */
async function detachAll({ stripe, ask }: Line, customerId: string): Promise<void> {
  const methods = await orNull(ask((options) => stripe.paymentMethods.list({ customer: customerId, limit: 100 }, options)));
  for (const { id } of methods?.data ?? []) await ifPossible(ask((options) => stripe.paymentMethods.detach(id, undefined, options))).catch(unlessDetached);
}

function unlessDetached(error: unknown): void {
  if (!(error instanceof NotPossible)) throw error;
}

/** Page after page, each asked for by itself, so that a long walk is not one long call. */
async function* pages<Item extends { id: string }>(page: (startingAfter: string | undefined) => Promise<Stripe.ApiList<Item>>): AsyncIterable<Item> {
  for (let last: string | undefined, more = true; more; ) {
    const { data, has_more } = await page(last);
    yield* data;
    last = data.at(-1)?.id;
    more = has_more && last !== undefined;
  }
}

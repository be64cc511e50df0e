import type Stripe from "stripe";

import { cancelSubscription, createSubscription, pauseSubscription, resumeSubscription, updateSubscription } from "../billing";
import { invalid, noSuch, type Books, type Call, type Routes } from "../books";
import { isAsked, listing, named, retrieve } from "./reading";

const ENDED = ["canceled", "incomplete_expired"];

/** Without a status asked for, what was canceled is left out (docs.stripe.com/api/subscriptions/list). */
function isOfStatus(status: string, asked: string | undefined): boolean {
  if (asked === "all") return true;
  if (asked === "ended") return ENDED.includes(status);
  return asked === undefined ? status !== "canceled" : status === asked;
}

const fits = ({ customer, items, status, test_clock, collection_method }: Stripe.Subscription, params: Stripe.SubscriptionListParams) =>
  isOfStatus(status, params.status) &&
  isAsked(params.customer, customer) &&
  isAsked(params.collection_method, collection_method) &&
  isOnAskedClock(params, test_clock) &&
  (params.price === undefined || items.data.some(({ price }) => price.id === params.price));

/** What stands on a test clock is listed with its customer or its clock, and not among all, as at Stripe. */
const isOnAskedClock = ({ customer, test_clock: asked }: Stripe.SubscriptionListParams, clock: Stripe.Subscription["test_clock"]) => (asked === undefined ? customer !== undefined || clock === null : isAsked(asked, clock));

const update = (books: Books, call: Call<Stripe.SubscriptionUpdateParams>) => updateSubscription(books, named(books, "subscription", call, "subscription").id, call.params);
const cancel = (books: Books, call: Call<Stripe.SubscriptionCancelParams>) => cancelSubscription(books, named(books, "subscription", call, "subscription").id, call.params);

const resume = (books: Books, call: Call<Stripe.SubscriptionResumeParams>) => resumeSubscription(books, named(books, "subscription", call, "subscription").id, call.params);
const pause = (books: Books, call: Call<Stripe.SubscriptionPauseParams>) => pauseSubscription(books, named(books, "subscription", call, "subscription").id, call.params);

/** The subscription that an item stands on. */
function holderOf(books: Books, item: string): { subscription: Stripe.Subscription; item: Stripe.SubscriptionItem } {
  for (const subscription of books.shelf("subscription").all()) {
    const found = subscription.items.data.find(({ id }) => id === item);
    if (found) return { subscription, item: found };
  }
  throw noSuch("subscription_item", item);
}

const addItem = (books: Books, { params }: Call<Stripe.SubscriptionItemCreateParams>) => {
  const { subscription, price, quantity, metadata, ...paying } = params;
  const before = books.shelf("subscription").get(subscription, "subscription").items.data.map(({ id }) => id);
  const { items } = updateSubscription(books, subscription, { items: [{ price, quantity, ...(metadata && { metadata }) }], ...howOf(paying) });
  const added = items.data.find(({ id }) => !before.includes(id));
  if (!added) throw invalid("The item waits for its invoice to be paid.");
  return added;
};

const changeItem = (books: Books, { params, path }: Call<Stripe.SubscriptionItemUpdateParams>) => {
  const { subscription, item } = holderOf(books, String(path.item));
  const { price, quantity, metadata, ...paying } = params;
  updateSubscription(books, subscription.id, { items: [{ id: item.id, price, quantity, ...(metadata !== undefined && { metadata }) }], ...howOf(paying) });
  return holderOf(books, item.id).item;
};

const removeItem = (books: Books, { params, path }: Call<Stripe.SubscriptionItemDeleteParams>) => {
  const { subscription, item } = holderOf(books, String(path.item));
  updateSubscription(books, subscription.id, { items: [{ id: item.id, deleted: true }], ...howOf(params) });
  return { id: item.id, object: "subscription_item", deleted: true };
};

type Paying = Pick<Stripe.SubscriptionUpdateParams, "payment_behavior" | "proration_behavior" | "proration_date">;
const howOf = ({ payment_behavior, proration_behavior, proration_date }: Paying): Paying => ({ payment_behavior, proration_behavior, proration_date });

const listItems = (books: Books, call: Call<Stripe.SubscriptionItemListParams>) => {
  const { items } = books.shelf("subscription").get(call.params.subscription, "subscription");
  return { ...items, url: "/v1/subscription_items" };
};

export const subscriptionRoutes: Routes = {
  "POST /v1/subscriptions": (books, { params }: Call<Stripe.SubscriptionCreateParams>) => createSubscription(books, params),
  "GET /v1/subscriptions": listing("subscription", "/v1/subscriptions", fits),
  "GET /v1/subscriptions/:subscription": retrieve("subscription", "subscription"),
  "POST /v1/subscriptions/:subscription": update,
  "DELETE /v1/subscriptions/:subscription": cancel,
  "POST /v1/subscriptions/:subscription/resume": resume,
  "POST /v1/subscriptions/:subscription/pause": pause,
  "POST /v1/subscription_items": addItem,
  "GET /v1/subscription_items": listItems,
  "GET /v1/subscription_items/:item": (books, { path }) => holderOf(books, String(path.item)).item,
  "POST /v1/subscription_items/:item": changeItem,
  "DELETE /v1/subscription_items/:item": removeItem,
};

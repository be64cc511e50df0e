import type Stripe from "stripe";

import { begin } from "../begin";
import { noJournal, openBooks, openStore, type Books, type EventType } from "../books";
import { freshCard } from "../cards";
import { complaintAboutEvent } from "../contract/contract";
import { catchUp, checkoutTotals, completeCheckout, createCheckoutSession, createCustomer, createSubscription, type CheckoutPayment } from ".";

const HERE = "http://localhost:4242";

export const seconds = (iso: string): number => Date.parse(iso) / 1000;
export const iso = (at: number | null | undefined): string | null => (at ? new Date(at * 1000).toISOString().replace(".000Z", "Z") : null);

export interface World {
  books: Books;
  /** Does something as one call would: what is due comes to pass first, and a refusal leaves nothing. */
  call<T>(work: (books: Books) => T): T;
  /** Moves the wall clock there, and time brings to pass what is due. */
  until(time: string): void;
  pass(seconds: number): void;
  /** The types of events since the last look, oldest first. */
  told(): EventType[];
  /** The newest event of a type. */
  last(type: EventType): Stripe.Event;
  price(interval: "month" | "year"): string;
}

/** A Stripe without HTTP, at a time of its own; every event is held against Stripe's own types. */
export function aWorld(start = "2027-01-31T10:00:00Z"): World {
  let time = seconds(start);
  let seen = 0;
  const check = (event: Stripe.Event) => {
    const complaint = complaintAboutEvent(event);
    if (complaint !== null) throw new Error(`${event.type}: ${complaint}`);
  };
  const books = openBooks({ store: openStore(noJournal), wall: () => new Date(time * 1000), check });
  const until = (to: number) => {
    time = to;
    books.atomically(() => catchUp(books), null);
  };
  books.atomically(() => begin(books, { sandboxUrl: HERE, webUrl: "http://localhost:3000" }));
  const events = () => [...books.shelf("event").all()].reverse();
  seen = events().length;
  return {
    books,
    call: (work) =>
      books.atomically(() => {
        catchUp(books);
        return work(books);
      }),
    until: (to) => until(seconds(to)),
    pass: (more) => until(time + more),
    told: () => {
      const all = events();
      const fresh = all.slice(seen).map(({ type }) => type);
      seen = all.length;
      return fresh;
    },
    last: (type) => {
      const found = books.shelf("event").all().find((event) => event.type === type);
      if (!found) throw new Error(`No ${type} was told.`);
      return found;
    },
    price: (interval) => books.shelf("price").all().find(({ lookup_key }) => lookup_key === `premium_${interval}`)?.id ?? "",
  };
}

export const paying = (card = "visa", more: Partial<CheckoutPayment> = {}): CheckoutPayment => ({ pay: { card: freshCard(card, 1_800_000_000) }, email: "buyer@etude.test", name: "Clara Wieck", country: "DE", ...more });

/** A checkout of premium that waits for its buyer. */
export const aCheckout = (world: World, more: Partial<Stripe.Checkout.SessionCreateParams> = {}): Stripe.Checkout.Session =>
  world.call((books) => createCheckoutSession(books, { mode: "subscription", line_items: [{ price: world.price("month"), quantity: 1 }], success_url: `${HERE}/done`, ...more }, HERE));

/** Premium, bought at the checkout. */
export function aPurchase(world: World, payment = paying(), more: Partial<Stripe.Checkout.SessionCreateParams> = {}): { session: Stripe.Checkout.Session; subscription: Stripe.Subscription; customer: string } {
  const { id } = aCheckout(world, more);
  const done = world.call((books) => completeCheckout(books, id, payment));
  if (done.outcome !== "complete") throw new Error(`The checkout is not complete: ${done.outcome}`);
  return { session: done.session, subscription: world.books.shelf("subscription").get(String(done.session.subscription)), customer: String(done.session.customer) };
}

/** A customer with a card. */
export const aCustomer = (world: World, card = "pm_card_visa", more: Partial<Stripe.CustomerCreateParams> = {}): Stripe.Customer =>
  world.call((books) => createCustomer(books, { email: "member@etude.test", payment_method: card, invoice_settings: { default_payment_method: card }, ...more }));

/** A subscription made by a call. */
export const aSubscription = (world: World, customer: string, more: Partial<Stripe.SubscriptionCreateParams> = {}): Stripe.Subscription =>
  world.call((books) => createSubscription(books, { customer, items: [{ price: world.price("month") }], ...more }));

export const subscriptionIn = ({ books }: World, id: string): Stripe.Subscription => books.shelf("subscription").get(id);

/** Oldest first. */
export const invoicesOf = ({ books }: World, customer: string): Stripe.Invoice[] => books.shelf("invoice").all().filter((invoice) => invoice.customer === customer).reverse();

export const totalOf = (world: World, session: Stripe.Checkout.Session, code?: string): number => checkoutTotals(world.books, session, code).total;

import type Stripe from "stripe";

import { previewInvoice } from "../../billing";
import { idOf, type Books } from "../../books";
import { amountIn, dateOf, money, rhythm } from "../words";

/** A subscription in the words of the portal. */
export interface Plan {
  subscription: Stripe.Subscription;
  itemId: string;
  price: Stripe.Price;
  name: string;
  /** `€12.00 per month`. */
  rate: string;
  status: string;
  mood: "right" | "wrong" | "quiet";
  /** What happens next, and when. */
  next: string;
  /** It ends by itself, unless that is taken back. */
  isEnding: boolean;
}

const ENDED = new Set<string>(["canceled", "incomplete_expired"]);

/** What the customer has that has not ended, newest first. */
export function plansOf(books: Books, customerId: string): Plan[] {
  const own = books
    .shelf("subscription")
    .all()
    .filter(({ customer, status }) => idOf(customer) === customerId && !ENDED.has(status));
  return own.flatMap((subscription) => planOf(books, subscription) ?? []);
}

export function planOf(books: Books, subscription: Stripe.Subscription): Plan | null {
  const [item] = subscription.items.data;
  if (!item) return null;
  const price = books.shelf("price").find(item.price.id) ?? item.price;
  const rate = rateIn(price, subscription.currency, item.quantity ?? 1);
  const endsAt = subscription.cancel_at_period_end ? item.current_period_end : subscription.cancel_at;
  const words = endsAt === null ? standing(books, subscription, { rate, periodEnd: item.current_period_end }) : ending(endsAt);
  return { subscription, itemId: item.id, price, name: productName(books, price), rate, ...words, isEnding: endsAt !== null };
}

export function rateIn(price: Stripe.Price, currency: string, quantity = 1): string {
  const amount = amountIn(price, currency) ?? 0;
  return `${money(amount * quantity, currency)}${price.recurring ? ` ${rhythm(price.recurring)}` : ""}`;
}

export function productName(books: Books, { product }: Stripe.Price): string {
  return books.shelf("product").find(idOf(product) ?? "")?.name ?? "Etude";
}

type Standing = Pick<Plan, "status" | "mood" | "next">;

const ending = (at: number): Standing => ({ status: "Ends soon", mood: "quiet", next: `It ends on ${dateOf(at)}, and nothing more is charged.` });

function standing(books: Books, subscription: Stripe.Subscription, { rate, periodEnd }: { rate: string; periodEnd: number }): Standing {
  const { status, trial_end } = subscription;
  const others: Readonly<Record<string, () => Standing>> = {
    active: () => ({ status: "Active", mood: "right", next: `Next payment: ${nextPayment(books, subscription)} on ${dateOf(periodEnd)}.` }),
    trialing: () => ({ status: "Trial", mood: "right", next: `Free until ${dateOf(trial_end ?? periodEnd)}, then ${rate}.` }),
    past_due: () => ({ status: "Payment failed", mood: "wrong", next: "The last payment failed. Change the card, or pay the open invoice below." }),
    unpaid: () => ({ status: "Unpaid", mood: "wrong", next: "Pay the open invoice below to go on." }),
    incomplete: () => ({ status: "Not yet paid", mood: "wrong", next: "The first payment is still to be made: see the open invoice below." }),
    paused: () => ({ status: "Paused", mood: "quiet", next: "Nothing is charged while it is paused." }),
  };
  return others[status]?.() ?? { status, mood: "quiet", next: "" };
}

/** Discounts and what was left over from changes included. */
function nextPayment(books: Books, { id, customer, currency }: Stripe.Subscription): string {
  const { amount_due } = previewInvoice(books, { customer: idOf(customer) ?? "", subscription: id });
  return money(amount_due, currency);
}

/** The card that renewals are charged to. */
export function defaultCardOf(books: Books, customerId: string): Stripe.PaymentMethod | undefined {
  const onPlan = plansOf(books, customerId).map(({ subscription }) => idOf(subscription.default_payment_method));
  const onCustomer = idOf(books.shelf("customer").find(customerId)?.invoice_settings.default_payment_method);
  const id = [...onPlan, onCustomer].find(Boolean);
  return id ? books.shelf("payment_method").find(id) : undefined;
}

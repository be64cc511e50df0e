import type Stripe from "stripe";

import { idOf, type Books } from "../../books";
import { fileInvoiceItem } from "../invoices/invoice-items";
import { productName } from "../invoices/lines";
import { subscriptionOf } from "../invoices/new-invoice";
import { rounded, unitAmount } from "../money";
import { customerOf } from "./change";
import { discountsFor } from "./discounts";
import type { Bought } from "./items";
import { couponOf } from "../invoices/discounts";

/** What a change in the middle of a period is worth, put aside for an invoice: credit for the unused time of what goes, charge for the rest of what comes. */
export interface Turn {
  /** The subscription as it was. */
  before: Stripe.Subscription;
  after: readonly (Bought & { id: string })[];
  /** When the change counts from, in seconds. */
  at: number;
  /** What comes begins a period of its own: only credits. */
  onlyCredits?: boolean;
}

export function prorate(books: Books, turn: Turn): Stripe.InvoiceItem[] {
  const { before, after, onlyCredits = false } = turn;
  const goes = before.items.data.filter((item) => onlyCredits || !after.some((one) => isSame(one, item)));
  const comes = onlyCredits ? [] : after.filter((one) => !before.items.data.some((item) => isSame(one, item)));
  return [...goes.flatMap((item) => credit(books, turn, item)), ...comes.map((one) => charge(books, turn, one))];
}

const isSame = (one: Bought, item: Stripe.SubscriptionItem) => one.id === item.id && one.price.id === item.price.id && one.quantity === (item.quantity ?? 1);

function credit(books: Books, { before, at }: Turn, item: Stripe.SubscriptionItem): Stripe.InvoiceItem[] {
  const paid = lastPaid(books, before, item, at);
  const left = item.current_period_end - at;
  if (left <= 0 || paid.end <= paid.start) return [];
  const amount = rounded(-paid.amount * (left / (paid.end - paid.start)));
  return [put(books, before, { item: item.id, price: item.price, quantity: item.quantity ?? 1, amount, period: { start: at, end: item.current_period_end }, words: "Unused time on" })];
}

function charge(books: Books, { before, at }: Turn, { id, price, quantity }: Bought & { id: string }): Stripe.InvoiceItem {
  const [first] = before.items.data;
  const { current_period_start: start = at, current_period_end: end = at } = first ?? {};
  const customer = customerOf(books, before);
  const off = discountsFor(books, before, customer).reduce((share, discount) => share * (1 - (couponOf(books, discount)?.percent_off ?? 0) / 100), 1);
  const share = end > start ? Math.max(0, end - at) / (end - start) : 0;
  const amount = rounded(unitAmount(price, before.currency) * quantity * share * off);
  return put(books, before, { item: id, price, quantity, amount, period: { start: at, end }, words: "Remaining time on" });
}

/** What was charged for an item for the time around `at`: discounts off, and later changes instead of earlier. */
function lastPaid(books: Books, subscription: Stripe.Subscription, item: Stripe.SubscriptionItem, at: number): { amount: number; start: number; end: number } {
  const covers = ({ start, end }: { start: number; end: number }) => start <= at && end > at;
  const put = books.shelf("invoiceitem").all().filter(({ invoice, parent, amount }) => invoice === null && amount > 0 && parent?.subscription_details?.subscription_item === item.id);
  const lines = books.shelf("invoice").all().filter((invoice) => subscriptionOf(invoice) === subscription.id && invoice.status !== "void").flatMap(({ lines: { data } }) => data);
  const charged = lines.filter(({ amount, parent }) => amount >= 0 && parent?.subscription_item_details?.subscription_item === item.id);
  const found = [
    ...put.map(({ amount, period }) => ({ amount, ...period })),
    ...charged.map(({ amount, discount_amounts, period }) => ({ amount: amount - (discount_amounts ?? []).reduce((sum, off) => sum + off.amount, 0), ...period })),
  ].filter(covers);
  const [first, ...others] = found;
  if (!first) return { amount: 0, start: item.current_period_start, end: item.current_period_end };
  return others.reduce((latest, one) => (one.start > latest.start ? one : latest), first);
}

interface Put {
  item: string;
  price: Stripe.Price;
  quantity: number;
  amount: number;
  period: Stripe.InvoiceItem.Period;
  words: string;
}

function put(books: Books, { id, currency, customer }: Stripe.Subscription, { item, price, quantity, amount, period, words }: Put): Stripe.InvoiceItem {
  const day = new Date(period.start * 1000).toLocaleDateString("en-GB", { day: "2-digit", month: "short", year: "numeric", timeZone: "UTC" });
  return fileInvoiceItem(books, {
    customer: books.shelf("customer").get(idOf(customer) ?? ""),
    amount,
    currency,
    description: `${words} ${quantity > 1 ? `${quantity} × ` : ""}${productName(books, price)} after ${day}`,
    period,
    price,
    unit: unitAmount(price, currency),
    quantity,
    proration: true,
    subscription: id,
    subscriptionItem: item,
  });
}

import type Stripe from "stripe";

import { invalid } from "../books";

/** What one of it costs in a currency, in its smallest unit. Refuses a currency that the price has no amount in. */
export function unitAmount(price: Stripe.Price, currency: string): number {
  const amount = price.currency === currency ? price.unit_amount : price.currency_options?.[currency]?.unit_amount;
  if (amount === null || amount === undefined) throw invalid(`The price specified only supports \`${currenciesOf(price).join("`, `")}\`. This doesn't match the expected currency: \`${currency}\`.`, { param: "currency" });
  return amount;
}

const currenciesOf = (price: Stripe.Price): string[] => [...new Set([price.currency, ...Object.keys(price.currency_options ?? {})])];

/** The currency that is asked for; else that of the customer, if all prices know it; else that of the first price. */
export function currencyFor(asked: string | undefined, customer: Stripe.Customer | null, prices: readonly Stripe.Price[]): string {
  if (asked) return asked.toLowerCase();
  const usual = customer?.currency;
  if (usual && prices.length > 0 && prices.every((price) => currenciesOf(price).includes(usual))) return usual;
  return prices[0]?.currency ?? "eur";
}

const ZERO_DECIMAL = new Set(["bif", "clp", "djf", "gnf", "jpy", "kmf", "krw", "mga", "pyg", "rwf", "ugx", "vnd", "vuv", "xaf", "xof", "xpf"]);

/** For people: "€12.00", "¥1900". */
export const inWords = (amount: number, currency: string): string =>
  new Intl.NumberFormat("en", { style: "currency", currency: currency.toUpperCase() }).format(ZERO_DECIMAL.has(currency) ? amount : amount / 100);

/** Half up, and for credits the same away from zero. */
export const rounded = (amount: number): number => Math.sign(amount) * Math.round(Math.abs(amount)) || 0;

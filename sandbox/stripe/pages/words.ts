import type Stripe from "stripe";

const formats = new Map<string, Intl.NumberFormat>();

function formatOf(currency: string): Intl.NumberFormat {
  const format = formats.get(currency) ?? new Intl.NumberFormat("en", { style: "currency", currency, currencyDisplay: "narrowSymbol" });
  formats.set(currency, format);
  return format;
}

/** Minor units in words: 1200 EUR is €12.00, 1900 JPY ¥1,900. */
export function money(amount: number, currency: string): string {
  const format = formatOf(currency);
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

/** Minor units out of what somebody typed (`4`, `4.50`, `4,50`). Undefined where that is no amount of the currency. */
export function minorUnits(text: string, currency: string): number | undefined {
  const digits = formatOf(currency).resolvedOptions().maximumFractionDigits ?? 2;
  const found = /^(\d{1,9})(?:[.,](\d+))?$/.exec(text.trim());
  if (!found || (found[2] ?? "").length > digits) return undefined;
  return Number(found[1]) * 10 ** digits + Number((found[2] ?? "").padEnd(digits, "0"));
}

const DATE = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
const INSTANT = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "medium", timeZone: "UTC" });

/** Seconds since 1970 as a date of UTC, in which all periods are reckoned. */
export const dateOf = (seconds: number): string => DATE.format(new Date(seconds * 1000));

export const instantOf = (seconds: number): string => `${INSTANT.format(new Date(seconds * 1000))} UTC`;

const isOne = (recurring: Stripe.Price.Recurring): boolean => recurring.interval_count === 1;

/** `per month`, `every 3 months`. */
export const rhythm = (recurring: Stripe.Price.Recurring): string => (isOne(recurring) ? `per ${recurring.interval}` : `every ${recurring.interval_count} ${recurring.interval}s`);

/** What one costs in a currency, in its minor units. */
export const amountIn = (price: Pick<Stripe.Price, "currency" | "unit_amount" | "currency_options">, currency: string): number | null =>
  price.currency === currency ? price.unit_amount : (price.currency_options?.[currency]?.unit_amount ?? null);

const BRANDS: Readonly<Record<string, string>> = { amex: "American Express", diners: "Diners Club", jcb: "JCB", mastercard: "Mastercard", unionpay: "UnionPay", visa: "Visa" };

/** How a person knows their card again: `Visa ending in 4242`. */
export function cardText(method: Stripe.PaymentMethod): string {
  if (!method.card) return method.type === "sepa_debit" ? `Bank account ending in ${method.sepa_debit?.last4 ?? "…"}` : "Another way to pay";
  return cardName(method.card);
}

export const cardName = ({ brand, last4 }: { brand: string; last4: string }): string => `${BRANDS[brand] ?? "Card"} ending in ${last4}`;

export const expiryText = ({ exp_month, exp_year }: { exp_month: number; exp_year: number }): string => `${String(exp_month).padStart(2, "0")}/${String(exp_year % 100).padStart(2, "0")}`;

/** `20% off`, `€2.00 off`. */
export function couponText({ percent_off, amount_off, currency }: Stripe.Coupon): string {
  return percent_off !== null ? `${percent_off}% off` : `${money(amount_off ?? 0, currency ?? "eur")} off`;
}

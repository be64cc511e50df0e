import Stripe from "stripe";

import type { startSandbox } from "../../testing";

type Sandbox = Awaited<ReturnType<typeof startSandbox>>;

export const WEB = "http://localhost:3000";

/** The SDK, as the product uses it. */
export const stripeOf = ({ port }: Sandbox): Stripe => new Stripe("sk_test_pages", { host: "127.0.0.1", port, protocol: "http" });

export const CARD = {
  pays: "4242 4242 4242 4242",
  isDeclined: "4000 0000 0000 0002",
  hasNoFunds: "4000 0000 0000 9995",
  asksFirst: "4000 0027 6000 3184",
  failsLater: "4000 0000 0000 0341",
};

/** What a buyer types beside the card's number. */
export const typed = (number: string, more: Record<string, string> = {}): Record<string, string> => ({
  email: "buyer@etude.test",
  number,
  expiry: "12 / 40",
  cvc: "123",
  name: "Clara Wieck",
  country: "DE",
  ...more,
});

export interface Answered {
  status: number;
  text: string;
  /** Where a redirect leads. */
  location: string | null;
  headers: Headers;
}

async function answered(answer: Response): Promise<Answered> {
  return { status: answer.status, text: await answer.text(), location: answer.headers.get("location"), headers: answer.headers };
}

export const look = async (url: string, headers: Record<string, string> = {}): Promise<Answered> => answered(await fetch(url, { redirect: "manual", headers }));

/** Sends a form, as a browser without scripts does. */
export const send = async (url: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Answered> =>
  answered(await fetch(url, { method: "POST", body: new URLSearchParams(fields), redirect: "manual", headers }));

/** The price that the account is configured with. */
export async function priceOf(stripe: Stripe, lookupKey = "premium_month"): Promise<Stripe.Price> {
  const { data } = await stripe.prices.list({ lookup_keys: [lookupKey], expand: ["data.currency_options"] });
  return data[0] as Stripe.Price;
}

/** A checkout of premium that waits for its buyer. */
export async function aCheckout(stripe: Stripe, more: Partial<Stripe.Checkout.SessionCreateParams> = {}): Promise<Stripe.Checkout.Session & { url: string }> {
  const price = await priceOf(stripe);
  const session = await stripe.checkout.sessions.create({
    mode: "subscription",
    line_items: [{ price: price.id, quantity: 1 }],
    success_url: `${WEB}/billing/done?session={CHECKOUT_SESSION_ID}`,
    cancel_url: `${WEB}/pricing`,
    allow_promotion_codes: true,
    ...more,
  });
  return session as Stripe.Checkout.Session & { url: string };
}

/** A customer who bought premium with a card. */
export async function aMember(stripe: Stripe, card = CARD.pays, more: Partial<Stripe.Checkout.SessionCreateParams> = {}) {
  const customer = await stripe.customers.create({ email: "member@etude.test" });
  const { url, id } = await aCheckout(stripe, { customer: customer.id, ...more });
  await send(url, typed(card));
  const session = await stripe.checkout.sessions.retrieve(id);
  const subscription = await stripe.subscriptions.retrieve(String(session.subscription), { expand: ["latest_invoice"] });
  return { customer, subscription, invoice: subscription.latest_invoice as Stripe.Invoice };
}

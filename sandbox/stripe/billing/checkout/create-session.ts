import type Stripe from "stripe";

import { invalid, type Books } from "../../books";
import { DAY, HOUR, MINUTE } from "../calendar";
import { refuseMixedCurrencies } from "../calls/create-subscription";
import { newMetadata } from "../metadata";
import { currencyFor, unitAmount } from "../money";
import { priceNamed } from "../prices";
import { productName } from "../invoices/lines";
import { redeemable } from "../subscriptions/discounts";
import { keepAsked } from "./asked";
import { emptySession } from "./empty-session";
import { withTotals } from "./shown";
import { checkoutTotals } from "./totals";

type Params = Stripe.Checkout.SessionCreateParams;
type Session = Stripe.Checkout.Session;

const SOONEST_END = 30 * MINUTE;
const LATEST_END = DAY;

/** Opens a checkout: what is bought, at which page, and until when. `baseUrl` is where the sandbox's pages are. */
export function createCheckoutSession(books: Books, asked: Params, baseUrl: string): Session {
  const customer = asked.customer ? books.shelf("customer").get(asked.customer, "customer") : null;
  const now = books.now(customer);
  const params = onOurClock(books, asked, customer);
  const { mode, discounts = [] } = params;
  refuseWrong(params, now);
  const items = itemsOf(books, params);
  const currency = currencyFor(params.currency, customer, items.map(({ price }) => price));
  if (customer && mode === "subscription") refuseMixedCurrencies(books, customer, currency);
  for (const source of discounts) redeemable(books, source);
  const id = books.newId("cs_test");
  const { subscription_data, payment_intent_data, setup_intent_data, customer_update } = params;
  keepAsked(books, id, { subscription_data, payment_intent_data, setup_intent_data, customer_update, discounts });
  const session: Session = {
    ...emptySession(params),
    id,
    created: now,
    currency: mode === "setup" && !params.currency ? null : currency,
    expires_at: params.expires_at ?? now + LATEST_END,
    line_items: { object: "list", data: items.map((item) => lineItem(books, item, currency)), has_more: false, url: `/v1/checkout/sessions/${id}/line_items` },
    ...placeOf(id, params, baseUrl),
  };
  return books.create("checkout.session", mode === "setup" ? session : { ...session, ...withTotals(session, checkoutTotals(books, session)) });
}

/** Who asks reads the real clock. Where the sandbox's was moved forward, the instant that they state is that much later here; a test clock is theirs to read. */
const onOurClock = (books: Books, params: Params, customer: Stripe.Customer | null): Params =>
  params.expires_at && !customer?.test_clock ? { ...params, expires_at: params.expires_at + books.offset } : params;

/** Where it is paid: on a page, or within somebody else's. */
const placeOf = (id: string, { ui_mode = HOSTED }: Params, baseUrl: string): Partial<Session> => (ui_mode === HOSTED ? { url: `${baseUrl}/c/pay/${id}` } : { client_secret: `${id}_secret` });

function itemsOf(books: Books, params: Params): Item[] {
  const items = (params.line_items ?? []).map((item) => ({ price: activePrice(books, item), quantity: item.quantity ?? 1, metadata: newMetadata(item.metadata) }));
  refuseWrongPrices(params, items);
  return items;
}

const MODES = ["payment", "setup", "subscription"];
const HOSTED = "hosted_page";
const UI_MODES = [HOSTED, "embedded_page", "elements", "form"];

function refuseWrong(params: Params, now: number): void {
  refuseWrongModes(params);
  refuseContradictions(params);
  refuseUnknown(params);
  refuseWrongTimes(params, now);
}

function refuseWrongModes({ mode = "", ui_mode = HOSTED, success_url, subscription_data: data }: Params): void {
  if (!MODES.includes(mode)) throw invalid(`Invalid mode: must be one of ${MODES.join(", ")}`, { param: "mode" });
  if (!UI_MODES.includes(ui_mode)) throw invalid(`Invalid ui_mode: must be one of ${UI_MODES.join(", ")}`, { param: "ui_mode" });
  if (ui_mode === HOSTED && !success_url) throw invalid("Missing required param: success_url.", { param: "success_url", code: "parameter_missing" });
  if (data && mode !== "subscription") throw invalid(`You can not pass \`subscription_data\` in \`${mode}\` mode.`, { param: "subscription_data" });
}

function refuseContradictions({ customer, customer_email, customer_update, allow_promotion_codes, discounts = [] }: Params): void {
  if (customer && customer_email) throw invalid("You may only specify one of these parameters: customer, customer_email.", { param: "customer_email" });
  if (customer_update && !customer) throw invalid("`customer_update` can only be used with `customer`.", { param: "customer_update" });
  if (allow_promotion_codes && discounts.length > 0) throw invalid("You may only specify one of these parameters: allow_promotion_codes, discounts.", { param: "discounts" });
}

/** What would be charged otherwise than the sandbox reckons it is refused, rather than reckoned wrongly. */
function refuseUnknown({ subscription_data: data, invoice_creation }: Params): void {
  if (data?.billing_cycle_anchor !== undefined || data?.billing_cycle_anchor_config) throw invalid("The sandbox's checkout begins full periods only.", { param: "subscription_data[billing_cycle_anchor]" });
  if (invoice_creation?.enabled) throw invalid("The sandbox's checkout makes no invoice of a single payment.", { param: "invoice_creation" });
}

function refuseWrongTimes({ expires_at: end, subscription_data: data = {} }: Params, at: number): void {
  const expires_at = end ?? at + LATEST_END;
  const { trial_period_days: days = 1, trial_end = Infinity } = data;
  if (expires_at < at + SOONEST_END - MINUTE || expires_at > at + LATEST_END + HOUR) throw invalid("The `expires_at` timestamp must be at least 30 minutes and less than 24 hours from Checkout Session creation.", { param: "expires_at" });
  if (days < 1) throw invalid("The minimum number of trial period days is 1.", { param: "subscription_data[trial_period_days]" });
  if (trial_end < at + 2 * DAY) throw invalid("The `trial_end` date has to be at least 2 days in the future.", { param: "subscription_data[trial_end]" });
}

interface Item {
  price: Stripe.Price;
  quantity: number;
  metadata: Stripe.Metadata;
}

function refuseWrongPrices({ mode, line_items }: Params, items: readonly Item[]): void {
  if (mode === "setup") return;
  if (!line_items?.length) throw invalid("Missing required param: line_items.", { param: "line_items", code: "parameter_missing" });
  const recurs = items.some(({ price }) => price.recurring);
  if (mode === "subscription" && !recurs) throw invalid("You must provide at least one recurring price in `subscription` mode when using prices.", { param: "line_items" });
  if (mode === "payment" && recurs) throw invalid("You specified `payment` mode but passed a recurring price. Either switch to `subscription` mode or use only one-time prices.", { param: "line_items" });
}

function activePrice(books: Books, item: Stripe.Checkout.SessionCreateParams.LineItem): Stripe.Price {
  const price = priceNamed(books, item);
  if (item.price && !price.active) throw invalid(`The price specified is inactive. This field only accepts active prices.`, { param: "line_items[0][price]" });
  return price;
}

function lineItem(books: Books, { price, quantity, metadata }: Item, currency: string): Stripe.LineItem {
  const amount = unitAmount(price, currency) * quantity;
  return {
    id: books.newId("li"),
    object: "item",
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: amount,
    amount_tax: 0,
    amount_total: amount,
    currency,
    description: productName(books, price),
    metadata,
    price,
    quantity,
  };
}

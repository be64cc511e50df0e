import type { StripeSettings } from "../settings";
import { filePrice, fileProduct, keepAddress, type NewPrice } from "./billing";
import type { Books } from "./books";
import { fileConfiguration } from "./resources/portal/configurations";
import { ALL_REASONS, NO_FEATURES } from "./resources/portal/features";
import { keepEndpoint } from "./webhooks/endpoints";

/** What a configured account has: a product with its prices, a promotion code, a portal, and an endpoint for webhooks. Made once; addresses follow the settings. */
export function begin(books: Books, { sandboxUrl, webUrl, webhook }: StripeSettings): void {
  keepAddress(books, sandboxUrl);
  if (books.shelf("product").all().length === 0) furnish(books, webUrl);
  if (webhook) keepEndpoint(books, webhook);
}

function furnish(books: Books, webUrl: string): void {
  const { id: product } = fileProduct(books, { name: "Etude Premium", description: "Every level of Etude, and practice without limits.", metadata: { plan: "PREMIUM" } });
  const prices = [filePrice(books, tariff(product, "month", MONTHLY)).id, filePrice(books, tariff(product, "year", YEARLY)).id];
  filePromotion(books);
  filePortal(books, { product, prices, webUrl });
}

/** Minor units by currency; euros are the price's own. */
type Amounts = Readonly<Record<string, number>> & { eur: number };

const MONTHLY: Amounts = { eur: 1200, usd: 1300, gbp: 1100, jpy: 1900 };
const YEARLY: Amounts = { eur: 9600, usd: 10_400, gbp: 8800, jpy: 15_200 };

const tariff = (product: string, interval: "month" | "year", { eur, ...others }: Amounts): NewPrice => ({
  product,
  currency: "eur",
  amount: eur,
  currency_options: Object.fromEntries(Object.entries(others).map(([currency, unit_amount]) => [currency, { unit_amount }])),
  recurring: { interval },
  lookup_key: `premium_${interval}`,
  tax_behavior: "inclusive",
});

function filePromotion(books: Books): void {
  const created = books.now();
  const coupon = books.create("coupon", {
    id: "START20",
    object: "coupon",
    amount_off: null,
    created,
    currency: null,
    duration: "once",
    duration_in_months: null,
    livemode: false,
    max_redemptions: null,
    metadata: {},
    name: "20% off the first payment",
    percent_off: 20,
    redeem_by: null,
    times_redeemed: 0,
    valid: true,
  });
  books.create("promotion_code", {
    id: books.newId("promo"),
    object: "promotion_code",
    active: true,
    code: "START20",
    created,
    customer: null,
    customer_account: null,
    expires_at: null,
    livemode: false,
    max_redemptions: null,
    metadata: {},
    promotion: { coupon: coupon.id, type: "coupon" },
    restrictions: { first_time_transaction: false, minimum_amount: null, minimum_amount_currency: null },
    times_redeemed: 0,
  });
}

function filePortal(books: Books, { product, prices, webUrl }: { product: string; prices: string[]; webUrl: string }): void {
  const { subscription_cancel: cancel, subscription_update: update } = NO_FEATURES;
  fileConfiguration(books, {
    default_return_url: webUrl,
    is_default: true,
    features: {
      ...NO_FEATURES,
      invoice_history: { enabled: true },
      payment_method_update: { enabled: true, payment_method_configuration: null },
      subscription_cancel: { ...cancel, enabled: true, cancellation_reason: { enabled: true, feedback_options: null, options: ALL_REASONS } },
      subscription_update: {
        ...update,
        enabled: true,
        default_allowed_updates: ["price"],
        products: [{ adjustable_quantity: { enabled: false, maximum: null, minimum: 1 }, prices, product }],
        proration_behavior: "always_invoice",
        trial_update_behavior: "continue_trial",
      },
    },
  });
}

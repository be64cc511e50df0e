import type { Routes } from "../books";
import { paymentPageRoutes } from "../pages/checkout/payment-pages";
import { routes as webhookRoutes } from "../webhooks/routes";
import { chargeRoutes } from "./charges";
import { checkoutRoutes } from "./checkout-sessions";
import { couponRoutes } from "./coupons";
import { customerRoutes } from "./customers";
import { discountRoutes } from "./discounts";
import { invoiceRoutes } from "./invoices";
import { moneyBackRoutes } from "./money-back";
import { intentRoutes } from "./payment-intents";
import { paymentMethodRoutes } from "./payment-methods";
import { configurationRoutes } from "./portal/configurations";
import { portalSessionRoutes } from "./portal/sessions";
import { priceRoutes } from "./prices";
import { productRoutes } from "./products";
import { promotionCodeRoutes } from "./promotion-codes";
import { subscriptionRoutes } from "./subscriptions";
import { testClockRoutes } from "./test-clocks";

/** All that this Stripe answers to: routes that decide nothing, and call what goes on in `billing`. */
export const routes: Routes = {
  ...customerRoutes,
  ...productRoutes,
  ...priceRoutes,
  ...couponRoutes,
  ...promotionCodeRoutes,
  ...paymentMethodRoutes,
  ...intentRoutes,
  ...chargeRoutes,
  ...moneyBackRoutes,
  ...checkoutRoutes,
  ...paymentPageRoutes,
  ...subscriptionRoutes,
  ...discountRoutes,
  ...invoiceRoutes,
  ...portalSessionRoutes,
  ...configurationRoutes,
  ...testClockRoutes,
  ...webhookRoutes,
};

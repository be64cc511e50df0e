/**
 * Billing: what a person has bought, and so may use. Other modules ask `entitlementOf` and nothing else; the plan is
 * read from the database at each request, never from a token. The truth is Stripe's: whatever comes in by webhook, click or clock
 * ends in one function that fetches it and writes it down (sync/sync-customer.ts).
 */
import { CatalogueResolver } from "./catalogue/catalogue.resolver";
import { CheckoutResolver } from "./checkout/checkout.resolver";
import { PortalResolver } from "./customers/portal.resolver";
import { SubscriptionResolver } from "./subscriptions/subscription.resolver";
import { UserBillingResolver } from "./user-fields.resolver";

export const billingResolvers = [CatalogueResolver, CheckoutResolver, PortalResolver, SubscriptionResolver, UserBillingResolver] as const;

export { billingAdminResolvers } from "./admin-resolvers";
export { entitlementOf, type Entitlement } from "./entitlement/entitlement.store";
export { Plan } from "./billing.graphql";
export { billingJobs } from "./billing.job";
export { paymentsWebhook } from "./inbox/payments.webhook";
export { grantPremium } from "./entitlement/grant-premium";
export { billingHolder } from "./leaving/billing-holder";
export { checkBilling, type Finding } from "./reconcile/check-billing";
export { reconcile } from "./reconcile/reconcile";

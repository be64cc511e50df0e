/**
 * Billing: what a person has bought, and so may use. Other modules ask `entitlementOf` and nothing else; the plan is
 * read from the database at each request, never from a token.
 */
export { entitlementOf, type Entitlement } from "./entitlement/entitlement.store";
export { Plan } from "./billing.graphql";
export { UserPlanResolver } from "./user-fields.resolver";
export { grantPremium } from "./entitlement/grant-premium";

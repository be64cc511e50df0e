/** Stripe's test cards and test accounts, and what comes of using them: import from here. */
export { ibanThat, type DebitPlan } from "./bank-debits";
export { DECLINES, type Decline, type DeclineName } from "./declines";
export { freshCard, readCard, type KeptCard, type TypedCard } from "./kept-card";
export { attach, detach, fileBankAccount, fileCard, markAuthenticated, methodNamed, noteOf, verdictOf, type BillingDetails } from "./payment-methods";
export { cardNamed, nameOfNumber, nameOfToken, type TestCard, type Verdict } from "./test-cards";

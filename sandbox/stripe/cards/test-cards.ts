import { createHash } from "node:crypto";

import type { DeclineName } from "./declines";

/** What comes of an attempt: it works, the bank asks its customer first, or it says no. */
export type Verdict = "works" | "authenticate" | DeclineName;

export interface TestCard {
  number: string;
  brand: "visa" | "mastercard" | "amex";
  /** Keeping it with a customer. */
  keep: Verdict;
  /** Paying with its owner at the desk. */
  pay: Verdict;
  /** Paying later, by what was kept. */
  later: Verdict;
  /** What follows a payment that worked. */
  aftermath?: "dispute" | "disputeNotReceived" | "inquiry" | "fraudWarning" | "refundFails" | "refundPends";
}

const visa = (number: string, keep: Verdict, pay: Verdict = keep, later: Verdict = pay): TestCard => ({ number, brand: "visa", keep, pay, later });

/** Stripe's test cards (docs.stripe.com/testing), by the name that `pm_card_…` and `tok_…` give them. */
const CARDS: Readonly<Record<string, TestCard>> = {
  visa: visa("4242424242424242", "works"),
  visa_debit: visa("4000056655665556", "works"),
  mastercard: { ...visa("5555555555554444", "works"), brand: "mastercard" },
  amex: { ...visa("378282246310005", "works"), brand: "amex" },
  bypassPending: visa("4000000000000077", "works"),
  chargeDeclined: visa("4000000000000002", "generic"),
  chargeDeclinedInsufficientFunds: visa("4000000000009995", "insufficientFunds"),
  chargeDeclinedLostCard: visa("4000000000009987", "lost"),
  chargeDeclinedStolenCard: visa("4000000000009979", "stolen"),
  chargeDeclinedExpiredCard: visa("4000000000000069", "expired"),
  chargeDeclinedIncorrectCvc: visa("4000000000000127", "cvc"),
  chargeDeclinedProcessingError: visa("4000000000000119", "processing"),
  chargeCustomerFail: visa("4000000000000341", "works", "generic"),
  authenticationRequiredOnSetup: visa("4000002500003155", "authenticate", "authenticate", "works"),
  authenticationRequired: visa("4000002760003184", "authenticate"),
  threeDSecure2Required: visa("4000000000003220", "authenticate"),
  authenticationRequiredChargeDeclinedInsufficientFunds: visa("4000008260003178", "authenticate", "authenticate", "insufficientFunds"),
  createDispute: { ...visa("4000000000000259", "works"), aftermath: "dispute" },
  createDisputeProductNotReceived: { ...visa("4000000000002685", "works"), aftermath: "disputeNotReceived" },
  createDisputeInquiry: { ...visa("4000000000001976", "works"), aftermath: "inquiry" },
  createIssuerFraudRecord: { ...visa("4000000000005423", "works"), aftermath: "fraudWarning" },
  refundFail: { ...visa("4000000000005126", "works"), aftermath: "refundFails" },
  pendingRefund: { ...visa("4000000000007726", "works"), aftermath: "refundPends" },
};

export const cardNamed = (name: string): TestCard => CARDS[name] ?? (CARDS.visa as TestCard);

/** The card behind `pm_card_visa`, `pm_card_visa_chargeDeclined` or `tok_visa`: its name, or undefined. */
export function nameOfToken(token: string): string | undefined {
  const name = /^(?:pm_card|tok)_(?:visa_(?!debit))?(.+)$/.exec(token)?.[1];
  return name !== undefined && Object.hasOwn(CARDS, name) ? name : undefined;
}

export const nameOfNumber = (number: string): string | undefined => Object.keys(CARDS).find((name) => CARDS[name]?.number === number.replace(/\D/g, ""));

/** The same number is the same fingerprint, whoever types it. */
export const fingerprintOf = (number: string): string => createHash("sha256").update(`fingerprint ${number}`).digest("base64url").replace(/[-_]/g, "x").slice(0, 16);

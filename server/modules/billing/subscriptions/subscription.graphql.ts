import { GraphQLDateTime } from "graphql-scalars";
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";

import { BillingInterval, Plan } from "../billing.graphql";
import { nextPayment, statusShown } from "./subscription.rules";
import type { SubscriptionRow } from "./subscriptions.store";

export enum SubscriptionStatus {
  INCOMPLETE = "INCOMPLETE",
  INCOMPLETE_EXPIRED = "INCOMPLETE_EXPIRED",
  TRIALING = "TRIALING",
  ACTIVE = "ACTIVE",
  PAST_DUE = "PAST_DUE",
  UNPAID = "UNPAID",
  CANCELED = "CANCELED",
  PAUSED = "PAUSED",
}

registerEnumType(SubscriptionStatus, { name: "SubscriptionStatus", description: "Stripe's own subscription states. One that we don't know yet shows as UNPAID: it gives nothing, and it has not ended." });

export enum RevokeReason {
  DISPUTED = "DISPUTED",
  REFUNDED = "REFUNDED",
}

registerEnumType(RevokeReason, {
  name: "RevokeReason",
  description: "Why access ended before what was paid for was over.",
  valuesConfig: { DISPUTED: { description: "The payment was taken back through the bank." }, REFUNDED: { description: "The last payment was given back in full." } },
});

@ObjectType({ description: "The card that is charged, as far as it may be shown." })
export class CardOnFile {
  @Field(() => String, { description: "Stripe's name of the brand, e.g. visa." })
  brand!: string;

  @Field(() => String, { description: "The last four digits." })
  last4!: string;

  @Field(() => Int, { description: "1 to 12. The card is good to the end of that month." })
  expMonth!: number;

  @Field(() => Int, { description: "Four digits." })
  expYear!: number;
}

@ObjectType({ description: "Premium, as it was bought." })
export class Subscription {
  @Field(() => ID, { description: "Etude's own, not Stripe's." })
  id!: string;

  @Field(() => Plan, { description: "What was bought." })
  plan!: Plan;

  @Field(() => SubscriptionStatus, { description: "How it stands at Stripe. What the person may use is `User.plan`." })
  status!: SubscriptionStatus;

  @Field(() => BillingInterval, { nullable: true, description: "How often it is paid." })
  interval!: BillingInterval | null;

  @Field(() => Int, { nullable: true, description: "For one interval, in the currency's smallest unit." })
  unitAmount!: number | null;

  @Field(() => String, { description: "ISO 4217, in lower case." })
  currency!: string;

  @Field(() => GraphQLDateTime, { nullable: true, description: "What is paid for lasts until then." })
  currentPeriodEnd!: Date | null;

  @Field(() => Boolean, { description: "It was cancelled, and ends with the paid period." })
  cancelAtPeriodEnd!: boolean;

  @Field(() => GraphQLDateTime, { nullable: true, description: "When it will end, where that is settled." })
  cancelAt!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: "When it ended." })
  endedAt!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: "When the trial ends, or ended." })
  trialEnd!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: "Since when a payment is missing. Premium stays for seven days from then." })
  pastDueSince!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: "When the next regular payment is due; null where there will be none." })
  nextPaymentAt!: Date | null;

  @Field(() => Int, { nullable: true, description: "How much that will be, in the currency's smallest unit, with discounts and what is left of earlier payments." })
  nextPaymentAmount!: number | null;

  @Field(() => Boolean, { description: "A change of price waits for its payment; the old price stays until then." })
  hasPendingUpdate!: boolean;

  @Field(() => GraphQLDateTime, { nullable: true, description: "When access ended before what was paid for was over." })
  revokedAt!: Date | null;

  @Field(() => RevokeReason, { nullable: true, description: "Why it did; null where it didn't." })
  revokeReason!: RevokeReason | null;

  @Field(() => CardOnFile, { nullable: true, description: "The card that is charged; null where there is none." })
  card!: CardOnFile | null;

  @Field(() => GraphQLDateTime, { description: "When it was bought." })
  createdAt!: Date;

  /** Stripe's id, with which what belongs to it is found. */
  stripeId!: string;
  priceId!: string | null;
}

/** A row as the API shows it. */
export function toSubscription(row: SubscriptionRow): Subscription {
  const { id, stripeId, priceId, unitAmount, currency, currentPeriodEnd, cancelAtPeriodEnd, cancelAt, endedAt, trialEnd, pastDueSince, hasPendingUpdate, revokedAt, createdAt } = row;
  const next = nextPayment(row);
  return Object.assign(new Subscription(), {
    ...{ id, stripeId, priceId, unitAmount, currency, currentPeriodEnd, cancelAtPeriodEnd, cancelAt, endedAt, trialEnd, pastDueSince, hasPendingUpdate, revokedAt, createdAt },
    plan: Plan.PREMIUM,
    status: SubscriptionStatus[statusShown(row.status)],
    interval: row.interval && BillingInterval[row.interval],
    nextPaymentAt: next?.at ?? null,
    nextPaymentAmount: next?.amount ?? null,
    revokeReason: reasonOf(row.revokeReason),
    card: cardOf(row),
  });
}

function reasonOf(reason: string | null): RevokeReason | null {
  const name = reason?.toUpperCase();
  return name === "DISPUTED" || name === "REFUNDED" ? RevokeReason[name] : null;
}

function cardOf({ cardBrand: brand, cardLast4: last4, cardExpMonth: expMonth, cardExpYear: expYear }: SubscriptionRow): CardOnFile | null {
  return brand && last4 && expMonth && expYear ? { brand, last4, expMonth, expYear } : null;
}

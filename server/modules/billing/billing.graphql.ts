import { Field, ObjectType, registerEnumType } from "type-graphql";

export enum Plan {
  FREE = "FREE",
  PREMIUM = "PREMIUM",
}

registerEnumType(Plan, { name: "Plan", description: "What can be used: the free plan has most of stage 1, premium everything." });

export enum BillingInterval {
  MONTH = "MONTH",
  YEAR = "YEAR",
}

registerEnumType(BillingInterval, { name: "BillingInterval", description: "How often is paid." });

@ObjectType({ description: "Somewhere at Stripe, for a browser to be sent to. The address is secret and soon worth nothing: open it at once, and don't keep it." })
export class RedirectSession {
  @Field(() => String, { description: "Absolute, and Stripe's own." })
  url!: string;
}

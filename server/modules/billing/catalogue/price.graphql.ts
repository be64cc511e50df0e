import { Field, ID, Int, ObjectType } from "type-graphql";

import { BillingInterval, Plan } from "../billing.graphql";

@ObjectType({ description: "What can be bought, as Stripe states it." })
export class Price {
  @Field(() => ID, { description: "What createCheckoutSession and changeSubscriptionPrice ask for." })
  id!: string;

  @Field(() => Plan, { description: "What is bought." })
  plan!: Plan;

  @Field(() => BillingInterval, { description: "How often it is paid." })
  interval!: BillingInterval;

  @Field(() => Int, { description: "For one interval, in the currency's smallest unit." })
  unitAmount!: number;

  @Field(() => String, { description: "ISO 4217, in lower case." })
  currency!: string;

  @Field(() => [String], { description: "All currencies that it is sold in, this one included, in alphabetical order." })
  currencies!: string[];
}

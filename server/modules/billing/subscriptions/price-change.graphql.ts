import { GraphQLDateTime } from "graphql-scalars";
import { Field, Int, ObjectType } from "type-graphql";

@ObjectType({ description: "One line of what a change of price is reckoned from." })
export class PriceChangeLine {
  @Field(() => String, { description: "Stripe's own words." })
  description!: string;

  @Field(() => Int, { description: "In the currency's smallest unit; below zero where it counts in the payer's favour." })
  amount!: number;
}

@ObjectType({ description: "What a change to another price costs, reckoned by Stripe for one instant." })
export class PriceChangePreview {
  @Field(() => String, { description: "ISO 4217, in lower case." })
  currency!: string;

  @Field(() => Int, { description: "What is charged at once, in the currency's smallest unit." })
  amountDue!: number;

  @Field(() => [PriceChangeLine], { description: "What is charged and what is given back, as Stripe writes it on the invoice." })
  lines!: PriceChangeLine[];

  @Field(() => GraphQLDateTime, { nullable: true, description: "When the next regular payment is due after the change." })
  nextPaymentAt!: Date | null;

  @Field(() => Int, { nullable: true, description: "How much that will be." })
  nextPaymentAmount!: number | null;

  @Field(() => GraphQLDateTime, { description: "The instant it is reckoned for. Handed to changeSubscriptionPrice within 30 minutes, the change costs what is said here." })
  prorationDate!: Date;
}

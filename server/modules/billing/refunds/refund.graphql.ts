import { ArgsType, Field, ID, Int } from "type-graphql";

@ArgsType()
export class RefundArgs {
  @Field(() => ID)
  invoiceId!: string;

  @Field(() => String, { description: "Why, 3 to 500 characters, for the audit log." })
  reason!: string;

  @Field(() => Int, { nullable: true, description: "In the currency's smallest unit; all that is left when left out. The same again within a minute is the same refund." })
  amount?: number | null;
}

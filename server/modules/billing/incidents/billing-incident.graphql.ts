import { GraphQLDateTime } from "graphql-scalars";
import { ArgsType, Field, ID, Int, ObjectType } from "type-graphql";

import { PageInfo } from "../../../platform/paging.graphql";
import type { IncidentRow } from "./incidents.store";

@ObjectType({ description: "Something of billing that should never happen, and what was done about it. What Etude puts right by itself is closed by itself." })
export class BillingIncident {
  @Field(() => ID, { description: "What it is about: the same is noted once." })
  key!: string;

  @Field(() => String, { description: "duplicate-subscription, fraud-warning, refund-failed and others; there may be new ones." })
  kind!: string;

  @Field(() => String, { nullable: true, description: "Stripe's id of the customer." })
  customerId!: string | null;

  @Field(() => ID, { nullable: true })
  userId!: string | null;

  @Field(() => String, { description: "What it is, in a sentence." })
  detail!: string;

  @Field(() => GraphQLDateTime)
  createdAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: "Null while it is open." })
  resolvedAt!: Date | null;
}

@ObjectType({ description: "One incident on a page." })
export class BillingIncidentEdge {
  @Field(() => String)
  cursor!: string;

  @Field(() => BillingIncident)
  node!: BillingIncident;
}

@ObjectType({ description: "A page of incidents, newest first." })
export class BillingIncidentConnection {
  @Field(() => [BillingIncidentEdge])
  edges!: BillingIncidentEdge[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}

@ArgsType()
export class BillingIncidentsArgs {
  @Field(() => Int, { defaultValue: 50, description: "How many, 1 to 100." })
  first!: number;

  @Field(() => String, { nullable: true, description: "The cursor behind which the page begins." })
  after?: string | null;

  @Field(() => Boolean, { nullable: true, description: "Only those that are open, or only those that are closed." })
  open?: boolean | null;
}

/** A row as the API shows it. */
export const toBillingIncident = ({ id: _, ...row }: IncidentRow): BillingIncident => Object.assign(new BillingIncident(), row);

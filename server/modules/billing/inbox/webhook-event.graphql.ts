import { GraphQLDateTime } from "graphql-scalars";
import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";

import { PageInfo } from "../../../platform/paging.graphql";
import type { WebhookEventRow } from "./webhook-events.store";

export enum WebhookEventStatus {
  PENDING = "PENDING",
  PROCESSED = "PROCESSED",
  FAILED = "FAILED",
  IGNORED = "IGNORED",
}

registerEnumType(WebhookEventStatus, {
  name: "WebhookEventStatus",
  description: "PENDING waits for its turn or its next try; PROCESSED had its effect; FAILED was given up and can be replayed; IGNORED is of a kind that changes nothing here.",
});

@ObjectType({ description: "An event that Stripe sent. What it held is not kept: the truth is fetched." })
export class WebhookEvent {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: "Stripe's own id of it." })
  stripeId!: string;

  @Field(() => String, { description: "Stripe's own word, e.g. invoice.paid." })
  type!: string;

  @Field(() => WebhookEventStatus)
  status!: WebhookEventStatus;

  @Field(() => Int, { description: "How often it was tried, replays included." })
  attempts!: number;

  @Field(() => String, { nullable: true, description: "Why the last try failed." })
  lastError!: string | null;

  @Field(() => String, { nullable: true, description: "Stripe's id of the customer it is about, where that is known." })
  customerId!: string | null;

  @Field(() => String, { nullable: true, description: "The version of Stripe's API that it was written in." })
  apiVersion!: string | null;

  @Field(() => GraphQLDateTime, { description: "When it happened at Stripe, to the second." })
  sentAt!: Date;

  @Field(() => GraphQLDateTime)
  receivedAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true })
  processedAt!: Date | null;
}

@ObjectType({ description: "One event on a page." })
export class WebhookEventEdge {
  @Field(() => String)
  cursor!: string;

  @Field(() => WebhookEvent)
  node!: WebhookEvent;
}

@ObjectType({ description: "A page of events, newest first." })
export class WebhookEventConnection {
  @Field(() => [WebhookEventEdge])
  edges!: WebhookEventEdge[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}

@ArgsType()
export class WebhookEventsArgs {
  @Field(() => Int, { defaultValue: 50, description: "How many, 1 to 100." })
  first!: number;

  @Field(() => String, { nullable: true, description: "The cursor behind which the page begins." })
  after?: string | null;

  @Field(() => WebhookEventStatus, { nullable: true, description: "Only those that stand so." })
  status?: WebhookEventStatus | null;
}

/** A row as the API shows it. */
export const toWebhookEvent = ({ status, ...row }: WebhookEventRow): WebhookEvent => Object.assign(new WebhookEvent(), { ...row, status: WebhookEventStatus[status] });

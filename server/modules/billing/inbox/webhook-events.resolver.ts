import { Arg, Args, Ctx, Directive, ID, Mutation, Query, Resolver } from "type-graphql";

import type { Context } from "../../../platform/context";
import { pageOfWebhookEvents } from "./page-of-webhook-events";
import { replayWebhookEvent } from "./replay-webhook-event";
import { toWebhookEvent, WebhookEvent, WebhookEventConnection, WebhookEventsArgs } from "./webhook-event.graphql";

@Resolver()
export class WebhookEventsResolver {
  @Query(() => WebhookEventConnection, { description: "The events that Stripe sent, newest first. Those that had their effect are kept for 90 days." })
  @Directive("@auth(requires: ADMIN)")
  async webhookEvents(@Ctx() ctx: Context, @Args(() => WebhookEventsArgs) page: WebhookEventsArgs): Promise<WebhookEventConnection> {
    const { edges, pageInfo } = await pageOfWebhookEvents(ctx, page);
    return { edges: edges.map(({ cursor, node }) => ({ cursor, node: toWebhookEvent(node) })), pageInfo };
  }

  @Mutation(() => WebhookEvent, { description: "Has an event handled once more, whatever became of it. Harmless: what is written is fetched from Stripe anew." })
  @Directive("@auth(requires: ADMIN)")
  async replayWebhookEvent(
    @Ctx() ctx: Context,
    @Arg("id", () => ID) id: string,
    @Arg("reason", () => String, { description: "Why, 3 to 500 characters, for the audit log." }) reason: string,
  ): Promise<WebhookEvent> {
    return toWebhookEvent(await replayWebhookEvent(ctx, { id, reason }));
  }
}

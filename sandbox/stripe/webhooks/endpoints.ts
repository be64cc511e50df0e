import type Stripe from "stripe";

import { API_VERSION, type Books } from "../books";

export interface Webhook {
  /** Where events go. */
  url: string;
  /** `whsec_…`, with which they are signed. */
  secret: string;
}

/** The endpoint that the account is configured with is ours by this mark; those that callers make are not. */
const MARK = { configured: "etude" };

/** Sees to it that all events go to the configured address, signed with its secret; after a restart perhaps another than before. */
export function keepEndpoint(books: Books, { url, secret }: Webhook): Stripe.WebhookEndpoint {
  const ours = books.shelf("webhook_endpoint").all().find(({ metadata }) => metadata.configured === MARK.configured);
  const endpoint = ours
    ? books.change("webhook_endpoint", ours.id, { url, status: "enabled" })
    : fileEndpoint(books, { url, enabled_events: ["*"], metadata: MARK });
  books.setNote(secretOf(endpoint.id), secret);
  return endpoint;
}

export function fileEndpoint(books: Books, fields: Pick<Stripe.WebhookEndpoint, "url" | "enabled_events" | "metadata"> & Partial<Stripe.WebhookEndpoint>): Stripe.WebhookEndpoint {
  return books.create("webhook_endpoint", {
    id: books.newId("we"),
    object: "webhook_endpoint",
    api_version: API_VERSION,
    application: null,
    created: books.now(),
    description: null,
    livemode: false,
    status: "enabled",
    ...fields,
  });
}

/** The note under which an endpoint's secret is kept: Stripe tells it once, in the answer to its creation. */
export const secretOf = (endpointId: string): string => `secret:${endpointId}`;

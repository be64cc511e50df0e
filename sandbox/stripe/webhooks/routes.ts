import type Stripe from "stripe";

import { invalid, listOf, randomLetters, type Answer, type Books, type Call, type EventType, type Routes } from "../books";
import { fileEndpoint, secretOf } from "./endpoints";

type Create = Call<Pick<Stripe.WebhookEndpointCreateParams, "url" | "enabled_events"> & { description?: string; metadata?: Stripe.Metadata }>;
type Update = Call<Stripe.WebhookEndpointUpdateParams>;
type EventList = Call<Stripe.EventListParams>;

/** Stripe tells the secret this once. */
const create = (books: Books, { params }: Create) => {
  const { url, enabled_events, description, metadata } = params;
  if (!/^https?:\/\//.test(url)) throw invalid("Invalid URL: An explicit scheme (such as https) must be provided.", { param: "url", code: "url_invalid" });
  const endpoint = fileEndpoint(books, { url, enabled_events: [...enabled_events], description: description || null, metadata: metadata ?? {} });
  const secret = `whsec_${randomLetters(32)}`;
  books.setNote(secretOf(endpoint.id), secret);
  return { ...endpoint, secret };
};

const update = (books: Books, { params, path }: Update) => {
  const { url, enabled_events, disabled, description, metadata } = params;
  const endpoint = books.shelf("webhook_endpoint").get(String(path.endpoint));
  return books.change("webhook_endpoint", endpoint.id, {
    ...(url && { url }),
    ...(enabled_events && { enabled_events }),
    ...(disabled !== undefined && { status: disabled ? "disabled" : "enabled" }),
    ...(description !== undefined && { description: description || null }),
    ...(metadata !== undefined && { metadata: mergedMetadata(endpoint.metadata, metadata) }),
  });
};

/** Keys set to nothing go; an empty whole clears all. */
const mergedMetadata = (before: Stripe.Metadata, changes: Stripe.Emptyable<Stripe.MetadataParam>): Stripe.Metadata =>
  changes === "" ? {} : Object.fromEntries(Object.entries({ ...before, ...changes }).flatMap(([key, value]) => (value === null || value === "" ? [] : [[key, String(value)]])));

const remove = (books: Books, { path }: Call) => {
  const { id } = books.shelf("webhook_endpoint").get(String(path.endpoint));
  books.remove("webhook_endpoint", id);
  return { id, object: "webhook_endpoint", deleted: true };
};

const LARGEST_TYPES = 20;

const listEvents = (books: Books, call: EventList) => {
  const { type, types, delivery_success: delivered } = call.params;
  if (types && types.length > LARGEST_TYPES) throw invalid(`You may pass up to ${LARGEST_TYPES} event names.`, { param: "types" });
  const wanted = types ?? (type ? [type] : undefined);
  const fits = (event: Stripe.Event) =>
    (!wanted || wanted.some((pattern) => covers(pattern, event.type))) && (delivered === undefined || delivered === (event.pending_webhooks === 0));
  return listOf(books.shelf("event").all().filter(fits), call, "/v1/events");
};

/** `type` may hold a `*` for any run of words. */
const covers = (pattern: string, type: EventType) => new RegExp(`^${pattern.replaceAll(".", "\\.").replaceAll("*", ".*")}$`).test(type);

const retrieve =
  (kind: "webhook_endpoint" | "event", name: string): Answer =>
  (books, { path }) =>
    books.shelf(kind).get(String(path[name]));

export const routes: Routes = {
  "POST /v1/webhook_endpoints": create,
  "GET /v1/webhook_endpoints": (books, call) => listOf(books.shelf("webhook_endpoint").all(), call, "/v1/webhook_endpoints"),
  "GET /v1/webhook_endpoints/:endpoint": retrieve("webhook_endpoint", "endpoint"),
  "POST /v1/webhook_endpoints/:endpoint": update,
  "DELETE /v1/webhook_endpoints/:endpoint": remove,
  "GET /v1/events": listEvents,
  "GET /v1/events/:event": retrieve("event", "event"),
};

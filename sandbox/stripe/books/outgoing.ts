import type Stripe from "stripe";

import type { EventType } from "./shelves";
import type { Store } from "./store";

/** Where deliveries are kept in the store. */
export const DELIVERIES = "~delivery";

/** One event on its way to one endpoint. Instants are milliseconds of the wall clock. */
export interface Delivery {
  readonly id: string;
  readonly event: string;
  readonly endpoint: string;
  readonly since: number;
  /** How often it was tried. */
  readonly attempts: number;
  /** When it is tried next; null: delivered, or given up. */
  readonly dueAt: number | null;
  /** What the last try was answered with: a status, or why there was none. */
  readonly outcome: number | string | null;
  readonly deliveredAt: number | null;
}

export const hears = (endpoint: Stripe.WebhookEndpoint, type: EventType): boolean =>
  endpoint.status === "enabled" && (endpoint.enabled_events.includes("*") || endpoint.enabled_events.includes(type));

/** Files a delivery for each endpoint that hears events of the type, in the same commit as the event. Returns how many. */
export function planDeliveries(store: Store, { event, type, since }: { event: string; type: EventType; since: number }): number {
  const endpoints = (store.all("webhook_endpoint") as readonly Stripe.WebhookEndpoint[]).filter((endpoint) => hears(endpoint, type));
  for (const endpoint of endpoints) {
    const delivery: Delivery = { id: `${event}:${endpoint.id}`, event, endpoint: endpoint.id, since, attempts: 0, dueAt: since, outcome: null, deliveredAt: null };
    store.put(DELIVERIES, delivery.id, delivery);
  }
  return endpoints.length;
}

import type Stripe from "stripe";

import { DELIVERIES, type Change, type Delivery, type Store } from "../books";
import { post, type Sent } from "./post";

export interface Deliveries {
  /** Newest first; with an event only its own. */
  list(event?: string): readonly Delivery[];
  /** Tries once more now, whatever became of it. */
  resend(delivery: string): void;
  /** Resolves when nothing is under way or due by now. */
  settled(): Promise<void>;
  /** Nothing starts any more; what is under way is cut, and tried again after the next start. */
  stop(): Promise<void>;
}

export interface DeliveriesOptions {
  store: Store;
  /** The wall clock: signatures and retries go by it. */
  wall: () => Date;
  secretFor(endpointId: string): string | undefined;
}

/** Deliveries under way at once. */
const AT_ONCE = 8;
/** Milliseconds until the next try, by how often it was tried; from then on the last. Stripe's own are longer: nobody waits hours at a desk. */
const PATIENCE = [1000, 2000, 5000, 15_000, 60_000, 300_000] as const;
const GIVEN_UP_AFTER = 3 * 24 * 3600 * 1000;
/** No timer of Node's is set for longer. */
const LONGEST_TIMER = 3_600_000;

/** Sends every event to the endpoints that hear it, signed, until they answer 2xx. */
export function startDeliveries(options: DeliveriesOptions): Deliveries {
  const { store, wall } = options;
  const waiting = new Map<string, Delivery>();
  const underWay = new Map<string, Promise<void>>();
  const stopping = new AbortController();
  const attempt = attemptsOf(options, stopping.signal);
  let timer: NodeJS.Timeout | undefined;

  const notice = ([drawer, id, value]: Change) => {
    if (drawer !== DELIVERIES) return;
    const delivery = value as Delivery | undefined;
    if (delivery && delivery.dueAt !== null) waiting.set(id, delivery);
    else waiting.delete(id);
  };
  const due = () => [...waiting.values()].filter(({ id, dueAt }) => !underWay.has(id) && dueAt !== null && dueAt <= wall().getTime());
  const wake = () => {
    clearTimeout(timer);
    if (stopping.signal.aborted || underWay.size >= AT_ONCE) return;
    const next = Math.min(...[...waiting.values()].filter(({ id }) => !underWay.has(id)).map(({ dueAt }) => dueAt ?? Infinity));
    if (next === Infinity) return;
    timer = setTimeout(start, Math.min(Math.max(next - wall().getTime(), 0), LONGEST_TIMER)).unref();
  };
  const start = () => {
    if (stopping.signal.aborted) return;
    for (const delivery of due().slice(0, AT_ONCE - underWay.size)) {
      const sending = attempt(delivery).finally(() => {
        underWay.delete(delivery.id);
        start();
      });
      underWay.set(delivery.id, sending);
    }
    wake();
  };

  for (const delivery of store.all(DELIVERIES) as readonly Delivery[]) notice([DELIVERIES, delivery.id, delivery]);
  store.onCommit((changes) => {
    changes.forEach(notice);
    wake();
  });
  wake();

  return {
    ...letters(options),
    settled: async () => {
      start();
      while (underWay.size > 0) {
        await Promise.race(underWay.values());
        start();
      }
    },
    stop: async () => {
      stopping.abort();
      clearTimeout(timer);
      await Promise.all(underWay.values());
    },
  };
}

/** What is known of deliveries, and the wish to send one again. */
const letters = ({ store, wall }: DeliveriesOptions): Pick<Deliveries, "list" | "resend"> => ({
  list: (event) => (store.all(DELIVERIES) as readonly Delivery[]).filter((delivery) => !event || delivery.event === event),
  resend: (id) => {
    const delivery = store.get(DELIVERIES, id) as Delivery | undefined;
    if (delivery) store.put(DELIVERIES, id, { ...delivery, dueAt: wall().getTime() });
  },
});

/** One try, and what becomes of the delivery by it. */
function attemptsOf({ store, wall, secretFor }: DeliveriesOptions, signal: AbortSignal): (delivery: Delivery) => Promise<void> {
  const giveUp = (delivery: Delivery, outcome: string) => store.put(DELIVERIES, delivery.id, { ...delivery, dueAt: null, outcome });
  const record = (delivery: Delivery, sent: Exclude<Sent, "cut">) =>
    store.atomically(() => {
      const attempts = delivery.attempts + 1;
      const at = wall().getTime();
      const tried = { ...delivery, attempts, outcome: sent.outcome };
      if (!sent.accepted) return store.put(DELIVERIES, delivery.id, { ...tried, dueAt: at - delivery.since < GIVEN_UP_AFTER ? at + patienceAfter(attempts) : null });
      store.put(DELIVERIES, delivery.id, { ...tried, dueAt: null, deliveredAt: at });
      if (delivery.deliveredAt === null) countDown(store, delivery.event);
    });

  return async (delivery) => {
    const event = store.get("event", delivery.event) as Stripe.Event | undefined;
    const endpoint = store.get("webhook_endpoint", delivery.endpoint) as Stripe.WebhookEndpoint | undefined;
    const secret = secretFor(delivery.endpoint);
    if (!event || !endpoint || !secret || endpoint.status !== "enabled") return giveUp(delivery, "the endpoint is gone");
    const sent = await post({ url: endpoint.url, event, secret, at: wall(), signal });
    if (sent !== "cut") record(delivery, sent);
  };
}

const patienceAfter = (attempts: number): number => PATIENCE[Math.min(attempts, PATIENCE.length) - 1] ?? PATIENCE[0];

/** One endpoint fewer that has not heard of the event. */
function countDown(store: Store, id: string): void {
  const event = store.get("event", id) as Stripe.Event | undefined;
  if (event) store.put("event", id, { ...event, pending_webhooks: Math.max(0, event.pending_webhooks - 1) });
}

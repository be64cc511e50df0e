import express, { type Router } from "express";

import type { NextFault } from "../faults";
import type { StripeSettings } from "../settings";
import { begin } from "./begin";
import { catchUp, keepAddress, nextDue } from "./billing";
import { openBooks, openJournal, openStore, type Books, type Change } from "./books";
import { clockApi } from "./clock";
import { keepWatch } from "./contract/watch";
import { stripeApi } from "./http/stripe-api";
import { pages } from "./pages";
import { routes } from "./resources";
import { startDeliveries, type Deliveries } from "./webhooks/deliveries";
import { secretOf } from "./webhooks/endpoints";

export interface Stripe {
  books: Books;
  deliveries: Deliveries;
  /** What the sandbox itself did wrong since its start. */
  mistakes: readonly string[];
  /** `/v1`, the clock and the pages. */
  router: Router;
  /** Brings to pass what is due, and resolves when no delivery is under way or due by now. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

export interface StripeOptions {
  dataDir: string;
  settings: StripeSettings;
  /** The wall clock. */
  wall: () => Date;
  fault: NextFault;
}

/** No timer of Node's is set for longer; a look each hour costs nothing. */
const LONGEST_TIMER = 3_600_000;
const SOON = 1000;

/** A Stripe on this machine: its API, its pages, its webhooks, and time that goes on by itself. */
export function createStripe({ dataDir, settings, wall, fault }: StripeOptions): Stripe {
  const store = openStore(openJournal(dataDir, keptSince(wall())));
  const watch = keepWatch();
  const books = openBooks({ store, wall, check: (event) => watch.event(event) });
  const deliveries = startDeliveries({ store, wall, secretFor: (endpoint) => books.note<string>(secretOf(endpoint)) });
  let timer: NodeJS.Timeout | undefined;

  const bringToPass = () => books.atomically(() => catchUp(books), null);
  const wait = () => {
    clearTimeout(timer);
    const due = nextDue(books);
    if (due !== null) timer = setTimeout(tick, Math.min(Math.max((due - books.now()) * 1000, SOON), LONGEST_TIMER)).unref();
  };
  const tick = () => {
    try {
      bringToPass();
    } catch (error) {
      watch.mistake("what is due could not be brought to pass", error);
    }
    wait();
  };
  const settled = async () => {
    bringToPass();
    await deliveries.settled();
  };

  books.atomically(() => {
    keepAddress(books, settings.sandboxUrl);
    begin(books, settings);
  }, null);
  tick();
  store.onCommit(wait);

  return {
    books,
    deliveries,
    mistakes: watch.mistakes,
    router: express
      .Router()
      .use("/v1", stripeApi({ books, store, routes, settings, fault, wall, catchUp: bringToPass, watch }))
      .use("/sandbox/stripe/clock", clockApi({ books, catchUp: bringToPass, settled: () => deliveries.settled() }))
      .use(pages({ books, settings, deliveries, catchUp: bringToPass })),
    settled,
    stop: async () => {
      clearTimeout(timer);
      await deliveries.stop();
    },
  };
}

const DAY = 24 * 3600 * 1000;
/** Stripe forgets events after 30 days, and keys of idempotent requests after one. */
function keptSince(now: Date): (change: Change) => boolean {
  const isOlder = (at: number, days: number) => at < now.getTime() - days * DAY;
  return ([drawer, , value]) => {
    if (drawer === "~delivery") return !isOlder((value as { since: number }).since, 30);
    if (drawer === "~idempotency") return !isOlder((value as { at: number }).at, 1);
    return true;
  };
}

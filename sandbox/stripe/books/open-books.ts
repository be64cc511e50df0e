import type Stripe from "stripe";

import type { Books, Cause, Shelf } from "./books";
import { previousAttributes } from "./differences";
import { newId } from "./ids";
import { planDeliveries } from "./outgoing";
import { idOf } from "./references";
import { noSuch } from "./refusal";
import { asTold } from "./rendering";
import type { ShelfName, Shelves } from "./shelves";
import type { Store } from "./store";

/** The version whose shapes the books hold: what the `stripe` package pins. */
export const API_VERSION = "2026-10-28.endive";

const NOTES = "~note";
const SETTINGS = "~setting";

type Fields = Readonly<Record<string, unknown>>;

/** Events other than `*.updated` that tell the old values too. */
const WITH_PREVIOUS = new Set<string>(["charge.refunded", "payment_method.automatically_updated"]);

export interface BooksOptions {
  store: Store;
  /** The wall clock. */
  wall: () => Date;
  /** Throws for an event that must not be told so. */
  check?: (event: Stripe.Event) => void;
}

export function openBooks({ store, wall, check }: BooksOptions): Books {
  let fixedTime: number | undefined;
  let cause: Cause | null = null;

  const offset = () => (store.get(SETTINGS, "offset") as number | undefined) ?? 0;
  const shelf: Books["shelf"] = (kind) => shelfOf(store, kind);

  const now: Books["now"] = (customer) => {
    if (fixedTime !== undefined) return fixedTime;
    const clock = idOf(customer ? shelf("customer").find(idOf(customer) ?? "")?.test_clock : null);
    return (clock && shelf("test_helpers.test_clock").find(clock)?.frozen_time) || Math.floor(wall().getTime() / 1000) + offset();
  };

  const emit: Books["emit"] = (type, object, previous) => {
    const id = newId("evt");
    const data = { object: asTold(object), ...(previous && { previous_attributes: asTold(previous) }) };
    const told = { id, object: "event", api_version: API_VERSION, created: now(customerOf(object)), data, livemode: false, type };
    const event = { ...told, pending_webhooks: planDeliveries(store, { event: id, type, since: wall().getTime() }), request: cause ?? { id: null, idempotency_key: null } };
    const filed = plain(event) as Stripe.Event;
    check?.(filed);
    store.put("event", id, filed);
    return filed;
  };

  const at: Books["at"] = (seconds, work) => {
    const before = fixedTime;
    fixedTime = seconds;
    try {
      return work();
    } finally {
      fixedTime = before;
    }
  };

  const atomically: Books["atomically"] = (work, by) => {
    const before = cause;
    if (by !== undefined) cause = by;
    try {
      return store.atomically(work);
    } finally {
      cause = before;
    }
  };

  return {
    shelf,
    ...changesOf(store, emit),
    emit,
    now,
    at,
    newId,
    note: <T>(id: string) => store.get(NOTES, id) as T | undefined,
    setNote: (id, note) => (note === undefined ? store.forget(NOTES, id) : store.put(NOTES, id, plain(note))),
    atomically,
    get offset() {
      return offset();
    },
    advance: (seconds) => {
      if (!(seconds >= 0)) throw new RangeError("Time goes forward only.");
      store.put(SETTINGS, "offset", offset() + Math.round(seconds));
    },
  };
}

function shelfOf<K extends ShelfName>(store: Store, kind: K): Shelf<Shelves[K]> {
  const find = (id: string) => store.get(kind, id) as Shelves[K] | undefined;
  return {
    find,
    get: (id, param) => {
      const found = find(id);
      if (found === undefined) throw noSuch(kind, id, param);
      return found;
    },
    all: () => store.all(kind) as readonly Shelves[K][],
    wasRemoved: (id) => store.has(kind, id) && find(id) === undefined,
  };
}

const changesOf = (store: Store, emit: Books["emit"]): Pick<Books, "create" | "change" | "remove"> => ({
  create: (kind, object, event) => {
    const id = String(object.id);
    if (store.has(kind, id)) throw new Error(`There is a ${kind} ${id} already.`);
    store.put(kind, id, plain(object));
    const filed = shelfOf(store, kind).get(id);
    if (event) emit(event, filed);
    return filed;
  },
  change: (kind, id, changes, event) => {
    const before = shelfOf(store, kind).get(id);
    const after = plain({ ...before, ...changes });
    const previous = previousAttributes(before as unknown as Fields, after as unknown as Fields);
    if (!previous) return before;
    store.put(kind, id, after);
    if (event) emit(event, after, event.endsWith(".updated") || WITH_PREVIOUS.has(event) ? previous : undefined);
    return after;
  },
  remove: (kind, id, event) => {
    const last = shelfOf(store, kind).get(id);
    store.put(kind, id, undefined);
    if (event) emit(event, last);
  },
});

/** As it will be read back after a restart, and safe from change. */
function plain<T>(value: T): T {
  return frozen(JSON.parse(JSON.stringify(value))) as T;
}

function frozen(value: unknown): unknown {
  if (typeof value === "object" && value !== null) {
    for (const inner of Object.values(value)) frozen(inner);
    Object.freeze(value);
  }
  return value;
}

function customerOf(object: object): string | null {
  const { object: kind, id, customer } = object as { object?: string; id?: string; customer?: string | { id: string } | null };
  return kind === "customer" ? (id ?? null) : idOf(customer);
}

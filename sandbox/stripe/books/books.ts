import type Stripe from "stripe";
import type { EventType, ShelfName, Shelves } from "./shelves";

/** One kind of object. Objects are plain, unexpanded, in the pinned API version's shape, with includables in full, and frozen. */
export interface Shelf<T> {
  find(id: string): T | undefined;
  /** Throws `resource_missing`: 404, or 400 where the id came in the parameter `param`. */
  get(id: string, param?: string): T;
  /** Newest first. */
  all(): readonly T[];
  /** It was here and was removed. */
  wasRemoved(id: string): boolean;
}

/** Who caused an event: the API's request, or nobody (null) where time did. */
export interface Cause {
  id: string;
  idempotency_key: string | null;
}

/** All that this Stripe knows. Every change outlives a restart. */
export interface Books {
  shelf<K extends ShelfName>(kind: K): Shelf<Shelves[K]>;
  /** Files a new object and, with a type, tells of it in an event. */
  create<K extends ShelfName>(kind: K, object: Shelves[K], event?: EventType): Shelves[K];
  /** Changes fields (a new object is filed). The event has the old values of what changed; nothing changed, no event. */
  change<K extends ShelfName>(kind: K, id: string, changes: Partial<Shelves[K]>, event?: EventType): Shelves[K];
  remove(kind: ShelfName, id: string, event?: EventType): void;
  /** Tells of an object as it stands now. */
  emit(type: EventType, object: object, previous?: object): Stripe.Event;
  /** Seconds since 1970 as the customer (its test clock, if any) or the sandbox sees them. */
  now(customer?: string | { id: string } | null): number;
  /** Within `work` it is `seconds` for everybody: what time brings to pass happens at its own time. */
  at<T>(seconds: number, work: () => T): T;
  /** `prefix` with or without its underscore: "cus" → "cus_" and what makes it unique. */
  newId(prefix: string): string;
  /** Our own notes beside Stripe's objects, in no answer. Whatever JSON can say. */
  note<T>(id: string): T | undefined;
  /** Undefined forgets. */
  setNote(id: string, value: unknown): void;
  /** All or nothing: if `work` throws, nothing that it did stays. Inside another it is part of that. */
  atomically<T>(work: () => T, cause?: Cause | null): T;
  /** What the sandbox's time is ahead of the wall clock, in seconds. */
  readonly offset: number;
  /** Moves the time of all that stands on no test clock. Never back. */
  advance(seconds: number): void;
}

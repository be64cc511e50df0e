import { createHash } from "node:crypto";

import { StripeRefusal, type Store } from "../books";

const DRAWER = "~idempotency";

/** What a request was answered with. */
export interface Answered {
  status: number;
  body: object;
}

interface Kept extends Answered {
  /** Milliseconds of the wall clock. */
  at: number;
  /** What was asked, as a digest. */
  asked: string;
  endpoint: string;
  /** The request that did it. */
  request: string;
}

export interface Asked {
  key: string;
  /** `POST /v1/customers`. */
  endpoint: string;
  params: object;
}

export interface Keys {
  /** What the key's first request was answered with. Throws where the key stands for another request, or for one under way. */
  answerTo(asked: Asked): (Answered & { request: string }) | undefined;
  keep(asked: Asked, answered: Answered, request: string): void;
  /** From now until the returned function is called, the key is in use. */
  use(key: string): () => void;
}

/** The memory of idempotent requests (docs.stripe.com/api/idempotent_requests): the first answer counts, also a 500. */
export function idempotencyKeys(store: Store, wall: () => Date): Keys {
  const inUse = new Set<string>();
  return {
    answerTo({ key, endpoint, params }) {
      if (inUse.has(key)) throw keyInUse(key);
      const kept = store.get(DRAWER, key) as Kept | undefined;
      if (!kept) return undefined;
      if (kept.endpoint !== endpoint) throw mismatch(`Keys for idempotent requests can only be used for the same endpoint they were first used for ('${kept.endpoint}' vs '${endpoint}'). Try using a key other than '${key}' if you meant to execute a different request.`);
      if (kept.asked !== digest(params)) throw mismatch(`Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`);
      return kept;
    },
    keep: ({ key, endpoint, params }, { status, body }, request) => store.put(DRAWER, key, { at: wall().getTime(), asked: digest(params), endpoint, request, status, body } satisfies Kept),
    use(key) {
      inUse.add(key);
      return () => void inUse.delete(key);
    },
  };
}

const mismatch = (message: string) => new StripeRefusal(400, { type: "idempotency_error", message });

const keyInUse = (key: string) =>
  new StripeRefusal(409, { type: "idempotency_error", code: "idempotency_key_in_use", message: `There is currently another in-progress request using this Idempotency-Key (${key}). Please try again later.` });

/** The same parameters in another order are the same. */
const digest = (params: object): string => createHash("sha256").update(JSON.stringify(sorted(params))).digest("base64url");

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]));
}

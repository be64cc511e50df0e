import { asAskedFor, StripeRefusal, type Books } from "../books";
import { termsOf } from "../contract/contract";
import type { Watch } from "../contract/watch";
import { saysVersion } from "./caller";
import { expansionFor } from "./expansion";
import type { Params } from "./form";
import type { Answered } from "./idempotency";
import type { Match } from "./matching";
import { asOfToday } from "./older-calls";
import { readParams } from "./read-params";
import { refusalBody } from "./refusal-body";

/** One call whose route is found. */
export interface Work {
  books: Books;
  found: Match;
  params: Params;
  headers: { get(name: string): string | undefined };
  baseUrl: string;
  /** The request's id, as its events name it. */
  request: string;
  watch: Watch;
}

/**
 * Checks a call, does what it asks in one step, and holds the answer against the contract. `keep` is given the answer within that step; what
 * was refused before anything was done is not kept, as at Stripe.
 */
export function carryOut(work: Work, keep: (answered: Answered) => void): Answered {
  const { books, found, headers, baseUrl, request, watch } = work;
  const isOfToday = saysVersion(headers);
  const terms = termsOf(found.route);
  const form = isOfToday ? work.params : asOfToday(found.route, work.params);
  const { expand, ...params } = terms ? readParams(terms.params, form) : form;
  const expansion = expansionFor(found.route, expand as string[] | undefined);
  const cause = { id: request, idempotency_key: headers.get("idempotency-key") ?? null };
  try {
    return books.atomically(() => {
      const body = asAskedFor(books, found.answer(books, { params, path: found.path, baseUrl }), expansion) as object;
      watch.answer(found.route, body);
      const answered = { status: 200, body };
      keep(answered);
      return answered;
    }, cause);
  } catch (error) {
    if (!(error instanceof StripeRefusal)) throw error;
    const answered = { status: error.status, body: refusalBody(error) };
    keep(answered);
    return answered;
  }
}

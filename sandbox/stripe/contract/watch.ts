import type Stripe from "stripe";

import { complaintAboutAnswer, complaintAboutEvent } from "./contract";

/** Holds what the sandbox says against the contract. A breach throws, so that nothing of it reaches anybody, and is remembered. */
export interface Watch {
  answer(route: string, body: unknown): void;
  event(event: Stripe.Event): void;
  /** A mistake of the sandbox itself, whatever it is. */
  mistake(text: string, error?: unknown): void;
  /** What went wrong since the start. In a test it must stay empty. */
  readonly mistakes: readonly string[];
}

export function keepWatch(): Watch {
  const mistakes: string[] = [];
  const mistake: Watch["mistake"] = (text, error) => {
    mistakes.push(text);
    console.error(`Stripe's sandbox made a mistake: ${text}`, error ?? "");
  };
  const breach = (complaint: string | null, what: string) => {
    if (complaint !== null) throw new Error(`${what} is not as Stripe's types have it: ${complaint}`);
  };
  return {
    answer: (route, body) => breach(complaintAboutAnswer(route, body), `The answer to ${route}`),
    event: (event) => breach(complaintAboutEvent(event), `The event ${event.type}`),
    mistake,
    mistakes,
  };
}

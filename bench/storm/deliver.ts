import Stripe from "stripe";

const AT_ONCE = 32;
const WAIT_BEFORE_AGAIN_MS = 100;
const MOST_TRIES = 100;

export interface Delivery {
  event: Stripe.Event;
  tries: number;
}

/** A pseudo-random order that a seed repeats (mulberry32, Fisher and Yates). */
export function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const all = [...items];
  for (let last = all.length - 1; last > 0; last--) {
    const other = Math.floor(next() * (last + 1));
    [all[last], all[other]] = [all[other] as Item, all[last] as Item];
  }
  return all;
}

export interface Target {
  /** Addresses of the servers; one that is down is simply in the list. */
  urls: readonly string[];
  secret: string;
  /** How many deliveries are under way at once; one keeps their order. */
  atOnce?: number;
  /** Told after each delivery that was taken. */
  onTaken?(count: number): void;
}

/** Delivers as Stripe does: signed at that moment, several at once, again until it is answered with 2xx. Gives the times it took (ms). */
export async function deliver(events: readonly Stripe.Event[], { urls, secret, onTaken, atOnce = AT_ONCE }: Target): Promise<number[]> {
  const waiting: Delivery[] = events.map((event) => ({ event, tries: 0 }));
  const took: number[] = [];
  let turn = 0;
  const carry = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const url = urls[turn++ % urls.length] as string;
      const began = performance.now();
      if (await post(url, next.event, secret)) {
        took.push(performance.now() - began);
        onTaken?.(took.length);
        continue;
      }
      next.tries += 1;
      if (next.tries > MOST_TRIES) throw new Error(`${next.event.type} was never taken.`);
      await new Promise((resolve) => setTimeout(resolve, WAIT_BEFORE_AGAIN_MS));
      waiting.push(next);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, carry));
  return took;
}

async function post(url: string, event: Stripe.Event, secret: string): Promise<boolean> {
  const body = JSON.stringify(event);
  const signature = Stripe.webhooks.generateTestHeaderString({ payload: body, secret });
  try {
    const answer = await fetch(`${url}/api/webhooks/stripe`, { method: "POST", body, headers: { "content-type": "application/json", "stripe-signature": signature } });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}

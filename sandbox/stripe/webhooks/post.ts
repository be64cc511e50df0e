import Stripe from "stripe";

/** How a try went: whether it was accepted, and its status or what went wrong. `cut`: the sandbox itself stopped. */
export type Sent = { accepted: boolean; outcome: number | string } | "cut";

export interface Post {
  url: string;
  event: Stripe.Event;
  secret: string;
  /** When it is signed. */
  at: Date;
  signal: AbortSignal;
}

/** An endpoint has this long (milliseconds) to answer. */
const PATIENCE = 20_000;

/** Posts an event as Stripe does: pretty JSON, and a signature over the very bytes. Redirects count as failures. */
export async function post({ url, event, secret, at, signal }: Post): Promise<Sent> {
  const payload = JSON.stringify(event, null, 2);
  const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp: Math.floor(at.getTime() / 1000) });
  const headers = { "content-type": "application/json; charset=utf-8", "stripe-signature": signature, "user-agent": "Stripe/1.0 (+https://stripe.com/docs/webhooks)", accept: "*/*; q=0.5, application/xml" };
  try {
    const answer = await fetch(url, { method: "POST", body: payload, headers, redirect: "manual", signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]) });
    await answer.body?.cancel();
    return { accepted: answer.ok, outcome: answer.status };
  } catch (error) {
    if (signal.aborted) return "cut";
    const { name, cause } = error as { name: string; cause?: { code?: string; message?: string } };
    return { accepted: false, outcome: cause?.code ?? cause?.message ?? name };
  }
}

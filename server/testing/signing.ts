import { createHmac } from "node:crypto";

/** A delivery's body and its signature as Stripe documents it: `t` in seconds, `v1` the HMAC of `t.body`. */
export function signed(event: object | string, { secret, at }: { secret: string; at: Date }): { body: string; signature: string } {
  const body = typeof event === "string" ? event : JSON.stringify(event);
  const t = Math.floor(at.getTime() / 1000);
  return { body, signature: `t=${t},v1=${createHmac("sha256", secret).update(`${t}.${body}`).digest("hex")}` };
}

let made = 0;

/** An event as Stripe sends it. */
export const anEvent = (type: string, object: object = {}, more: object = {}) => ({
  id: `evt_${process.pid}_${++made}`,
  object: "event",
  api_version: "2026-10-28.endive",
  created: 1_772_445_600,
  data: { object },
  livemode: false,
  pending_webhooks: 1,
  request: { id: null, idempotency_key: null },
  type,
  ...more,
});

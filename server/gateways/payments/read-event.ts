import Stripe from "stripe";

import { minutes } from "../../platform/clock";
import { idOf, inSeconds, instant } from "./in-our-words";
import { BadDelivery, type ProviderEvent } from "./port";

/** How old, and how far ahead, a signature may be (seconds). Stripe's own default. */
const TOLERANCE = minutes(5) / 1000;

export interface Signing {
  secrets: readonly string[];
  livemode: boolean;
}

interface Delivery {
  body: Buffer;
  signature: string | undefined;
  receivedAt: Date;
}

/** The event in a delivery whose signature is right for one of the secrets. Throws BadDelivery otherwise. */
export function readEvent({ secrets, livemode }: Signing, delivery: Delivery): ProviderEvent {
  const event: unknown = verified(secrets, delivery);
  if (!isEvent(event)) throw new BadDelivery("malformed");
  // The SDK looks at neither: a live event at a test endpoint is somebody else's.
  if (event.livemode !== livemode) throw new BadDelivery("livemode");
  return providerEvent(event);
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** A right signature says who wrote it, not that it is what we take it for. */
const isEvent = (value: unknown): value is Stripe.Event =>
  isObject(value) && value.object === "event" && typeof value.id === "string" && typeof value.type === "string" && typeof value.created === "number" && isObject(value.data) && isObject(value.data.object);

function verified(secrets: readonly string[], { body, signature, receivedAt }: Delivery): Stripe.Event {
  if (!signature) throw new BadDelivery("signature");
  if (signedAt(signature) > inSeconds(receivedAt) + TOLERANCE) throw new BadDelivery("too-old"); // The SDK refuses the past only.
  let reason: "signature" | "too-old" = "signature";
  for (const secret of secrets) {
    try {
      return Stripe.webhooks.constructEvent(body, signature, secret, TOLERANCE, undefined, receivedAt.getTime());
    } catch (error) {
      if (!(error instanceof Stripe.errors.StripeSignatureVerificationError)) throw new BadDelivery("malformed");
      if (/tolerance/.test(error.message)) reason = "too-old";
    }
  }
  throw new BadDelivery(reason);
}

const signedAt = (signature: string): number => Number(/(?:^|,)\s*t=(\d+)/.exec(signature)?.[1] ?? 0);

/** Reduces an event to where the truth is to be fetched. What it holds of a person is not read. */
export function providerEvent(event: Stripe.Event): ProviderEvent {
  const object = event.data.object as unknown as Record<string, unknown>;
  const metadata = (object.metadata ?? {}) as Record<string, unknown>;
  const reference = (name: string) => idOf(object[name] as string | { id: string } | null | undefined);
  return {
    eventId: event.id,
    type: event.type,
    createdAt: instant(event.created),
    apiVersion: event.api_version,
    knownVersion: event.api_version === Stripe.API_VERSION,
    customerId: object.object === "customer" ? textOf(object.id) : reference("customer"),
    userId: textOf(metadata.userId) ?? textOf(object.client_reference_id),
    objectId: textOf(object.id),
    chargeId: object.object === "charge" ? textOf(object.id) : reference("charge"),
  };
}

const textOf = (value: unknown): string | null => (typeof value === "string" ? value : null);

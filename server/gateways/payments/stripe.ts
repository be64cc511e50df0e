import Stripe from "stripe";

import { askPatiently, askWithin } from "./calls";
import { catalogueCalls } from "./catalogue-calls";
import { checkoutCalls } from "./checkout-calls";
import { customerCalls } from "./customer-calls";
import type { Line } from "./line";
import type { PaymentsPort } from "./port";
import { readEvent } from "./read-event";
import { refundCalls } from "./refund-calls";
import { subscriptionCalls } from "./subscription-calls";

/** The version whose shapes this gateway reads; an update of the package is a change of this line, and of what it reads. */
const API_VERSION = "2026-10-28.endive";

export interface StripeAccount {
  secretKey: string;
  webhookSecrets: readonly string[];
  /** Scheme, host and port. */
  apiBase: string;
  livemode: boolean;
}

/** Stripe at `apiBase`. Throws when the installed package speaks another version of the API than this gateway reads. */
export function stripePayments({ secretKey, apiBase, webhookSecrets, livemode }: StripeAccount): PaymentsPort {
  if (Stripe.API_VERSION !== API_VERSION) throw new Error(`The stripe package speaks API ${Stripe.API_VERSION}; this gateway reads ${API_VERSION}.`);
  const { hostname, port, protocol } = new URL(apiBase);
  const secure = protocol === "https:";
  const stripe = new Stripe(secretKey, {
    apiVersion: API_VERSION,
    host: hostname,
    port: port || (secure ? 443 : 80),
    protocol: secure ? "https" : "http",
    telemetry: false,
  });
  const signing = { secrets: webhookSecrets, livemode };
  return portOn({ stripe, ask: askPatiently }, signing);
}

function portOn(line: Line, signing: Parameters<typeof readEvent>[0]): PaymentsPort {
  return {
    within: (duration) => portOn({ stripe: line.stripe, ask: askWithin(duration) }, signing),
    ...catalogueCalls(line),
    ...customerCalls(line),
    ...checkoutCalls(line),
    ...subscriptionCalls(line),
    ...refundCalls(line),
    readEvent: (delivery) => readEvent(signing, delivery),
  };
}

import type { PaymentsPort } from "../../gateways/payments/port";
import { seconds } from "../../platform/clock";
import type { Context } from "../../platform/context";

/** The payment provider for one call of a person, who waits in front of it: all that is asked of it ends within five seconds, retries included. */
export const paymentsInTime = (ctx: Context): PaymentsPort => ctx.gateways.payments.within(seconds(5));

import express, { type RequestHandler, Router } from "express";

import { BadDelivery } from "../../../gateways/payments/port";
import type { Context } from "../../../platform/context";
import { recordRefusal } from "../../audit";
import { receivePaymentEvent } from "./receive-payment-event";

/** Events are some kilobytes; the longest are those of invoices with many lines. */
const LARGEST_EVENT = "2mb";

type ContextOf = (...call: Parameters<RequestHandler>) => Promise<Context>;

/**
 * Where Stripe's events come in. The raw body is verified before anything of it is read; then the event is stored, and only then
 * answered. What could not be stored is answered 5xx, so that Stripe comes again.
 */
export function paymentsWebhook(contextOf: ContextOf): Router {
  const receive: RequestHandler = async (req, res, next) => {
    try {
      const ctx = await contextOf(req, res, next);
      const body = Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0);
      const event = await verified(ctx, body, req.headers["stripe-signature"]);
      if (!event) return void res.status(400).json({ received: false });
      await receivePaymentEvent(ctx, event);
      res.json({ received: true });
    } catch (error) {
      next(error);
    }
  };
  return Router().post("/stripe", express.raw({ type: () => true, limit: LARGEST_EVENT }), receive);
}

async function verified(ctx: Context, body: Buffer, signature: string | string[] | undefined) {
  try {
    return ctx.gateways.payments.readEvent({ body, signature: typeof signature === "string" ? signature : undefined, receivedAt: ctx.clock.now() });
  } catch (error) {
    if (!(error instanceof BadDelivery)) throw error;
    await recordRefusal(ctx, { action: "billing.webhook.refused", description: "A delivery to Stripe's webhook was refused.", metadata: { reason: error.reason } });
    return null;
  }
}

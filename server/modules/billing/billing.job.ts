import { z } from "zod";

import type { JobHandlers } from "../../platform/jobs";
import { handlePaymentEvent } from "./inbox/handle-payment-event";
import { HANDLE_PAYMENT_EVENT } from "./inbox/receive-payment-event";
import { endSubscription } from "./unwanted/end-subscription";
import { leavingJobs } from "./leaving/leaving.job";
import { reconcileJobs } from "./reconcile/reconcile.job";
import { SYNC_CUSTOMER, syncCustomer } from "./sync/sync-customer";
import { giveBackPaidForNothing, voidInvoice } from "./unwanted/carry-out-ended";
import { GIVE_BACK, VOID_INVOICE } from "./unwanted/settle-ended";
import { END_SUBSCRIPTION } from "./unwanted/refuse-unwanted";

const event = z.object({ eventId: z.uuid() });
const customer = z.object({ customerId: z.string() });
const unwanted = z.object({ customerId: z.string(), subscriptionId: z.string(), why: z.enum(["revoked", "duplicate", "second-trial", "no-account"]) });

const ofEnded = z.object({ customerId: z.string(), invoiceId: z.string() });

/** What billing leaves to the worker. */
export const billingJobs: JobHandlers = {
  [HANDLE_PAYMENT_EVENT]: (ctx, payload) => handlePaymentEvent(ctx, event.parse(payload).eventId),
  [SYNC_CUSTOMER]: (ctx, payload) => syncCustomer(ctx, customer.parse(payload).customerId),
  [END_SUBSCRIPTION]: (ctx, payload) => endSubscription(ctx, unwanted.parse(payload)),
  [VOID_INVOICE]: (ctx, payload) => voidInvoice(ctx, ofEnded.parse(payload)),
  [GIVE_BACK]: (ctx, payload) => giveBackPaidForNothing(ctx, ofEnded.parse(payload)),
  ...leavingJobs,
  ...reconcileJobs,
};

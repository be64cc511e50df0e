import { z } from "zod";

import type { JobHandlers } from "../../../platform/jobs";
import { FORGET_CUSTOMER, forgetCustomer } from "./forget-customer";
import { UPDATE_CUSTOMER, updateCustomer } from "./update-customer";

const customer = z.object({ customerId: z.string() });
const person = z.object({ userId: z.uuid() });

/** What is told to Stripe of a person who changed or left. */
export const leavingJobs: JobHandlers = {
  [FORGET_CUSTOMER]: (ctx, payload) => forgetCustomer(ctx, customer.parse(payload)),
  [UPDATE_CUSTOMER]: (ctx, payload) => updateCustomer(ctx, person.parse(payload)),
};

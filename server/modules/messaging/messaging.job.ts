import { z } from "zod";

import type { JobHandlers } from "../../platform/jobs";
import { deliverEmail } from "./deliver-email";
import { forgetOldEmails } from "./forget-old-emails";
import { SEND_EMAIL } from "./send-email";

const payloadOf = z.object({ messageId: z.uuid() });

/** What messaging leaves to the worker: `messaging.send-email` for each mail, `messaging.cleanup` by the clock. */
export const messagingJobs: JobHandlers = {
  [SEND_EMAIL]: (ctx, payload) => deliverEmail(ctx, payloadOf.parse(payload).messageId),
  "messaging.cleanup": (ctx) => forgetOldEmails(ctx),
};

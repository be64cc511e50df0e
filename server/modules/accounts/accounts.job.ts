import { z } from "zod";

import type { JobHandlers } from "../../platform/jobs";
import { cleanUp } from "./clean-up";
import { ANSWER_RESET_REQUEST } from "./passwords/request-password-reset";
import { answerResetRequest } from "./passwords/send-reset-link";
import { answerRegistration } from "./registration/answer-registration";
import { ANSWER_REGISTRATION } from "./registration/register";
import { RESEND_VERIFICATION, sendVerificationAgain } from "./registration/resend-verification";

const registration = z.object({ registrationId: z.uuid() });

/** Null where the address is nobody's: the job is asked for all the same, so that asking takes as long. */
const person = z.object({ userId: z.uuid().nullable() });

/** What accounts leave to the worker. */
export const accountJobs: JobHandlers = {
  [ANSWER_REGISTRATION]: (ctx, payload) => answerRegistration(ctx, registration.parse(payload)),
  async [RESEND_VERIFICATION](ctx, payload) {
    const { userId } = person.parse(payload);
    if (userId) await sendVerificationAgain(ctx, userId);
  },
  async [ANSWER_RESET_REQUEST](ctx, payload) {
    const { userId } = person.parse(payload);
    if (userId) await answerResetRequest(ctx, userId);
  },
  "accounts.cleanup": (ctx) => cleanUp(ctx),
};

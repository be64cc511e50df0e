import type { ApolloServerPlugin } from "@apollo/server";

import type { Context } from "../platform/context";
import { refusalIn } from "./format-error";

/** A single-field operation that was called too often answers 429 with Retry-After, as HTTP clients expect it. */
export const rateLimitedStatus: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async willSendResponse({ errors, operation, response }) {
        const refusal = errors?.map(refusalIn).find((found) => found?.code === "RATE_LIMITED");
        if (!refusal || operation?.selectionSet.selections.length !== 1) return;
        response.http.status = 429;
        response.http.headers.set("retry-after", String(refusal.retryAfter));
      },
    };
  },
};

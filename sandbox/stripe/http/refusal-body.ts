import { asTold, type StripeRefusal } from "../books";

/** A refusal as Stripe's answers have it: an error code leads to its page in the docs. */
export function refusalBody({ body }: StripeRefusal): { error: object } {
  const { code } = body;
  return { error: asTold({ ...body, ...(code && { doc_url: `https://stripe.com/docs/error-codes/${code.replaceAll("_", "-")}` }) }) as object };
}

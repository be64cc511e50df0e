import { spokenName } from "./shelves";

/** What stands under `error` in an answer of Stripe's that refuses. */
export interface RefusalBody {
  type: "invalid_request_error" | "card_error" | "api_error" | "idempotency_error";
  message: string;
  code?: string;
  param?: string;
  decline_code?: string;
  advice_code?: string;
  charge?: string;
  payment_intent?: object;
  payment_method?: object;
  setup_intent?: object;
}

/** A call that Stripe answers with an error: nothing it did to the books stays, unless `keep` says that it does (a declined card leaves its traces). */
export class StripeRefusal extends Error {
  override readonly name = "StripeRefusal";

  constructor(
    readonly status: number,
    readonly body: RefusalBody,
    readonly keep = false,
  ) {
    super(body.message);
  }
}

/** Without `param` the id stood in the path (404), with it in the parameter of that name (400), as Stripe tells them apart. */
export const noSuch = (kind: string, id: string, param?: string): StripeRefusal =>
  new StripeRefusal(param ? 400 : 404, { type: "invalid_request_error", code: "resource_missing", param: param ?? "id", message: `No such ${spokenName(kind)}: '${id}'` });

/** A request that can't be carried out: 400 in Stripe's form. */
export const invalid = (message: string, more: { param?: string; code?: string } = {}): StripeRefusal => new StripeRefusal(400, { type: "invalid_request_error", message, ...more });

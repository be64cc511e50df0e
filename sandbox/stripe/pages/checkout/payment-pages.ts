import { completeCheckout } from "../../billing";
import { invalid, StripeRefusal, type Books, type Call, type Routes } from "../../books";

interface Confirmation {
  payment_method?: string;
  expected_amount?: number | string;
}

/** What the hosted page itself asks at Stripe: in no reference and not in the package's types, but Stripe's CLI completes checkouts so. */
const show = (books: Books, { path }: Call) => books.shelf("checkout.session").get(String(path.session));

const confirm = (books: Books, { path, params }: Call<Confirmation>) => {
  const session = books.shelf("checkout.session").get(String(path.session));
  const { payment_method, expected_amount } = params;
  if (!payment_method) throw invalid("Missing required param: payment_method.", { param: "payment_method", code: "parameter_missing" });
  if (expected_amount !== undefined && Number(expected_amount) !== session.amount_total) throw invalid("The expected amount is not what the session comes to.", { param: "expected_amount" });
  const { email, name, address } = books.shelf("payment_method").get(payment_method, "payment_method").billing_details;
  const done = completeCheckout(books, session.id, { pay: { paymentMethod: payment_method }, email: email ?? "", name: name ?? "", country: address?.country ?? "" });
  if (done.outcome === "declined") throw new StripeRefusal(402, { type: "card_error", code: "card_declined", message: done.message }, true);
  return books.shelf("checkout.session").get(session.id);
};

export const paymentPageRoutes: Routes = {
  "GET /v1/payment_pages/:session": show,
  "POST /v1/payment_pages/:session/confirm": confirm,
};

import type Stripe from "stripe";

import { idOf, noSuch, type Books, type Call, type Routes } from "../books";
import { named } from "./reading";

/** What is told of a discount that is no more: all but its end. */
function takenOff(books: Books, id: string | null, owner: string): Stripe.DeletedDiscount {
  const discount = books.shelf("discount").find(id ?? "");
  if (!discount) throw noSuch("discount", owner);
  books.remove("discount", discount.id, "customer.discount.deleted");
  const { end: _, ...rest } = discount;
  return { ...rest, deleted: true };
}

const fromCustomer = (books: Books, call: Call) => {
  const { id, discount } = named(books, "customer", call, "customer");
  const answer = takenOff(books, idOf(discount), id);
  books.change("customer", id, { discount: null });
  return answer;
};

const fromSubscription = (books: Books, call: Call) => {
  const { id, discounts } = named(books, "subscription", call, "subscription");
  const answer = takenOff(books, idOf(discounts.at(-1)), id);
  books.change("subscription", id, { discounts: discounts.slice(0, -1) }, "customer.subscription.updated");
  return answer;
};

export const discountRoutes: Routes = {
  "DELETE /v1/customers/:customer/discount": fromCustomer,
  "DELETE /v1/subscriptions/:subscription/discount": fromSubscription,
};

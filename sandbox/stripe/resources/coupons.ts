import type Stripe from "stripe";

import { mergedMetadata, newMetadata } from "../billing";
import { invalid, randomLetters, type Books, type Call, type Routes } from "../books";
import { orNull, told } from "./fields";
import { gone, listing, named, retrieve } from "./reading";

const create = (books: Books, { params }: Call<Stripe.CouponCreateParams>) => {
  const { id = randomLetters(8), currency, duration = "once", applies_to, currency_options } = params;
  if (books.shelf("coupon").find(id)) throw invalid("Coupon already exists.", { param: "id", code: "resource_already_exists" });
  refuseUnclear(params);
  const coupon: Stripe.Coupon = {
    id,
    object: "coupon",
    ...(applies_to?.products && { applies_to: { products: applies_to.products } }),
    created: books.now(),
    currency: currency?.toLowerCase() ?? null,
    ...(currency_options && { currency_options }),
    duration,
    livemode: false,
    metadata: newMetadata(params.metadata),
    ...orNull(params, "amount_off", "duration_in_months", "max_redemptions", "name", "percent_off", "redeem_by"),
    times_redeemed: 0,
    valid: true,
  };
  return books.create("coupon", coupon, "coupon.created");
};

function refuseUnclear({ percent_off, amount_off, currency, duration, duration_in_months: months }: Stripe.CouponCreateParams): void {
  if ((percent_off === undefined) === (amount_off === undefined)) throw invalid("You must pass either percent_off or amount_off.", { code: "parameter_missing" });
  if (amount_off !== undefined && !currency) throw invalid("You must pass currency when passing amount_off", { param: "currency", code: "parameter_missing" });
  if (duration === "repeating" && !months) throw invalid("You must pass duration_in_months when passing duration=repeating", { param: "duration_in_months", code: "parameter_missing" });
}

const update = (books: Books, call: Call<Stripe.CouponUpdateParams>) => {
  const coupon = named(books, "coupon", call, "coupon");
  return books.change("coupon", coupon.id, { ...told(call.params, "name"), metadata: mergedMetadata(coupon.metadata, call.params.metadata) }, "coupon.updated");
};

const remove = (books: Books, call: Call) => {
  const { id } = named(books, "coupon", call, "coupon");
  books.remove("coupon", id, "coupon.deleted");
  return gone("coupon", id);
};

export const couponRoutes: Routes = {
  "POST /v1/coupons": create,
  "GET /v1/coupons": listing("coupon", "/v1/coupons"),
  "GET /v1/coupons/:coupon": retrieve("coupon", "coupon"),
  "POST /v1/coupons/:coupon": update,
  "DELETE /v1/coupons/:coupon": remove,
};

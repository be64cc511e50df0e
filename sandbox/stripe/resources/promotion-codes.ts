import type Stripe from "stripe";

import { mergedMetadata, newMetadata } from "../billing";
import { invalid, randomLetters, type Books, type Call, type Routes } from "../books";
import { orNull, said } from "./fields";
import { isAsked, isSame, listing, named, retrieve } from "./reading";

const create = (books: Books, { params }: Call<Stripe.PromotionCodeCreateParams>) => {
  const { promotion, code = randomLetters(8).toUpperCase(), active = true, metadata, restrictions = {} } = params;
  const coupon = books.shelf("coupon").get(promotion.coupon ?? "", "promotion[coupon]");
  if (params.customer) books.shelf("customer").get(params.customer, "customer");
  const twin = books.shelf("promotion_code").all().find((one) => one.active && isSameCode(one.code, code));
  if (active && twin) throw invalid("An active promotion code with that code already exists.", { param: "code", code: "resource_already_exists" });
  const filed: Stripe.PromotionCode = {
    id: books.newId("promo"),
    object: "promotion_code",
    active,
    code,
    created: books.now(),
    customer_account: null,
    ...orNull(params, "customer", "expires_at", "max_redemptions"),
    livemode: false,
    metadata: newMetadata(metadata),
    promotion: { coupon: coupon.id, type: "coupon" },
    restrictions: { first_time_transaction: restrictions.first_time_transaction ?? false, ...orNull(restrictions, "minimum_amount", "minimum_amount_currency") },
    times_redeemed: 0,
  };
  return books.create("promotion_code", filed, "promotion_code.created");
};

/** Codes are the same in whatever letters they are typed. */
const isSameCode = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

const update = (books: Books, call: Call<Stripe.PromotionCodeUpdateParams>) => {
  const code = named(books, "promotion_code", call, "promotion_code");
  return books.change("promotion_code", code.id, { ...said(call.params, "active"), metadata: mergedMetadata(code.metadata, call.params.metadata) }, "promotion_code.updated");
};

const fits = ({ active, code, customer, promotion }: Stripe.PromotionCode, params: Stripe.PromotionCodeListParams) =>
  isSame(params.active, active) && (params.code === undefined || isSameCode(params.code, code)) && isAsked(params.coupon, promotion.coupon) && isAsked(params.customer, customer);

export const promotionCodeRoutes: Routes = {
  "POST /v1/promotion_codes": create,
  "GET /v1/promotion_codes": listing("promotion_code", "/v1/promotion_codes", fits),
  "GET /v1/promotion_codes/:promotion_code": retrieve("promotion_code", "promotion_code"),
  "POST /v1/promotion_codes/:promotion_code": update,
};

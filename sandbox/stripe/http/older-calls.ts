import type { Params } from "./form";

const asMethodTypes = ({ payment_method_types: types, ...params }: Params): Params => (types === undefined ? params : { ...params, allowed_payment_method_types: types });

const asPromotion = ({ coupon, ...params }: Params): Params => (coupon === undefined ? params : { ...params, promotion: { type: "coupon", coupon } });

/** What parameters were called before, by route. */
const OLDER: Readonly<Record<string, (params: Params) => Params>> = {
  "POST /v1/payment_intents": asMethodTypes,
  "POST /v1/setup_intents": asMethodTypes,
  "POST /v1/checkout/sessions": asMethodTypes,
  "POST /v1/promotion_codes": asPromotion,
};

/** A call that names no version is read as the account's default one, which is older: Stripe's command line still calls so. */
export const asOfToday = (route: string, params: Params): Params => OLDER[route]?.(params) ?? params;

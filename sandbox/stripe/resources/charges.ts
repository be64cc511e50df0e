import type Stripe from "stripe";

import { captureCharge, createCharge, mergedMetadata } from "../billing";
import { type Books, type Call, type Routes } from "../books";
import { told } from "./fields";
import { isAsked, listing, named, retrieve } from "./reading";

const update = (books: Books, call: Call<Stripe.ChargeUpdateParams>) => {
  const { params } = call;
  const charge = named(books, "charge", call, "charge");
  const report = params.fraud_details?.user_report;
  const changes: Partial<Stripe.Charge> = {
    ...told(params, "description", "receipt_email"),
    metadata: mergedMetadata(charge.metadata, params.metadata),
    ...(params.fraud_details && { fraud_details: report ? { user_report: report } : {} }),
  };
  return books.change("charge", charge.id, changes, "charge.updated");
};

export const chargeRoutes: Routes = {
  "POST /v1/charges": (books, { params }: Call<Stripe.ChargeCreateParams>) => createCharge(books, params),
  "GET /v1/charges": listing<"charge", Stripe.ChargeListParams>("charge", "/v1/charges", ({ customer, payment_intent }, params) => isAsked(params.customer, customer) && isAsked(params.payment_intent, payment_intent)),
  "GET /v1/charges/:charge": retrieve("charge", "charge"),
  "POST /v1/charges/:charge": update,
  "POST /v1/charges/:charge/capture": (books, call: Call<Stripe.ChargeCaptureParams>) => captureCharge(books, named(books, "charge", call, "charge").id, call.params),
  "GET /v1/balance_transactions": listing<"balance_transaction", Stripe.BalanceTransactionListParams>("balance_transaction", "/v1/balance_transactions", ({ source, type, currency }, params) => isAsked(params.source, source) && isAsked(params.type, type) && isAsked(params.currency, currency)),
  "GET /v1/balance_transactions/:id": retrieve("balance_transaction", "id"),
  "GET /v1/radar/early_fraud_warnings": listing<"radar.early_fraud_warning", Stripe.Radar.EarlyFraudWarningListParams>("radar.early_fraud_warning", "/v1/radar/early_fraud_warnings", ({ charge, payment_intent }, params) => isAsked(params.charge, charge) && isAsked(params.payment_intent, payment_intent)),
  "GET /v1/radar/early_fraud_warnings/:warning": retrieve("radar.early_fraud_warning", "warning"),
};

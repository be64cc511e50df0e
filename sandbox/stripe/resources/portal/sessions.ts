import type Stripe from "stripe";

import { idOf, invalid, type Books, type Call, type Routes } from "../../books";
import { orNull } from "../fields";

type Flow = Stripe.BillingPortal.Session.Flow;
type FlowData = Stripe.BillingPortal.SessionCreateParams.FlowData;

const create = (books: Books, { params, baseUrl }: Call<Stripe.BillingPortal.SessionCreateParams>) => {
  const { customer, return_url, flow_data, locale } = params;
  if (!customer) throw invalid("Missing required param: customer.", { param: "customer", code: "parameter_missing" });
  books.shelf("customer").get(customer, "customer");
  const configuration = configurationFor(books, params.configuration);
  const id = books.newId("bps");
  return books.create(
    "billing_portal.session",
    {
      id,
      object: "billing_portal.session",
      configuration: configuration.id,
      created: books.now(customer),
      customer,
      customer_account: null,
      flow: flow_data ? flowOf(books, customer, flow_data) : null,
      livemode: false,
      locale: locale ?? null,
      on_behalf_of: null,
      return_url: return_url ?? configuration.default_return_url,
      url: `${baseUrl}/p/session/${id}`,
    },
    "billing_portal.session.created",
  );
};

function configurationFor(books: Books, id: string | undefined): Stripe.BillingPortal.Configuration {
  if (id) return books.shelf("billing_portal.configuration").get(id, "configuration");
  const found = books.shelf("billing_portal.configuration").all().find(({ is_default, active }) => is_default && active);
  if (!found) throw invalid("No configuration provided and your test mode default configuration has not been created.");
  return found;
}

function flowOf(books: Books, customer: string, data: FlowData): Flow {
  const { type, subscription_cancel: cancel, subscription_update_confirm: confirm } = data;
  const about = [cancel, data.subscription_pause, data.subscription_update, confirm].find(Boolean)?.subscription;
  if (about) ownSubscription(books, customer, { id: about, param: `flow_data[${type}][subscription]` });
  if (type.startsWith("subscription_") && !about) throw invalid(`Missing required param: flow_data[${type}].`, { param: `flow_data[${type}]`, code: "parameter_missing" });
  return {
    after_completion: afterOf(data.after_completion),
    customer_update: null,
    subscription_cancel: cancel ? { retention: cancel.retention ?? null, subscription: cancel.subscription } : null,
    ...orNull(data, "subscription_pause", "subscription_update"),
    subscription_update_confirm: confirm ? confirmOf(confirm) : null,
    type,
  };
}

const afterOf = (after: FlowData["after_completion"]): Flow["after_completion"] => ({
  hosted_confirmation: after?.hosted_confirmation ? orNull(after.hosted_confirmation, "custom_message") : null,
  redirect: after?.redirect ?? null,
  type: after?.type ?? "portal_homepage",
});

const confirmOf = ({ discounts, items, subscription }: NonNullable<FlowData["subscription_update_confirm"]>): Flow["subscription_update_confirm"] => ({
  discounts: discounts?.map((discount) => orNull(discount, "coupon", "promotion_code")) ?? null,
  items: items.map(({ id, price, quantity }) => ({ id, price: price ?? null, ...(quantity !== undefined && { quantity }) })),
  subscription,
});

function ownSubscription(books: Books, customer: string, { id, param }: { id: string; param: string }): void {
  const subscription = books.shelf("subscription").get(id, param);
  if (idOf(subscription.customer) !== customer) throw invalid("The subscription does not belong to the customer of the session.", { param });
}

export const portalSessionRoutes: Routes = { "POST /v1/billing_portal/sessions": create };

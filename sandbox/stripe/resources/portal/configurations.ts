import type Stripe from "stripe";

import { mergedMetadata, newMetadata } from "../../billing";
import { randomLetters, type Books, type Call, type Routes } from "../../books";
import { orNull, said, told } from "../fields";
import { isSame, listing, named, retrieve } from "../reading";
import { featuresAfter, NO_FEATURES } from "./features";

type Configuration = Stripe.BillingPortal.Configuration;

const KIND = "billing_portal.configuration";

const NO_PROFILE: Configuration["business_profile"] = { headline: null, privacy_policy_url: null, terms_of_service_url: null };

/** Files a configuration of the portal. */
export function fileConfiguration(books: Books, fields: Pick<Configuration, "features"> & Partial<Configuration>): Configuration {
  const now = books.now();
  const configuration: Configuration = {
    id: books.newId("bpc"),
    object: KIND,
    active: true,
    application: null,
    business_profile: NO_PROFILE,
    created: now,
    default_return_url: null,
    is_default: false,
    livemode: false,
    login_page: { enabled: false, url: null },
    metadata: {},
    name: null,
    updated: now,
    ...fields,
  };
  return books.create(KIND, configuration, "billing_portal.configuration.created");
}

const create = (books: Books, { params, baseUrl }: Call<Stripe.BillingPortal.ConfigurationCreateParams>) => {
  const { features, business_profile: profile, default_return_url, metadata, name, login_page } = params;
  return fileConfiguration(books, {
    features: featuresAfter(NO_FEATURES, features),
    business_profile: profileAfter(undefined, profile),
    default_return_url: default_return_url || null,
    login_page: loginPage(login_page?.enabled ?? false, baseUrl),
    metadata: newMetadata(metadata),
    name: name || null,
  });
};

const profileAfter = (before: Configuration["business_profile"] | undefined, given: Stripe.BillingPortal.ConfigurationUpdateParams.BusinessProfile = {}): Configuration["business_profile"] => ({
  ...orNull(before ?? NO_PROFILE, "headline", "privacy_policy_url", "terms_of_service_url"),
  ...told(given, "headline", "privacy_policy_url", "terms_of_service_url"),
});

const loginPage = (enabled: boolean, baseUrl: string): Configuration["login_page"] => ({ enabled, url: enabled ? `${baseUrl}/p/login/test_${randomLetters(16)}` : null });

const update = (books: Books, call: Call<Stripe.BillingPortal.ConfigurationUpdateParams>) => {
  const { params } = call;
  const before = named(books, KIND, call, "configuration");
  const changes: Partial<Configuration> = {
    ...said(params, "active"),
    ...told(params, "default_return_url", "name"),
    features: featuresAfter(before.features, params.features),
    business_profile: profileAfter(before.business_profile, params.business_profile),
    ...(params.login_page && { login_page: loginPage(params.login_page.enabled, call.baseUrl) }),
    metadata: mergedMetadata(before.metadata, params.metadata),
    updated: books.now(),
  };
  return books.change(KIND, before.id, changes, "billing_portal.configuration.updated");
};

const fits = ({ active, is_default }: Configuration, params: Stripe.BillingPortal.ConfigurationListParams) => isSame(params.active, active) && isSame(params.is_default, is_default);

export const configurationRoutes: Routes = {
  "POST /v1/billing_portal/configurations": create,
  "GET /v1/billing_portal/configurations": listing(KIND, "/v1/billing_portal/configurations", fits),
  "GET /v1/billing_portal/configurations/:configuration": retrieve(KIND, "configuration"),
  "POST /v1/billing_portal/configurations/:configuration": update,
};

import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useLocation } from "@remix-run/react";
import stylesheet from "../features/billing/billing.css?url";
import { clockOf } from "../features/billing/buyer.server";
import { Comparison, countLevels } from "../features/billing/comparison";
import { CurrencyForm } from "../features/billing/currency-form";
import { OfferForm } from "../features/billing/offer-form";
import { Promises } from "../features/billing/promises";
import { currencyFor } from "../features/billing/wording/currency";
import { offersOf } from "../features/billing/wording/offer";
import { waysFor } from "../features/billing/wording/plan-facts";
import { mayBuy, standingOf } from "../features/billing/wording/standing";
import { standingWords, type StandingWords } from "../features/billing/wording/standing-words";
import { graphql } from "../gql";
import { api, attempt } from "../lib/api.server";
import { refused, stateAfter, text } from "../lib/form";
import { titled } from "../lib/title";
import { keepWay } from "../lib/way-back.server";
import { ButtonLink } from "../ui/button";
import { FormError, Notice } from "../ui/notice";
import { Card, Page } from "../ui/page";

export const links = () => [{ rel: "stylesheet", href: stylesheet }];
export const meta: MetaFunction = () => [...titled("Premium"), { name: "description", content: "What Etude costs, what is free, and what happens when: said before you decide." }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const [{ me, tracks }, catalogue, wanted] = await Promise.all([api(context, PricingDocument), findPrices(request, context), findWanted(searchParams.get("from"), context)]);
  return {
    signedIn: Boolean(me),
    sale: catalogue && { ...catalogue, offers: offersOf(catalogue.prices, me ? clockOf(me) : null) },
    chosen: searchParams.get("interval") === "YEAR" ? ("YEAR" as const) : ("MONTH" as const),
    /** What they have already, for those who can't buy now. */
    has: me && !mayBuy(standingOf(me)) ? { words: standingWords(me, clockOf(me)), payUrl: waysFor(me, []).payUrl } : null,
    wanted,
    tracks: countLevels(tracks),
  };
}

/** The locked level that led here, and what else it waits for. */
async function findWanted(id: string | null, context: LoaderFunctionArgs["context"]) {
  const { data: found } = id ? await attempt(context, LevelForSaleDocument, { id }) : { data: null };
  if (found?.level?.plan !== "PREMIUM") return null;
  const { title, requires } = found.level;
  const needs = requires.filter(({ progress }) => !progress?.completed).map((level) => `“${level.title}”`);
  return { id, words: `“${title}” is a Premium level.${needs.length > 0 ? ` It opens once you have passed ${needs.join(" and ")}, too.` : ""}` };
}

/** The prices in the currency to show; null when the catalogue can't be had just now. */
async function findPrices(request: Request, context: LoaderFunctionArgs["context"]) {
  const { data: found } = await attempt(context, PricesDocument, { currency: null });
  const [first] = found?.prices ?? [];
  if (!found || !first) return null;
  const currencies = [...new Set([first.currency, ...first.currencies])];
  const currency = currencyFor(new URL(request.url).searchParams.get("currency"), request.headers.get("Accept-Language"), currencies) ?? first.currency;
  const prices = currency === first.currency ? found.prices : await pricesIn(currency, context);
  return prices && { prices, currency, currencies, trialDays: first.trialDays ?? null };
}

async function pricesIn(currency: string, context: LoaderFunctionArgs["context"]) {
  const { data: found } = await attempt(context, PricesDocument, { currency });
  return found?.prices ?? null;
}

/** To the payment page; without a session to the sign-up, which leads back here. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const priceId = text(form, "price");
  const currency = text(form, "currency") || null;
  if (!context.session.exists()) return redirect("/sign-up?for=premium", { headers: { "Set-Cookie": await keepWay(await withChoice(context, { priceId, currency })) } });
  const { data: opened, refusal } = await attempt(context, CreateCheckoutSessionDocument, { priceId, currency });
  if (refusal) return refused(stateAfter(refusal, { form, fields: [] }));
  return redirect(opened.createCheckoutSession.url, { headers: { "Set-Cookie": await keepWay(context.path) } });
}

/** The address of this page with what was chosen on it. */
async function withChoice(context: ActionFunctionArgs["context"], { priceId, currency }: { priceId: string; currency: string | null }): Promise<string> {
  const { data: found } = await attempt(context, PricesDocument, { currency });
  const interval = found?.prices.find(({ id }) => id === priceId)?.interval;
  const [path, search] = context.path.split("?");
  const query = new URLSearchParams(search);
  if (interval) query.set("interval", interval);
  if (currency) query.set("currency", currency);
  return `${path}?${query}`;
}

export default function Pricing() {
  const { has, wanted, tracks, signedIn } = useLoaderData<typeof loader>();
  const { pathname, search } = useLocation();
  return (
    <Page title="Premium" lead="Every level of every track. What is free today stays free.">
      <div className="pricing">
        <div className="stack">
          {wanted && <Notice>{wanted.words}</Notice>}
          {has ? <Has {...has} /> : <Buy />}
          {!signedIn && !has && <p className="muted small">You have an account? <Link to={`/login?${new URLSearchParams({ to: pathname + search })}`}>Log in</Link> first.</p>}
        </div>
        <div className="stack-wide">
          <Comparison tracks={tracks} />
          <Promises />
        </div>
      </div>
    </Page>
  );
}

function Buy() {
  const { sale, chosen, wanted } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  if (!sale) return <Notice kind="wrong">We can&rsquo;t show the prices just now. Please come back in a moment.</Notice>;
  const { offers, currency, currencies, trialDays } = sale;
  return (
    <>
      <Card className="buy">
        <OfferForm offers={offers} chosen={chosen} currency={currency} trialDays={trialDays} state={state} />
      </Card>
      <CurrencyForm currencies={currencies} chosen={currency} from={wanted?.id ?? null} />
    </>
  );
}

function Has({ words, payUrl }: { words: StandingWords; payUrl: string | null }) {
  const state = useActionData<typeof action>();
  return (
    <>
      <FormError>{state?.formError}</FormError>
      <Card className="stack">
        <h2>{words.title}</h2>
        <p>{words.text}</p>
        <div className="row">
          {payUrl && <a className="button button-primary" href={payUrl}>Pay now</a>}
          <ButtonLink kind={payUrl ? "secondary" : "primary"} to="/billing">See your plan</ButtonLink>
        </div>
      </Card>
    </>
  );
}

const PricingDocument = graphql(`
  query Pricing {
    me {
      ...Buyer
    }
    tracks {
      id
      title
      levels {
        plan
      }
    }
  }
`);

const LevelForSaleDocument = graphql(`
  query LevelForSale($id: ID!) {
    level(id: $id) {
      title
      plan
      requires {
        title
        progress {
          completed
        }
      }
    }
  }
`);

const PricesDocument = graphql(`
  query Prices($currency: String) {
    prices(currency: $currency) {
      id
      interval
      unitAmount
      currency
      currencies
      trialDays
    }
  }
`);

const CreateCheckoutSessionDocument = graphql(`
  mutation CreateCheckoutSession($priceId: ID!, $currency: String) {
    createCheckoutSession(priceId: $priceId, currency: $currency) {
      url
    }
  }
`);

import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import stylesheet from "../features/billing/billing.css?url";
import { clockOf, RefreshSubscriptionDocument } from "../features/billing/buyer.server";
import { Waiting } from "../features/billing/waiting";
import { Welcome } from "../features/billing/welcome";
import { planFacts, type Fact } from "../features/billing/wording/plan-facts";
import { isOverSoon, standingOf } from "../features/billing/wording/standing";
import { standingWords, type StandingWords } from "../features/billing/wording/standing-words";
import { StartButton } from "../features/learning-path/start-button";
import { graphql } from "../gql";
import { api, attempt } from "../lib/api.server";
import { titled } from "../lib/title";
import { toLogin } from "../lib/visitor.server";
import { wayBack } from "../lib/way-back.server";
import { ButtonLink } from "../ui/button";
import { Page, StaffRule } from "../ui/page";

/** Looks for half a minute; every fifth asks Stripe itself, in case its message got lost. */
const LOOKS = 40;
const ASKS_STRIPE_EACH = 5;
/** One more look at what is here: by then a trial that can't be is ended. */
const LOOK_AGAIN_MS = 3_000;

export const links = () => [{ rel: "stylesheet", href: stylesheet }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => titled(page?.arrived ? "You have Premium" : "Waiting for your payment");

/** Where Stripe leads back to. That somebody came here proves nothing: only what the API holds does. What is over already the billing page explains. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const look = lookOf(searchParams);
  const session = searchParams.get("session")?.slice(0, 200) ?? "";
  const me = await lookFor(context, look);
  const here = me.plan === "PREMIUM";
  if (standingOf(me) === "gift" || (!here && !session) || isOverSoon(me, new Date())) throw redirect("/billing");
  const lookAt = (number: number) => `/billing/welcome?${new URLSearchParams({ session, look: String(number) })}`;
  return {
    arrived: here ? { words: standingWords(me, clockOf(me)), facts: planFacts(me, clockOf(me)), wanted: await findWanted(request, context) } : null,
    next: look < LOOKS ? lookAt(look + 1) : null,
    first: lookAt(0),
  };
}

const lookOf = (search: URLSearchParams) => Math.min(LOOKS, Math.max(0, Math.floor(Number(search.get("look")) || 0)));

async function lookFor(context: LoaderFunctionArgs["context"], look: number) {
  if (look % ASKS_STRIPE_EACH === 0) {
    const { data: refreshed } = await attempt(context, RefreshSubscriptionDocument);
    if (refreshed) return refreshed.refreshSubscription;
  }
  const { me } = await api(context, WelcomeDocument);
  if (!me) throw toLogin(context);
  return me;
}

/** The locked level that led to the pricing page. */
async function findWanted(request: Request, context: LoaderFunctionArgs["context"]) {
  const way = await wayBack(request);
  const id = way && new URL(way, "http://site.invalid").searchParams.get("from");
  const { data: found } = id ? await attempt(context, WantedLevelDocument, { id }) : { data: null };
  return found?.level ?? null;
}

export default function BillingWelcome() {
  const { arrived, next, first } = useLoaderData<typeof loader>();
  return (
    <>
      {/* One element through all looks: only what changes in it is read out. */}
      <div role="status" className="visually-hidden">{arrived ? "You have Premium." : "Waiting for your payment."}</div>
      {arrived ? <Arrived {...arrived} /> : <Waiting next={next} first={first} />}
    </>
  );
}

interface ArrivedProps {
  words: StandingWords;
  facts: readonly Fact[];
  /** The level that led to the pricing page. */
  wanted: { id: string; title: string; unlocked: boolean } | null;
}

function Arrived({ words, facts, wanted }: ArrivedProps) {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const timer = setTimeout(revalidate, LOOK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [revalidate]);
  return (
    <Page title="You have Premium" lead="Every level of every track is yours to play." width="prose">
      <div className="stack-wide">
        <StaffRule />
        <div className="row">
          {wanted?.unlocked ? <StartButton level={wanted} words={`Start: ${wanted.title}`} /> : <ButtonLink to="/levels">See the levels</ButtonLink>}
          <ButtonLink kind="quiet" to="/dashboard">Dashboard</ButtonLink>
        </div>
        <Welcome words={words} facts={facts} />
      </div>
    </Page>
  );
}

const WelcomeDocument = graphql(`
  query Welcome {
    me {
      ...Buyer
    }
  }
`);

const WantedLevelDocument = graphql(`
  query WantedLevel($id: ID!) {
    level(id: $id) {
      id
      title
      unlocked
    }
  }
`);

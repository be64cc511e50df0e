import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import stylesheet from "../features/billing/billing.css?url";
import { clockOf, RefreshSubscriptionDocument } from "../features/billing/buyer.server";
import { InvoiceSection } from "../features/billing/invoice-section";
import { PaymentSection } from "../features/billing/payment-section";
import { PlanSection } from "../features/billing/plan-section";
import { day } from "../features/billing/wording/dates";
import { invoiceWords, payWords } from "../features/billing/wording/invoice-words";
import { planFacts, waysFor } from "../features/billing/wording/plan-facts";
import { leavingAt, type Buyer } from "../features/billing/wording/standing";
import { standingWords } from "../features/billing/wording/standing-words";
import { graphql } from "../gql";
import { api, attempt } from "../lib/api.server";
import { refused, stateAfter, text } from "../lib/form";
import { titled } from "../lib/title";
import { toLogin } from "../lib/visitor.server";
import { Notice } from "../ui/notice";
import { Page } from "../ui/page";

const INVOICES = 12;

export const links = () => [{ rel: "stylesheet", href: stylesheet }];
export const meta: MetaFunction = () => titled("Premium and payments");

/** What was just done here, in a sentence; from the address bar, so only these. */
const DONE: Record<string, (until: string) => string> = {
  cancelled: (until) => (until ? `It is cancelled. Premium stays open until ${until}, and nothing more is charged.` : "It is cancelled, and has ended. Nothing more is charged."),
  changed: () => "Your subscription is changed.",
  resumed: () => "Your subscription goes on as before.",
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  if (searchParams.get("back") === "portal") return leavePortal(context);
  const after = searchParams.get("after");
  const { me, prices } = await readBilling(context, after);
  if (!me) throw toLogin(context);
  const { edges, pageInfo } = me.invoices;
  const ways = waysFor(me, prices);
  return {
    words: standingWords(me, clockOf(me)),
    facts: planFacts(me, clockOf(me)),
    ways,
    pay: ways.payUrl && payWords(ways.payUrl, edges.map(({ node }) => node)),
    card: me.subscription?.card ?? null,
    invoices: edges.map(({ node }) => invoiceWords(node, me.timeZone)),
    older: pageInfo.hasNextPage ? pageInfo.endCursor : null,
    newer: after !== null,
    done: doneWords(searchParams.get("done"), me),
  };
}

function doneWords(done: string | null, { subscription, timeZone }: Buyer & { timeZone: string }): string | null {
  const until = subscription && !subscription.endedAt && leavingAt(subscription);
  return DONE[done ?? ""]?.(until ? day(until, timeZone) : "") ?? null;
}

/** Somebody may have changed anything in the portal: the truth is fetched once, then this page is as any other. */
async function leavePortal(context: LoaderFunctionArgs["context"]): Promise<never> {
  await attempt(context, RefreshSubscriptionDocument);
  throw redirect("/billing");
}

async function readBilling(context: LoaderFunctionArgs["context"], after: string | null) {
  const [{ me }, { data: catalogue }] = await Promise.all([api(context, BillingDocument, { first: INVOICES, after }), attempt(context, IntervalsDocument)]);
  return { me, prices: catalogue?.prices ?? [] };
}

/** Small forms that change something at once, or lead to Stripe's portal: `intent` says which. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const intent = text(form, "intent");
  if (intent === "resume") {
    const { refusal } = await attempt(context, ResumeSubscriptionDocument);
    return refusal ? refused({ ...stateAfter(refusal, { form, fields: [] }), intent }) : redirect("/billing?done=resumed");
  }
  if (intent !== "portal" && intent !== "card") throw data({ code: "BAD_USER_INPUT", message: "This page has no such form." }, { status: 400 });
  const { data: opened, refusal } = await attempt(context, CreateCustomerPortalSessionDocument, { flow: intent === "card" ? "PAYMENT_METHOD_UPDATE" : null });
  return refusal ? refused({ ...stateAfter(refusal, { form, fields: [] }), intent }) : redirect(opened.createCustomerPortalSession.url);
}

export default function Billing() {
  const { words, facts, ways, pay, card, invoices, older, newer, done } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const of = (intent: string) => (outcome?.intent === intent ? outcome : null);
  return (
    <Page title="Premium and payments">
      {done && !outcome && <div className="banner"><Notice kind="right">{done}</Notice></div>}
      <div>
        <PlanSection words={words} facts={facts} ways={ways} pay={pay} outcome={of("resume")} />
        {ways.portal && <PaymentSection card={card} charged={ways.card} cardOutcome={of("card")} portalOutcome={of("portal")} />}
        <InvoiceSection invoices={invoices} older={older ?? null} newer={newer} />
      </div>
    </Page>
  );
}

const BillingDocument = graphql(`
  query Billing($first: Int!, $after: String) {
    me {
      ...Buyer
      subscription {
        price {
          id
        }
        card {
          brand
          last4
          expMonth
          expYear
        }
      }
      invoices(first: $first, after: $after) {
        edges {
          node {
            id
            number
            amountDue
            amountPaid
            amountRefunded
            currency
            status
            hostedUrl
            pdfUrl
            createdAt
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

const IntervalsDocument = graphql(`
  query Intervals {
    prices {
      id
      interval
    }
  }
`);

const ResumeSubscriptionDocument = graphql(`
  mutation ResumeSubscription {
    resumeSubscription {
      id
    }
  }
`);

const CreateCustomerPortalSessionDocument = graphql(`
  mutation CreateCustomerPortalSession($flow: PortalFlow) {
    createCustomerPortalSession(flow: $flow) {
      url
    }
  }
`);

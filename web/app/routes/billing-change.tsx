import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import stylesheet from "../features/billing/billing.css?url";
import { clockOf } from "../features/billing/buyer.server";
import { ChangePreview } from "../features/billing/change-preview";
import { Refused } from "../features/billing/refused";
import { changeLead, changeWords, mayPass } from "../features/billing/wording/change-words";
import { hasPrice, waysFor } from "../features/billing/wording/plan-facts";
import { graphql } from "../gql";
import { api, attempt } from "../lib/api.server";
import { refused, stateAfter, text } from "../lib/form";
import { titled } from "../lib/title";
import { useErrorFocus, usePending } from "../lib/use-form";
import { toLogin } from "../lib/visitor.server";
import { Button, ButtonLink } from "../ui/button";
import { Notice } from "../ui/notice";
import { Card, Page } from "../ui/page";

export const links = () => [{ rel: "stylesheet", href: stylesheet }];
export const meta: MetaFunction = () => titled("Change your subscription");

/** The other price, and what the change to it costs, reckoned by Stripe for this very moment. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { me, prices } = await api(context, ChangingDocument);
  if (!me) throw toLogin(context);
  const { subscription } = me;
  const { changeTo } = waysFor(me, prices);
  if (!subscription || !changeTo) throw redirect("/billing");
  const { interval, unitAmount, currency } = subscription;
  const [{ data: found, refusal }, { data: sale }] = await Promise.all([
    attempt(context, PreviewPriceChangeDocument, { priceId: changeTo.id }),
    attempt(context, PricesToChangeToDocument, { currency }),
  ]);
  return {
    changeTo,
    lead: changeLead(interval && unitAmount != null ? { interval, unitAmount, currency } : null, sale?.prices.find(({ id }) => id === changeTo.id) ?? null),
    preview: found && { ...changeWords(found.previewPriceChange, clockOf(me).timeZone), prorationDate: found.previewPriceChange.prorationDate },
    problem: refusal && { message: refusal.message, passes: mayPass(refusal.code) },
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const change = { priceId: text(form, "price"), prorationDate: text(form, "prorationDate") || null };
  const { refusal } = await attempt(context, ChangeSubscriptionPriceDocument, change);
  if (!refusal) return redirect("/billing?done=changed");
  if (refusal.code === "CONFLICT" && (await isChangedAlready(context, change.priceId))) return redirect("/billing");
  return refused(stateAfter(refusal, { form, fields: [] }));
}

/** Another tab was first: this page would now offer the way back under the same button. */
async function isChangedAlready(context: ActionFunctionArgs["context"], priceId: string): Promise<boolean> {
  const { data: found } = await attempt(context, PricePaidDocument);
  return hasPrice(found?.me?.subscription, priceId);
}

export default function BillingChange() {
  const { changeTo, lead, preview, problem } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const form = useErrorFocus(state);
  const pending = usePending();
  return (
    <Page title={`Change to ${changeTo.interval === "YEAR" ? "yearly" : "monthly"}`} lead={lead} width="column">
      <Card className="stack">
        {problem && <Notice kind="wrong">{problem.message}</Notice>}
        {preview && <ChangePreview words={preview} />}
        <Form ref={form} method="post" className="form">
          <Refused state={state} />
          <input type="hidden" name="price" value={changeTo.id} />
          {preview && <input type="hidden" name="prorationDate" value={preview.prorationDate} />}
          <div className="form-actions">
            {preview && <Button pending={pending && "Changing…"}>{preview.button}</Button>}
            {problem?.passes && <ButtonLink to="/billing/change">Try again</ButtonLink>}
            <ButtonLink kind="secondary" to="/billing">Back</ButtonLink>
          </div>
        </Form>
      </Card>
    </Page>
  );
}

const ChangingDocument = graphql(`
  query Changing {
    me {
      ...Buyer
      subscription {
        price {
          id
        }
      }
    }
    prices {
      id
      interval
    }
  }
`);

const PricesToChangeToDocument = graphql(`
  query PricesToChangeTo($currency: String!) {
    prices(currency: $currency) {
      id
      interval
      unitAmount
      currency
    }
  }
`);

const PricePaidDocument = graphql(`
  query PricePaid {
    me {
      subscription {
        price {
          id
        }
      }
    }
  }
`);

const PreviewPriceChangeDocument = graphql(`
  query PreviewPriceChange($priceId: ID!) {
    previewPriceChange(priceId: $priceId) {
      currency
      amountDue
      lines {
        description
        amount
      }
      nextPaymentAt
      nextPaymentAmount
      prorationDate
    }
  }
`);

const ChangeSubscriptionPriceDocument = graphql(`
  mutation ChangeSubscriptionPrice($priceId: ID!, $prorationDate: DateTime) {
    changeSubscriptionPrice(priceId: $priceId, prorationDate: $prorationDate) {
      id
    }
  }
`);

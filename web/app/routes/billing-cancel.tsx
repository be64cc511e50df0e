import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import stylesheet from "../features/billing/billing.css?url";
import { clockOf } from "../features/billing/buyer.server";
import { CancelForm } from "../features/billing/cancel-form";
import { cancelWords } from "../features/billing/wording/cancel-words";
import { mayCancel } from "../features/billing/wording/plan-facts";
import { graphql } from "../gql";
import { api, attempt } from "../lib/api.server";
import { refused, stateAfter, text } from "../lib/form";
import { titled } from "../lib/title";
import { toLogin } from "../lib/visitor.server";
import { Card, Page } from "../ui/page";

export const links = () => [{ rel: "stylesheet", href: stylesheet }];
export const meta: MetaFunction = () => titled("Cancel Premium");

export async function loader({ context }: LoaderFunctionArgs) {
  const { me } = await api(context, CancellingDocument);
  if (!me) throw toLogin(context);
  if (!mayCancel(me)) throw redirect("/billing");
  return cancelWords(me, clockOf(me));
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const { refusal } = await attempt(context, CancelSubscriptionDocument, { reason: text(form, "reason").trim() || null });
  if (!refusal) return redirect("/billing?done=cancelled");
  if (refusal.code === "NO_SUBSCRIPTION") return redirect("/billing");
  return refused(stateAfter(refusal, { form, fields: ["reason"] }));
}

export default function BillingCancel() {
  const { lead, after } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  return (
    <Page title="Cancel Premium" lead={lead} width="column">
      <Card className="stack">
        <ul className="sentences">
          {after.map((sentence) => <li key={sentence}>{sentence}</li>)}
        </ul>
        <CancelForm state={state} />
      </Card>
    </Page>
  );
}

const CancellingDocument = graphql(`
  query Cancelling {
    me {
      ...Buyer
    }
  }
`);

const CancelSubscriptionDocument = graphql(`
  mutation CancelSubscription($reason: String) {
    cancelSubscription(reason: $reason) {
      id
    }
  }
`);

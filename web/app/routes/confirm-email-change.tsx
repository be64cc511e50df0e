import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { tokenOf } from "../features/account/token";
import { ToLogin, TokenPage } from "../features/account/token-page";
import { graphql } from "../gql";
import { attempt } from "../lib/api.server";
import { refused, stateAfter, text } from "../lib/form";
import { titled } from "../lib/title";

export const meta: MetaFunction = () => titled("Confirm your new address");

export const loader = ({ request }: LoaderFunctionArgs) => ({ token: tokenOf(request) });

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const { refusal } = await attempt(context, ConfirmEmailChangeDocument, { token: text(form, "token") });
  if (refusal) return refused(stateAfter(refusal, { form, fields: [] }));
  return redirect("/login?after=address&to=/account");
}

export default function ConfirmEmailChange() {
  const { token } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  return (
    <TokenPage
      title="Confirm your new address" lead="From then on you log in with it, and our mails go there."
      submit="Confirm my address" pending="Confirming…" token={token} state={state} otherwise={<ToLogin />}
    />
  );
}

const ConfirmEmailChangeDocument = graphql(`
  mutation ConfirmEmailChange($token: String!) {
    confirmEmailChange(token: $token)
  }
`);

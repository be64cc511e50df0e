import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { tokenOf } from "../features/account/token";
import { ToLogin, TokenPage } from "../features/account/token-page";
import { graphql } from "../gql";
import { attempt } from "../lib/api.server";
import { refused, stateAfter, text } from "../lib/form";
import { titled } from "../lib/title";

export const meta: MetaFunction = () => titled("Keep your old address");

export const loader = ({ request }: LoaderFunctionArgs) => ({ token: tokenOf(request) });

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const { refusal } = await attempt(context, UndoEmailChangeDocument, { token: text(form, "token") });
  if (refusal) return refused(stateAfter(refusal, { form, fields: [] }));
  return redirect("/login?after=restored&to=/account");
}

export default function UndoEmailChange() {
  const { token } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  return (
    <TokenPage
      title="Keep your old address" lead="Someone asked for your account to move to another address. This takes it back."
      submit="Undo the change" pending="Undoing…" token={token} state={state} otherwise={<ToLogin />}
    />
  );
}

const UndoEmailChangeDocument = graphql(`
  mutation UndoEmailChange($token: String!) {
    undoEmailChange(token: $token)
  }
`);

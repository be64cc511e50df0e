import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { NewPasswordField } from "../features/account/fields";
import { tokenOf } from "../features/account/token";
import { TokenPage } from "../features/account/token-page";
import { graphql } from "../gql";
import { attempt } from "../lib/api.server";
import { refused, stateAfter, text } from "../lib/form";
import { titled } from "../lib/title";

export const meta: MetaFunction = () => titled("Choose a new password");

export const loader = ({ request }: LoaderFunctionArgs) => ({ token: tokenOf(request) });

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const { refusal } = await attempt(context, ResetPasswordDocument, { token: text(form, "token"), newPassword: text(form, "newPassword") });
  if (refusal) return refused(stateAfter(refusal, { form, fields: ["newPassword"], names: { password: "newPassword" } }));
  return redirect("/login?after=reset");
}

export default function ResetPassword() {
  const { token } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  return (
    <TokenPage
      title="Choose a new password" lead="Every device will be logged out." submit="Save the new password" pending="Saving…" token={token} state={state}
      otherwise={<p>You can <Link to="/forgot-password">ask for a new link</Link>.</p>}
    >
      <NewPasswordField state={state} label="New password" name="newPassword" />
    </TokenPage>
  );
}

const ResetPasswordDocument = graphql(`
  mutation ResetPassword($token: String!, $newPassword: String!) {
    resetPassword(token: $token, newPassword: $newPassword)
  }
`);

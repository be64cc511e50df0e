import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { AccountForm } from "../features/account/account-form";
import { CurrentPasswordField, EmailField } from "../features/account/fields";
import { graphql } from "../gql";
import { attempt } from "../lib/api.server";
import { ACCEPTED, refused, stateAfter, text } from "../lib/form";
import { titled } from "../lib/title";
import { requireVisitor } from "../lib/visitor.server";
import { Notice } from "../ui/notice";
import { Card, Page } from "../ui/page";

export const meta: MetaFunction = () => titled("Change your e-mail");

export const loader = ({ context }: LoaderFunctionArgs) => requireVisitor(context);

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const newEmail = text(form, "newEmail").trim();
  const { refusal } = await attempt(context, RequestEmailChangeDocument, { newEmail, password: text(form, "password") });
  if (!refusal) return { ...ACCEPTED, sentTo: newEmail };
  const field = refusal.code === "INVALID_CREDENTIALS" ? "password" : refusal.field;
  return refused({ ...stateAfter({ ...refusal, field }, { form, fields: ["newEmail", "password"], names: { email: "newEmail" } }), sentTo: null });
}

export default function AccountEmail() {
  const { email } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  return (
    <Page title="Change your e-mail" lead={`Now: ${email}`} width="column">
      <div className="stack">
        {state?.sentTo ? (
          <Notice kind="right">We wrote to {state.sentTo}. The change takes effect when you open the link in that mail.</Notice>
        ) : (
          <Card>
            <AccountForm state={state} submit="Send the link" pending="Sending…" wide>
              <EmailField state={state} label="New e-mail" name="newEmail" />
              <CurrentPasswordField state={state} />
            </AccountForm>
          </Card>
        )}
        <p className="muted">Your old address is told, and can take the change back for 7 days.</p>
        <p><Link to="/account">Back to your account</Link></p>
      </div>
    </Page>
  );
}

const RequestEmailChangeDocument = graphql(`
  mutation RequestEmailChange($newEmail: String!, $password: String!) {
    requestEmailChange(newEmail: $newEmail, password: $password)
  }
`);

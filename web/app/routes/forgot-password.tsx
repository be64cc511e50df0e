import type { ActionFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useActionData } from "@remix-run/react";
import { AccountForm } from "../features/account/account-form";
import { EmailField } from "../features/account/fields";
import { graphql } from "../gql";
import { attempt } from "../lib/api.server";
import { config } from "../lib/config.server";
import { ACCEPTED, refused, stateAfter, text } from "../lib/form";
import { titled } from "../lib/title";
import { Notice } from "../ui/notice";
import { Card, Page } from "../ui/page";

export const meta: MetaFunction = () => titled("Forgot your password?");

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const { refusal } = await attempt(context, RequestPasswordResetDocument, { email: text(form, "email").trim() });
  if (refusal) return refused({ ...stateAfter(refusal, { form, fields: ["email"] }), sent: false, mailbox: null });
  return { ...ACCEPTED, sent: true, mailbox: config().mailboxUrl };
}

export default function ForgotPassword() {
  const state = useActionData<typeof action>();
  if (state?.sent) return <Sent mailbox={state.mailbox} />;
  return (
    <Page title="Forgot your password?" lead="Tell us your address, and we send you a link to choose a new one." width="column">
      <div className="stack">
        <Card>
          <AccountForm state={state} submit="Send me a link" pending="Sending…" wide>
            <EmailField state={state} />
          </AccountForm>
        </Card>
        <p><Link to="/login">Back to log in</Link></p>
      </div>
    </Page>
  );
}

function Sent({ mailbox }: { mailbox: string | null }) {
  return (
    <Page title="Check your mail" lead="If there is an account with that address, a link to choose a new password is on its way. It works once, and not for long." width="column">
      <div className="stack">
        {mailbox && <Notice>This is a practice installation: no mail leaves it. <a href={mailbox}>Open the practice mailbox</a></Notice>}
        <p>No mail after a few minutes? Look among the unwanted mail, or <Link to="/forgot-password" reloadDocument>ask again</Link>.</p>
        <p><Link to="/login">Back to log in</Link></p>
      </div>
    </Page>
  );
}

const RequestPasswordResetDocument = graphql(`
  mutation RequestPasswordReset($email: String!) {
    requestPasswordReset(email: $email)
  }
`);

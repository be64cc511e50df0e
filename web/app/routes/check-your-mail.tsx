import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AccountForm } from "../features/account/account-form";
import { EmailField } from "../features/account/fields";
import { graphql } from "../gql";
import { attempt } from "../lib/api.server";
import { config } from "../lib/config.server";
import { ACCEPTED, keptValues, refused, stateAfter, text } from "../lib/form";
import { titled } from "../lib/title";
import { Notice } from "../ui/notice";
import { Card, Page } from "../ui/page";

export const meta: MetaFunction = () => titled("Check your mail");

export function loader({ request }: LoaderFunctionArgs) {
  const email = new URL(request.url).searchParams.get("email")?.slice(0, 254) ?? "";
  const { mailboxUrl } = config();
  return { email, mailbox: mailboxUrl && `${mailboxUrl}${email ? `?${new URLSearchParams({ to: email })}` : ""}` };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const { refusal } = await attempt(context, ResendVerificationDocument, { email: text(form, "email").trim() });
  if (refusal) return refused({ ...stateAfter(refusal, { form, fields: ["email"] }), sent: false });
  return { ...ACCEPTED, values: keptValues(form, ["email"]), sent: true };
}

export default function CheckYourMail() {
  const { email, mailbox } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  return (
    <Page title="Check your mail" lead={email ? `We wrote to ${email}. Open the link in it to confirm your address.` : "We wrote to you. Open the link in the mail to confirm your address."} width="column">
      <div className="stack-wide">
        {mailbox && (
          <Notice>
            This is a practice installation: no mail leaves it. <a href={mailbox}>Open the practice mailbox</a>
          </Notice>
        )}
        <Card as="section" aria-labelledby="no-mail" className="stack">
          <h2 id="no-mail">No mail?</h2>
          <p className="muted">Look among the unwanted mail first. If an account awaits confirmation, we can send the link again.</p>
          {state?.sent && <Notice kind="right">Sent, if that address awaits confirmation.</Notice>}
          <AccountForm state={state} submit="Send it again" pending="Sending…" kind="secondary">
            <EmailField state={state} initial={email} />
          </AccountForm>
        </Card>
      </div>
    </Page>
  );
}

const ResendVerificationDocument = graphql(`
  mutation ResendVerification($email: String!) {
    resendVerification(email: $email)
  }
`);

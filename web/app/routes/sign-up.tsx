import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { AccountForm } from "../features/account/account-form";
import { EmailField, NewPasswordField } from "../features/account/fields";
import { graphql } from "../gql";
import { attempt } from "../lib/api.server";
import { refused, stateAfter, text, ticked } from "../lib/form";
import { titled } from "../lib/title";
import { leaveIfSignedIn } from "../lib/visitor.server";
import { Checkbox, Field } from "../ui/field";
import { Notice } from "../ui/notice";
import { Card, Page } from "../ui/page";

export const meta: MetaFunction = () => titled("Create your account");

export async function loader({ request, context }: LoaderFunctionArgs) {
  await leaveIfSignedIn(context, "/dashboard");
  return { forPremium: new URL(request.url).searchParams.get("for") === "premium" };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const email = text(form, "email").trim();
  const input = { email, password: text(form, "password"), name: text(form, "name").trim() || null, newsletterOptIn: ticked(form, "newsletterOptIn") };
  const { refusal } = await attempt(context, RegisterDocument, { input });
  if (refusal) return refused(stateAfter(refusal, { form, fields: ["email", "password", "name", "newsletterOptIn"] }));
  return redirect(`/check-your-mail?${new URLSearchParams({ email })}`);
}

export default function SignUp() {
  const { forPremium } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  return (
    <Page title="Create your account" lead="Free, with no card. Your progress is kept from the first question." width="column">
      <div className="stack">
        {forPremium && <Notice>Premium belongs to an account, so that comes first. Afterwards we lead you back to the prices.</Notice>}
        <Card>
          <AccountForm state={state} submit="Create account" pending="Creating your account…" wide>
            <EmailField state={state} />
            <NewPasswordField state={state} />
            <Field label="Name (optional)" name="name" autoComplete="name" maxLength={100} defaultValue={state?.values.name} error={state?.errors.name} />
            <Checkbox label="Send me the newsletter" name="newsletterOptIn" hint="Now and then. You can stop it at any time." defaultChecked={Boolean(state?.values.newsletterOptIn)} />
          </AccountForm>
        </Card>
        <p>Already practising with us? <Link to={forPremium ? `/login?${new URLSearchParams({ to: "/pricing" })}` : "/login"}>Log in</Link></p>
      </div>
    </Page>
  );
}

const RegisterDocument = graphql(`
  mutation Register($input: RegisterInput!) {
    register(input: $input) {
      message
    }
  }
`);

import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { AccountForm } from "../features/account/account-form";
import { CurrentPasswordField, EmailField } from "../features/account/fields";
import { graphql } from "../gql";
import { attempt } from "../lib/api.server";
import { refused, stateAfter, text } from "../lib/form";
import { safePath } from "../lib/same-site";
import { titled } from "../lib/title";
import { leaveIfSignedIn } from "../lib/visitor.server";
import { Notice } from "../ui/notice";
import { Card, Page } from "../ui/page";

export const meta: MetaFunction = () => titled("Log in");

/** Why someone is here, in a sentence; from the address bar, so only these. */
const REASONS: Record<string, string> = {
  reset: "Your password is changed. Log in with the new one.",
  everywhere: "Every device is logged out.",
  address: "Your new address is confirmed. Log in with it.",
  restored: "Your old address is back, and every device is logged out. We mailed you a link to choose a new password.",
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  await leaveIfSignedIn(context, safePath(searchParams.get("to")));
  const to = searchParams.get("to");
  return { reason: REASONS[searchParams.get("after") ?? ""] ?? null, asked: to !== null && safePath(to, "") !== "" };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const input = { email: text(form, "email").trim(), password: text(form, "password") };
  const { refusal } = await attempt(context, LoginDocument, { input });
  if (refusal) return refused(stateAfter(refusal, { form, fields: ["email", "password"] }));
  return redirect(safePath(new URL(request.url).searchParams.get("to")));
}

export default function Login() {
  const { reason, asked } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  return (
    <Page title="Log in" width="column">
      <div className="stack">
        {reason && <Notice kind="right">{reason}</Notice>}
        {asked && !reason && <Notice>Please log in to go on.</Notice>}
        <Card>
          <AccountForm state={state} submit="Log in" pending="Logging in…" wide>
            <EmailField state={state} />
            <CurrentPasswordField state={state} />
            {state?.code === "EMAIL_NOT_VERIFIED" && (
              <p><Link to={`/check-your-mail?${new URLSearchParams({ email: state.values.email ?? "" })}`}>Send me a new link</Link></p>
            )}
          </AccountForm>
        </Card>
        <p><Link to="/forgot-password">Forgot your password?</Link></p>
        <p>New here? <Link to="/sign-up">Create your account</Link></p>
      </div>
    </Page>
  );
}

const LoginDocument = graphql(`
  mutation Login($input: LoginInput!) {
    login(input: $input) {
      user {
        id
      }
    }
  }
`);

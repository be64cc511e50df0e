import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { AccountForm } from "../features/account/account-form";
import { CurrentPasswordField } from "../features/account/fields";
import { graphql } from "../gql";
import { attempt } from "../lib/api.server";
import { refused, stateAfter, text } from "../lib/form";
import { titled } from "../lib/title";
import { requireVisitor } from "../lib/visitor.server";
import { Card, Page } from "../ui/page";

export const meta: MetaFunction = () => titled("Delete your account");

export const loader = ({ context }: LoaderFunctionArgs) => requireVisitor(context);

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const { refusal } = await attempt(context, DeleteMyAccountDocument, { password: text(form, "password") });
  if (!refusal) return redirect("/?after=deleted");
  const field = refusal.code === "INVALID_CREDENTIALS" ? "password" : refusal.field;
  return refused(stateAfter({ ...refusal, field }, { form, fields: ["password"] }));
}

export default function AccountDelete() {
  const { email } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  return (
    <Page title="Delete your account" lead="Your progress, your statistics and your address go. This can't be undone." width="column">
      <div className="stack">
        <Card className="stack">
          <p>You are about to delete <strong>{email}</strong>. You may want to <Link to="/account">take your data with you</Link> first.</p>
          <p>A subscription ends with the account at once, and nothing more is charged. What is paid is not paid back by itself.</p>
          <AccountForm state={state} submit="Delete my account" pending="Deleting…" kind="danger" wide>
            <CurrentPasswordField state={state} />
          </AccountForm>
        </Card>
        <p><Link to="/account">Keep my account</Link></p>
      </div>
    </Page>
  );
}

const DeleteMyAccountDocument = graphql(`
  mutation DeleteMyAccount($password: String!) {
    deleteMyAccount(password: $password)
  }
`);

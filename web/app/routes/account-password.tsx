import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useActionData } from "@remix-run/react";
import { AccountForm } from "../features/account/account-form";
import { CurrentPasswordField, NewPasswordField } from "../features/account/fields";
import { graphql } from "../gql";
import { attempt } from "../lib/api.server";
import { ACCEPTED, refused, stateAfter, text } from "../lib/form";
import { titled } from "../lib/title";
import { requireVisitor } from "../lib/visitor.server";
import { Notice } from "../ui/notice";
import { Card, Page } from "../ui/page";

export const meta: MetaFunction = () => titled("Change your password");

export const loader = ({ context }: LoaderFunctionArgs) => requireVisitor(context);

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const passwords = { currentPassword: text(form, "currentPassword"), newPassword: text(form, "newPassword") };
  const { refusal } = await attempt(context, ChangePasswordDocument, passwords);
  if (!refusal) return { ...ACCEPTED, changed: true };
  const field = refusal.code === "INVALID_CREDENTIALS" ? "currentPassword" : refusal.field;
  return refused({ ...stateAfter({ ...refusal, field }, { form, fields: ["currentPassword", "newPassword"], names: { password: "newPassword" } }), changed: false });
}

export default function AccountPassword() {
  const state = useActionData<typeof action>();
  return (
    <Page title="Change your password" lead="Other devices will be logged out." width="column">
      <div className="stack">
        {state?.changed ? (
          <Notice kind="right">Your password is changed. Other devices are logged out.</Notice>
        ) : (
          <Card>
            <AccountForm state={state} submit="Save the new password" pending="Saving…" wide>
              <CurrentPasswordField state={state} label="Current password" name="currentPassword" />
              <NewPasswordField state={state} label="New password" name="newPassword" />
            </AccountForm>
          </Card>
        )}
        <p><Link to="/account">Back to your account</Link></p>
      </div>
    </Page>
  );
}

const ChangePasswordDocument = graphql(`
  mutation ChangePassword($currentPassword: String!, $newPassword: String!) {
    changePassword(currentPassword: $currentPassword, newPassword: $newPassword)
  }
`);

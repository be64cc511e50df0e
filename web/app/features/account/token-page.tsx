import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { FormState } from "../../lib/form";
import { Notice } from "../../ui/notice";
import { Card, Page } from "../../ui/page";
import { AccountForm } from "./account-form";

interface TokenPageProps {
  title: string;
  lead: string;
  token: string;
  state: FormState | null | undefined;
  submit: string;
  pending: string;
  /** What to do when the link is used up or too old. */
  otherwise: ReactNode;
  /** More hidden fields. */
  children?: ReactNode;
}

/** Where a link from a mail leads. Opening it changes nothing, since mail scanners open links too; the button does. */
export function TokenPage({ title, lead, token, state, submit, pending, otherwise, children }: TokenPageProps) {
  const usedUp = !token || state?.code === "TOKEN_INVALID";
  if (usedUp) {
    return (
      <Page title={title} width="column">
        <div className="stack">
          <Notice kind="wrong">This link has been used already, or it is too old.</Notice>
          {otherwise}
        </div>
      </Page>
    );
  }
  return (
    <Page title={title} lead={lead} width="column">
      <Card>
        <AccountForm state={state} submit={submit} pending={pending} wide>
          <input type="hidden" name="token" value={token} />
          {children}
        </AccountForm>
      </Card>
    </Page>
  );
}

/** Where a used-up link leaves people who may only need to log in. */
export function ToLogin() {
  return <p>You can <Link to="/login">log in</Link>, or ask for a new mail from there.</p>;
}

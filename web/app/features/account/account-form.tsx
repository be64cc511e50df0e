import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import type { FormState } from "../../lib/form";
import { useErrorFocus, usePending } from "../../lib/use-form";
import { Button, type ButtonKind } from "../../ui/button";
import { FormError } from "../../ui/notice";

interface AccountFormProps {
  /** What the last try came to, when it didn't succeed. */
  state: FormState | null | undefined;
  submit: string;
  /** The button's words while the form is on its way. */
  pending: string;
  /** Tells the forms of one page apart; sent along as `intent`. */
  intent?: string;
  kind?: ButtonKind;
  wide?: boolean;
  /** What stands beside the button. */
  beside?: ReactNode;
  children?: ReactNode;
}

/** A form of the account pages: fields, what is wrong with them, one button. The server judges; it works without JavaScript. */
export function AccountForm({ state, submit, pending, intent, kind, wide = false, beside, children }: AccountFormProps) {
  const form = useErrorFocus(state);
  const busy = usePending(intent);
  return (
    <Form ref={form} method="post" className="form" noValidate>
      {intent && <input type="hidden" name="intent" value={intent} />}
      <FormError>{state?.formError}</FormError>
      {children}
      <div className="form-actions">
        <Button kind={kind} wide={wide} pending={busy && pending}>{submit}</Button>
        {beside}
      </div>
    </Form>
  );
}

import { Form } from "@remix-run/react";
import type { FormState } from "../../lib/form";
import { useErrorFocus, usePending } from "../../lib/use-form";
import { Button, ButtonLink } from "../../ui/button";
import { TextArea } from "../../ui/field";
import { Refused } from "./refused";

/** The second of two clicks. Nothing has to be filled in, and no button pleads. */
export function CancelForm({ state }: { state: FormState<"reason"> | null | undefined }) {
  const form = useErrorFocus(state);
  const pending = usePending();
  return (
    <Form ref={form} method="post" className="form" noValidate>
      <Refused state={state} />
      <TextArea label="Why are you leaving? (optional)" name="reason" maxLength={500} hint="One word helps us. You can leave it empty." defaultValue={state?.values.reason} error={state?.errors.reason} />
      <div className="form-actions">
        <Button kind="danger" pending={pending && "Cancelling…"}>Cancel Premium</Button>
        <ButtonLink kind="secondary" to="/billing">Keep Premium</ButtonLink>
      </div>
    </Form>
  );
}

import { Link } from "@remix-run/react";
import type { FormState } from "../../lib/form";
import { FormError } from "../../ui/notice";

/** Why something of billing was refused, and the page on which it is settled, if there is one. */
export function Refused({ state }: { state: FormState | null | undefined }) {
  return <FormError>{state?.formError && <>{state.formError} <WayOut {...state} /></>}</FormError>;
}

function WayOut({ code, payUrl }: FormState) {
  if (payUrl) return <a href={payUrl}>Pay now</a>;
  if (code === "ALREADY_SUBSCRIBED") return <Link to="/billing">See your plan</Link>;
  if (code === "NO_SUBSCRIPTION") return <Link to="/pricing">See Premium</Link>;
  return code === "EMAIL_NOT_VERIFIED" ? <Link to="/check-your-mail">Send me the link again</Link> : null;
}

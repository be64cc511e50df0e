import { isRouteErrorResponse, useLocation, type ErrorResponse } from "@remix-run/react";
import { ButtonLink } from "./button";
import { Page, StaffRule } from "./page";

const WORDS: Record<number, { title: string; lead: string }> = {
  400: { title: "That request doesn't fit here", lead: "The page may be out of date. Please go back and try again." },
  403: { title: "This isn't yours to open", lead: "Your account may not see this page." },
  404: { title: "There is no such page", lead: "The address may be mistyped, or what was here has moved." },
  429: { title: "A little slower, please", lead: "Too many tries in a short time." },
  503: { title: "We can't reach the server", lead: "What you did before is saved. Please try again in a moment." },
};
const BROKEN = { title: "Something went wrong on our side", lead: "It has been noted, and what you did before is saved. Please try again." };

/** The heading of the page for what went wrong. */
export function titleOf(error: unknown): string {
  return (isRouteErrorResponse(error) ? WORDS[error.status] ?? BROKEN : BROKEN).title;
}

/** The API's own sentence, where it has one for the person; else ours. */
function leadOf(error: ErrorResponse | null): string {
  const message: unknown = error?.data?.message;
  if (error && error.status < 500 && typeof message === "string") return message;
  return (error && WORDS[error.status]?.lead) ?? BROKEN.lead;
}

/** Says what happened and what to do. `error` is null for a bug, of which nothing is told. */
export function ErrorPage({ error, signedIn }: { error: ErrorResponse | null; signedIn: boolean }) {
  const { pathname, search } = useLocation();
  const mayHelp = !error || error.status >= 500 || error.status === 429;
  const home = signedIn ? { to: "/dashboard", words: "Go to your dashboard" } : { to: "/", words: "Go to the start page" };
  return (
    <Page title={titleOf(error)} lead={leadOf(error)} width="prose">
      <div className="stack-wide">
        <StaffRule />
        <div className="row">
          {mayHelp && <ButtonLink to={pathname + search} reloadDocument>Try again</ButtonLink>}
          <ButtonLink kind={mayHelp ? "secondary" : "primary"} to={home.to}>{home.words}</ButtonLink>
        </div>
      </div>
    </Page>
  );
}

import { Form } from "@remix-run/react";
import { Button, ButtonLink } from "../../ui/button";
import { StaffRule } from "../../ui/page";

/** A practice that was left for more than a day. */
export function Expired({ title, levelId }: { title: string; levelId: string }) {
  return (
    <main className="page page-prose stack-wide">
      <h1>This practice has run out</h1>
      <p className="lead">A practice of {title} waits for a day. Yours was begun earlier than that, so it starts afresh, with new questions.</p>
      <StaffRule />
      <div className="row">
        <Form method="post" action={`/levels/${levelId}/start`}><Button>Start again</Button></Form>
        <ButtonLink kind="secondary" to="/dashboard">Go to your dashboard</ButtonLink>
      </div>
    </main>
  );
}

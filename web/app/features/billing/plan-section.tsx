import { Form } from "@remix-run/react";
import type { FormState } from "../../lib/form";
import { usePending } from "../../lib/use-form";
import { Button, ButtonLink } from "../../ui/button";
import { Notice } from "../../ui/notice";
import { Badge } from "../../ui/progress";
import { Facts } from "./facts";
import type { Fact, Ways } from "./wording/plan-facts";
import { intervalName } from "./wording/offer";
import { Refused } from "./refused";
import type { StandingWords } from "./wording/standing-words";

interface PlanSectionProps {
  words: StandingWords;
  facts: readonly Fact[];
  ways: Ways;
  /** What the button says that pays what is missing. */
  pay: string | null;
  outcome: FormState | null;
}

/** Where the learner stands with premium, in words and figures, and what can be done about it. */
export function PlanSection({ words, facts, ways, pay, outcome }: PlanSectionProps) {
  return (
    <section className="settings" aria-labelledby="plan">
      <h2 id="plan">Plan</h2>
      <div className="stack">
        <div className="plan-title">
          <h3>{words.title}</h3>
          {words.badge && <Badge kind={words.badge.kind}>{words.badge.text}</Badge>}
        </div>
        <p>{words.text}</p>
        <Facts facts={facts} />
        {ways.waitingChange && <Notice>Your change waits for its payment. Until it is made, you stay on the price you have.</Notice>}
        <Refused state={outcome} />
        <WaysOn ways={ways} pay={pay} />
      </div>
    </section>
  );
}

function WaysOn({ ways: { buy, cancel, resume, payUrl, changeTo }, pay }: Pick<PlanSectionProps, "ways" | "pay">) {
  return (
    <div className="row">
      {buy && <ButtonLink to="/pricing">See Premium</ButtonLink>}
      {payUrl && <a className="button button-primary" href={payUrl}>{pay}</a>}
      {resume && <Resume />}
      {changeTo && <ButtonLink kind="secondary" to="/billing/change">Change to {intervalName(changeTo.interval).toLowerCase()}</ButtonLink>}
      {cancel && <ButtonLink kind="secondary" to="/billing/cancel">Cancel Premium</ButtonLink>}
    </div>
  );
}

function Resume() {
  const pending = usePending("resume");
  return (
    <Form method="post">
      <input type="hidden" name="intent" value="resume" />
      <Button pending={pending && "One moment…"}>Keep Premium after all</Button>
    </Form>
  );
}

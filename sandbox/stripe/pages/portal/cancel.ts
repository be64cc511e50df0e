import type Stripe from "stripe";

import { html, type Html } from "../../../page";
import { cancelSubscription, updateSubscription } from "../../billing";
import type { Books } from "../../books";
import { goneFrom } from "../gone";
import { readFields } from "../fields";
import { dateOf } from "../words";
import type { Plan } from "./plan";
import { leave, planIn, sendVisit, wayBack, type Visit, type Work } from "./visit";

/** Stripe's own reasons, in the order of the configuration. */
const REASONS: Readonly<Record<string, string>> = {
  too_expensive: "It costs too much",
  missing_features: "Something I need is missing",
  switched_service: "I use something else now",
  unused: "I don't use it enough",
  customer_service: "The support was not good",
  too_complex: "It is too complicated",
  low_quality: "It is not good enough",
  other: "Another reason",
};

/** The step in which a cancellation is confirmed, with a reason if one is given. */
export const askCancel: Work = (visit, req, res) => {
  const plan = planIn(visit, readFields(req.query).subscription);
  if (!visit.features.subscription_cancel.enabled || !plan) return goneFrom(res, "There is no plan to cancel");
  if (plan.isEnding) return leaveOr(visit, () => res.redirect(303, visit.path), () => sendVisit(res, visit, "Cancel plan", html`${wayBack(visit)}<h1>Your plan ends already</h1><p>${plan.next}</p>`));
  sendVisit(res, visit, "Cancel plan", cancelPage(visit, plan));
};

const leaveOr = ({ flow }: Visit, without: () => void, within: () => void): void => (flow ? within() : without());

function cancelPage(visit: Visit, { subscription, name, rate }: Plan): Html {
  const { mode, cancellation_reason: reasons } = visit.features.subscription_cancel;
  const until = dateOf(subscription.items.data[0]?.current_period_end ?? 0);
  const promise = mode === "immediately" ? "It ends at once." : `You keep it until ${until}; after that nothing more is charged.`;
  return html`${wayBack(visit)}<div class="plain-page"><h1>Cancel ${name}?</h1>
<p>${rate}. ${promise}</p>
<form class="form" method="post" action="${visit.path}/cancel?subscription=${subscription.id}">
${reasons.enabled ? reasonFields(reasons.options) : html``}
<button type="submit">Cancel plan</button>
</form></div>`;
}

const reasonFields = (options: readonly string[]): Html =>
  html`<fieldset class="radios"><legend>Why? You need not say.</legend>${options.map((option) => html`<label class="radio"><input type="radio" name="feedback" value="${option}"> ${REASONS[option] ?? option}</label>`)}</fieldset>
<div class="field"><label for="comment">Anything to add?</label><textarea id="comment" name="comment" rows="3" maxlength="200"></textarea></div>`;

export const cancel =
  (books: Books): Work =>
  (visit, req, res) => {
    const { subscription_cancel: feature } = visit.features;
    const plan = planIn(visit, readFields(req.query).subscription);
    if (!feature.enabled || !plan) return goneFrom(res, "There is no plan to cancel");
    const details = cancellationDetails(readFields(req.body));
    const { id } = plan.subscription;
    books.atomically(() => {
      if (feature.mode === "immediately") cancelSubscription(books, id, { cancellation_details: details, prorate: feature.proration_behavior !== "none" });
      else if (!plan.isEnding) updateSubscription(books, id, { cancel_at_period_end: true, cancellation_details: details });
    });
    leave(res, books, visit, feature.mode === "immediately" ? "ended" : "cancel");
  };

function cancellationDetails({ feedback, comment }: Readonly<Record<string, string>>): Stripe.SubscriptionUpdateParams.CancellationDetails {
  return { ...(feedback && Object.hasOwn(REASONS, feedback) && { feedback }), ...(comment && { comment }) };
}

/** Takes a cancellation back, be it at the period's end or at a date. */
export const resume =
  (books: Books): Work =>
  (visit, req, res) => {
    const plan = planIn(visit, readFields(req.query).subscription);
    if (!plan) return goneFrom(res, "There is no plan to keep");
    const { id, cancel_at_period_end } = plan.subscription;
    if (plan.isEnding) books.atomically(() => updateSubscription(books, id, cancel_at_period_end ? { cancel_at_period_end: false } : { cancel_at: "" }));
    leave(res, books, visit, "resume");
  };

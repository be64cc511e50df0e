import { Form, useNavigation } from "@remix-run/react";
import { useId } from "react";
import type { FormState } from "../../lib/form";
import { useErrorFocus } from "../../lib/use-form";
import { Button } from "../../ui/button";
import { Steps } from "./steps";
import { Refused } from "./refused";
import type { Offer } from "./wording/offer";

interface OfferFormProps {
  offers: readonly Offer[];
  chosen: Offer["interval"];
  currency: string;
  /** Free days that both begin with; null for none. */
  trialDays: number | null;
  state: FormState | null | undefined;
}

/** Monthly or yearly, what happens then and when, and the way to the payment page. Styles show the chosen one's steps, so it takes no script. */
export function OfferForm({ offers, chosen, currency, trialDays, state }: OfferFormProps) {
  const form = useErrorFocus(state);
  const { formMethod, state: navigation } = useNavigation();
  const pending = navigation !== "idle" && formMethod === "POST";
  return (
    <Form ref={form} method="post" className="form offer-form">
      <Refused state={state} />
      <input type="hidden" name="currency" value={currency} />
      <fieldset className="offers">
        <legend className="visually-hidden">How often you pay</legend>
        {offers.map((offer) => <Choice key={offer.priceId} offer={offer} chosen={chosen} />)}
      </fieldset>
      {offers.map(({ priceId, interval, name, steps }) => (
        <section key={priceId} className="offer-steps" data-interval={interval} aria-label={`${name}: what happens when`}>
          <h2>{name}: what happens when</h2>
          <Steps steps={steps} />
        </section>
      ))}
      <div className="stack offer-go">
        <Button wide pending={pending && "Opening the payment page…"}>{trialDays ? `Start ${trialDays} days free` : "Continue to payment"}</Button>
        <p className="muted small">Next you enter a card on Stripe&rsquo;s page, and see the price there again before you {trialDays ? "confirm" : "pay"}.</p>
      </div>
    </Form>
  );
}

function Choice({ offer, chosen }: { offer: Offer; chosen: Offer["interval"] }) {
  const id = useId();
  const { priceId, interval, name, tag, per, aside } = offer;
  return (
    <label className="offer" htmlFor={id}>
      <input id={id} type="radio" name="price" value={priceId} data-interval={interval} defaultChecked={interval === chosen} />
      <span className="offer-name">{name}</span>
      <span className="offer-price"><strong>{tag}</strong> {per}</span>
      <span className="muted small">{aside}</span>
    </label>
  );
}

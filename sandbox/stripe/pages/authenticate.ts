import { html, type Html } from "../../page";

/** The step in which the buyer's bank asks whether it is them (3-D Secure). `amount` in words, where money is asked for. */
export function authenticationPage({ action, card, amount }: { action: string; card: string; amount: string | null }): Html {
  return html`<div class="plain-page"><p class="muted">Your bank asks</p>
<h1>Is this you?</h1>
<p>${amount ? `A payment of ${amount} to Etude with your ${card}.` : `Etude wants to charge your ${card} from now on.`}</p>
<p class="muted">This page stands in for the bank's. Choose what the bank will say.</p>
<form class="form" method="post" action="${action}">
<button type="submit" name="result" value="approve">Yes, approve</button>
<button type="submit" name="result" value="fail" class="plain">No, fail the authentication</button>
</form></div>`;
}

/** Told on the page to which a failed authentication leads back. */
export const AUTHENTICATION_FAILED = "Your bank could not confirm that it is you. Nothing was charged: try again, or use another card.";

import { Form } from "@remix-run/react";
import type { FormState } from "../../lib/form";
import { usePending } from "../../lib/use-form";
import { Button } from "../../ui/button";
import { Refused } from "./refused";
import { cardWords, type CardFacts } from "./wording/card-words";

interface PaymentSectionProps {
  card: CardFacts | null;
  /** Whether anything is charged to it; where nothing is, there is no other to give either. */
  charged: boolean;
  cardOutcome: FormState | null;
  portalOutcome: FormState | null;
}

/** The card that is charged, and the ways to Stripe's own pages to change it. */
export function PaymentSection({ card, charged, cardOutcome, portalOutcome }: PaymentSectionProps) {
  return (
    <section className="settings" aria-labelledby="payment">
      <h2 id="payment">Payment</h2>
      <div className="stack">
        <p><OnFile card={card} charged={charged} /></p>
        <Refused state={cardOutcome ?? portalOutcome} />
        <div className="row">
          {charged && <ToPortal intent="card">{card ? "Change card" : "Add a card"}</ToPortal>}
          <ToPortal intent="portal">Cards and invoices at Stripe</ToPortal>
        </div>
        <p className="muted small">{charged ? "Both open at Stripe, who takes the payments, and lead" : "It opens at Stripe, who takes the payments, and leads"} back here.</p>
      </div>
    </section>
  );
}

function OnFile({ card, charged }: Pick<PaymentSectionProps, "card" | "charged">) {
  if (!card) return <>There is no card on file.</>;
  const words = <strong>{cardWords(card)}</strong>;
  return charged ? <>You pay with {words}.</> : <>On file: {words}. Nothing is charged to it.</>;
}

function ToPortal({ intent, children }: { intent: "card" | "portal"; children: string }) {
  const pending = usePending(intent);
  return (
    <Form method="post">
      <input type="hidden" name="intent" value={intent} />
      <Button kind="secondary" pending={pending && "Opening…"}>{children}</Button>
    </Form>
  );
}

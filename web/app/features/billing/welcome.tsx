import { Link } from "@remix-run/react";
import { Card } from "../../ui/page";
import { Facts } from "./facts";
import type { Fact } from "./wording/plan-facts";
import type { StandingWords } from "./wording/standing-words";

/** What was just agreed to, once more: the price, the next payment, how to end it. */
export function Welcome({ words, facts }: { words: StandingWords; facts: readonly Fact[] }) {
  return (
    <Card as="section" aria-labelledby="agreed" className="stack">
      <h2 id="agreed">{words.title}</h2>
      <p>{words.text}</p>
      <Facts facts={facts} />
      <p className="small">You find this, your invoices and the way to cancel under <Link to="/billing">Premium and payments</Link>.</p>
    </Card>
  );
}

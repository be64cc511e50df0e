import { useNavigate } from "@remix-run/react";
import { useEffect } from "react";
import { ButtonLink } from "../../ui/button";
import { Notice } from "../../ui/notice";
import { Page, StaffRule } from "../../ui/page";

/** Short enough that Premium shows within two seconds of Stripe's message. */
const PAUSE_MS = 700;

/** While the payment's confirmation is on its way: looks again and again, with or without JavaScript, and says so when it gives up. `next` is the next look, `first` the first one. */
export function Waiting({ next, first }: { next: string | null; first: string }) {
  const navigate = useNavigate();
  useEffect(() => {
    if (!next) return;
    const timer = setTimeout(() => navigate(next, { replace: true, preventScrollReset: true }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [next, navigate]);
  if (!next) return <GivenUp first={first} />;
  return (
    <Page title="One moment" lead="We are waiting for Stripe to confirm your payment." width="prose">
      <noscript><meta httpEquiv="refresh" content={`1;url=${next}`} /></noscript>
      <div className="stack-wide">
        <StaffRule />
        <p>It usually takes a second or two. This page looks again by itself, and opens Premium as soon as the answer is here.</p>
      </div>
    </Page>
  );
}

function GivenUp({ first }: { first: string }) {
  return (
    <Page title="No answer from Stripe yet" width="prose">
      <div className="stack-wide">
        <Notice>Your payment isn&rsquo;t confirmed yet. A payment from a bank account can take some days.</Notice>
        <p>If you paid, you need not do anything: Premium opens by itself when the payment is confirmed, and we write to you. If you left the payment page without paying, nothing was charged.</p>
        <div className="row">
          <ButtonLink to={first}>Look again</ButtonLink>
          <ButtonLink kind="secondary" to="/billing">See where it stands</ButtonLink>
          <ButtonLink kind="quiet" to="/dashboard">Dashboard</ButtonLink>
        </div>
      </div>
    </Page>
  );
}

/** What people ask before they pay, answered. */
export function Promises() {
  return (
    <section aria-labelledby="promises" className="promises">
      <h2 id="promises">Good to know</h2>
      <dl>
        <div>
          <dt>Cancelling</dt>
          <dd>Two clicks on your billing page. Premium stays open until the end of what you paid, and nothing more is charged.</dd>
        </div>
        <div>
          <dt>Your progress</dt>
          <dd>It is kept whatever you pay or don&rsquo;t. What you passed stays passed.</dd>
        </div>
        <div>
          <dt>Your card</dt>
          <dd>You give it to Stripe, who takes the payment; it never reaches us. Each payment has an invoice.</dd>
        </div>
      </dl>
    </section>
  );
}

import { startSandbox } from "../../../testing";
import { aCheckout, CARD, look, priceOf, send, stripeOf, typed, WEB } from "../testing";

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let stripe: ReturnType<typeof stripeOf>;
beforeAll(async () => {
  sandbox = await startSandbox();
  stripe = stripeOf(sandbox);
});
afterAll(() => sandbox.stop());

test("the page shows what is bought and what it costs, in plain forms without a script", async () => {
  const { url } = await aCheckout(stripe);
  const { status, text } = await look(url);
  expect(status).toBe(200);
  expect(text).toContain("Subscribe to Etude Premium");
  expect(text).toContain("€12.00 per month");
  expect(text).toMatch(/Total due today<\/dt><dd[^>]*>€12\.00/);
  expect(text).toContain("sandbox: no money moves");
  expect(text).not.toMatch(/<script|onclick=|javascript:/i);
});

test("a currency without minor units has no decimals on the page", async () => {
  const { url } = await aCheckout(stripe, { currency: "jpy" });
  expect((await look(url)).text).toMatch(/Total due today<\/dt><dd[^>]*>¥1,900/);
});

test("every field has a label, and says to browsers what goes into it", async () => {
  const { url } = await aCheckout(stripe);
  const { text } = await look(url);
  const inputs = [...text.matchAll(/<(?:input|select) id="([^"]+)"/g)].map(([, id]) => id);
  expect(inputs).toEqual(expect.arrayContaining(["email", "number", "expiry", "cvc", "name", "country"]));
  for (const id of inputs) expect(text).toContain(`<label for="${id}">`);
  for (const token of ["email", "cc-number", "cc-exp", "cc-csc", "cc-name", "country"]) expect(text).toContain(`autocomplete="${token}"`);
});

test("the good card pays and leads to the success URL, the session's id filled in", async () => {
  const { id, url } = await aCheckout(stripe);
  const { status, location } = await send(url, typed(CARD.pays));
  expect([status, location]).toEqual([303, `${WEB}/billing/done?session=${id}`]);
  const session = await stripe.checkout.sessions.retrieve(id, { expand: ["subscription"] });
  expect(session).toMatchObject({ status: "complete", payment_status: "paid", amount_total: 1200, subscription: { status: "active" }, customer_details: { email: "buyer@etude.test" } });
});

test("a declined card leaves the session open, the card on the page and the amount unchanged; another card then pays", async () => {
  const { id, url } = await aCheckout(stripe);
  const { status, text } = await send(url, typed(CARD.isDeclined));
  expect(status).toBe(200);
  expect(text).toMatch(/role="alert"[^>]*><p>[^<]*declined/);
  expect(text).toContain(`value="${CARD.isDeclined}"`);
  expect(text).toMatch(/Total due today<\/dt><dd[^>]*>€12\.00/);
  expect(await stripe.checkout.sessions.retrieve(id)).toMatchObject({ status: "open", payment_status: "unpaid", amount_total: 1200 });
  expect((await send(url, typed(CARD.pays))).status).toBe(303);
});

test("a card that asks its owner first goes through the bank's page", async () => {
  const { id, url } = await aCheckout(stripe);
  const asked = await send(url, typed(CARD.asksFirst));
  expect([asked.status, asked.location]).toEqual([303, `/c/pay/${id}/authenticate`]);
  expect((await stripe.checkout.sessions.retrieve(id)).status).toBe("open");
  const bank = await look(`${sandbox.url}${asked.location}`);
  expect(bank.text).toContain("Is this you?");
  expect(bank.text).toContain("€12.00 to Etude with your Visa ending in 3184");
  const approved = await send(`${sandbox.url}${asked.location}`, { result: "approve" });
  expect(approved.location).toBe(`${WEB}/billing/done?session=${id}`);
  expect(await stripe.checkout.sessions.retrieve(id)).toMatchObject({ status: "complete", payment_status: "paid" });
});

test("failing the bank's question charges nothing and leads back to the open checkout", async () => {
  const { id, url } = await aCheckout(stripe);
  const { location } = await send(url, typed(CARD.asksFirst));
  const failed = await send(`${sandbox.url}${location}`, { result: "fail" });
  expect(failed.status).toBe(303);
  const back = await look(`${sandbox.url}${failed.location}`);
  expect(back.text).toContain("could not confirm that it is you");
  expect(await stripe.checkout.sessions.retrieve(id)).toMatchObject({ status: "open", payment_status: "unpaid" });
  expect((await send(`${sandbox.url}${location}`, { result: "approve" })).location).toBe(`/c/pay/${id}`); // The answer is used up.
});

test("a double click pays once, and both answers lead to the success URL", async () => {
  const { id, url } = await aCheckout(stripe);
  const answers = await Promise.all([send(url, typed(CARD.pays)), send(url, typed(CARD.pays))]);
  expect(answers.map(({ location }) => location)).toEqual(Array(2).fill(`${WEB}/billing/done?session=${id}`));
  const { customer } = await stripe.checkout.sessions.retrieve(id);
  const { data } = await stripe.subscriptions.list({ customer: String(customer), status: "all" });
  expect(data).toHaveLength(1);
  expect((await stripe.charges.list({ customer: String(customer) })).data.filter(({ paid }) => paid)).toHaveLength(1);
});

test("what is missing is said beside each field, and nothing that was typed is lost", async () => {
  const { url } = await aCheckout(stripe);
  const { text } = await send(url, { email: "nobody", number: "", expiry: "13 / 20", cvc: "1", name: "", country: "XX" });
  for (const name of ["email", "number", "expiry", "cvc", "name", "country"]) {
    expect(text).toMatch(new RegExp(`id="${name}"[^>]*aria-describedby="${name}-problem[^>]*aria-invalid="true"`));
    expect(text).toContain(`id="${name}-problem"`);
  }
  expect(text).toContain('value="nobody"');
});

test("a card that has expired by the sandbox's time is refused on the page", async () => {
  const { url } = await aCheckout(stripe);
  expect((await send(url, typed(CARD.pays, { expiry: "01 / 20" }))).text).toContain("This card has expired.");
});

test("a number that is no test card is refused, and never shown or kept", async () => {
  const { id, url } = await aCheckout(stripe);
  const real = "4539 1488 0343 6467";
  const { text } = await send(url, typed(real));
  expect(text).toContain("only test cards work here");
  expect(text).not.toContain(real);
  expect((await stripe.checkout.sessions.retrieve(id)).status).toBe("open");
});

test("no file keeps the number of the card that paid", async () => {
  const { url, id } = await aCheckout(stripe);
  await send(url, typed(CARD.asksFirst));
  const kept = JSON.stringify(["checkout.session", "payment_method", "payment_intent", "charge", "event"].map((kind) => sandbox.stripe.shelf(kind as "event").all())) + JSON.stringify(sandbox.stripe.note(`page:authenticate:${id}`));
  expect(kept).toContain("3184");
  expect(kept).not.toContain("4000002760003184");
});

test("a promotion code lowers what is due, and is redeemed with the payment", async () => {
  const { id, url } = await aCheckout(stripe);
  const { text } = await look(`${url}?promotion_code=START20`);
  expect(text).toContain("START20 (20% off)");
  expect(text).toMatch(/Total due today<\/dt><dd[^>]*>€9\.60/);
  expect((await send(url, typed(CARD.pays, { promotion_code: "START20" }))).status).toBe(303);
  expect(await stripe.checkout.sessions.retrieve(id)).toMatchObject({ amount_total: 960, total_details: { amount_discount: 240 } });
});

test("a promotion code that is none is told beside its field, and stops the payment", async () => {
  const { id, url } = await aCheckout(stripe);
  const { text } = await send(url, typed(CARD.pays, { promotion_code: "NOTHING" }));
  expect(text).toContain('id="promotion_code-problem"');
  expect((await stripe.checkout.sessions.retrieve(id)).status).toBe("open");
});

test("where promotion codes are not allowed, there is no field for one", async () => {
  const { url } = await aCheckout(stripe, { allow_promotion_codes: false });
  expect((await look(url)).text).not.toContain("Promotion code");
});

test("a trial costs nothing today and says from when on it costs what", async () => {
  const { id, url } = await aCheckout(stripe, { subscription_data: { trial_period_days: 7 } });
  const { text } = await look(url);
  expect(text).toMatch(/Total due today<\/dt><dd[^>]*>€0\.00/);
  expect(text).toMatch(/then €12\.00 per month from \d{1,2} \w+ \d{4}/);
  expect(text).toContain("Start trial");
  expect((await send(url, typed(CARD.pays))).status).toBe(303);
  const { subscription, payment_status } = await stripe.checkout.sessions.retrieve(id, { expand: ["subscription"] });
  expect(payment_status).toBe("no_payment_required");
  expect(subscription).toMatchObject({ status: "trialing" });
});

test("the address of a known customer is shown and can't be changed", async () => {
  const customer = await stripe.customers.create({ email: "known@etude.test" });
  const { id, url } = await aCheckout(stripe, { customer: customer.id });
  const { text } = await look(url);
  expect(text).toContain("known@etude.test");
  expect(text).not.toContain('id="email"');
  await send(url, typed(CARD.pays, { email: "other@etude.test" }));
  expect((await stripe.checkout.sessions.retrieve(id)).customer_details?.email).toBe("known@etude.test");
});

test("an expired checkout says so and leads back to where it came from", async () => {
  const { id, url } = await aCheckout(stripe);
  await stripe.checkout.sessions.expire(id);
  const { text } = await look(url);
  expect(text).toContain("This checkout has expired");
  expect(text).toContain(`href="${WEB}/pricing"`);
  expect((await send(url, typed(CARD.pays))).text).toContain("This checkout has expired");
});

test("a completed checkout says so and leads to the success URL", async () => {
  const { id, url } = await aCheckout(stripe);
  await send(url, typed(CARD.pays));
  const { text } = await look(url);
  expect(text).toContain("This is done already");
  expect(text).toContain(`href="${WEB}/billing/done?session=${id}"`);
});

test("a checkout that was never made is not found", async () => {
  expect((await look(`${sandbox.url}/c/pay/cs_test_nothing`)).status).toBe(404);
});

test("what others wrote is shown as text, never as markup", async () => {
  const product = await stripe.products.create({ name: `<img src=x onerror="alert(1)">` });
  const price = await stripe.prices.create({ product: product.id, currency: "eur", unit_amount: 500, recurring: { interval: "month" } });
  const { url } = await aCheckout(stripe, { line_items: [{ price: price.id, quantity: 1 }] });
  const { text } = await send(url, typed(CARD.isDeclined, { name: `"><b>bold</b>` }));
  expect(text).not.toMatch(/<img|<b>/);
  expect(text).toContain("&lt;img src=x");
});

test("with a trial and a code for the first payment the page says what that comes to, and what each later one does", async () => {
  const { url } = await aCheckout(stripe, { subscription_data: { trial_period_days: 7 } });
  const { text } = await look(`${url}?promotion_code=START20`);
  expect(text).toContain("€9.60 once and €12.00 per month after that");
  expect((await look(url)).text).not.toContain("once and");
});

test("a form on another site's page is refused", async () => {
  const { id, url } = await aCheckout(stripe);
  expect((await send(url, typed(CARD.pays), { "sec-fetch-site": "cross-site" })).status).toBe(403);
  expect((await stripe.checkout.sessions.retrieve(id)).status).toBe("open");
  expect((await send(url, typed(CARD.pays), { "sec-fetch-site": "same-origin" })).status).toBe(303);
});

test("forms may lead to the checkout's own success URL, and nowhere else", async () => {
  const { url } = await aCheckout(stripe);
  expect((await look(url)).headers.get("content-security-policy")).toContain(`form-action 'self' ${WEB};`);
});

test("a bank debit completes the checkout before its money is there", async () => {
  const { id, url } = await aCheckout(stripe, { allowed_payment_method_types: ["card", "sepa_debit"] });
  expect((await look(url)).text).toContain("Bank debit");
  expect((await send(url, typed("", { method: "debit_succeeds" }))).status).toBe(303);
  expect(await stripe.checkout.sessions.retrieve(id)).toMatchObject({ status: "complete", payment_status: "unpaid" });
});

test("Stripe's CLI completes a checkout over the payment page", async () => {
  const { id } = await aCheckout(stripe, { mode: "payment", line_items: [{ price_data: { currency: "eur", unit_amount: 1500, product: String((await priceOf(stripe)).product) }, quantity: 2 }] });
  const headers = { authorization: "Bearer sk_test_pages" };
  expect(JSON.parse((await look(`${sandbox.url}/v1/payment_pages/${id}`, headers)).text)).toMatchObject({ id, amount_total: 3000 });
  const confirm = (fields: Record<string, string>) => send(`${sandbox.url}/v1/payment_pages/${id}/confirm`, fields, headers);
  const method = await stripe.paymentMethods.create({ type: "card", card: { token: "tok_visa" }, billing_details: { email: "buyer@etude.test" } });
  expect((await confirm({ payment_method: method.id, expected_amount: "1" })).status).toBe(400);
  expect((await confirm({ payment_method: method.id, expected_amount: "3000" })).status).toBe(200);
  expect((await stripe.checkout.sessions.retrieve(id)).payment_status).toBe("paid");
});

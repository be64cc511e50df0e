import { invoiceWords, payWords, type InvoiceFacts } from "./invoice-words";

const invoice = (facts: Partial<InvoiceFacts> = {}): InvoiceFacts => ({
  id: "in_1", number: "ETU-0001", amountDue: 1200, amountPaid: 1200, amountRefunded: 0, currency: "eur", status: "PAID",
  hostedUrl: "https://invoice.stripe.com/i/1", pdfUrl: "https://invoice.stripe.com/i/1/pdf", createdAt: "2026-11-24T23:30:00Z", ...facts,
});
const words = (facts: Partial<InvoiceFacts>) => invoiceWords(invoice(facts), "Europe/Berlin");

test("an invoice is dated where the learner is, and names what was paid", () => {
  expect(words({})).toMatchObject({ date: "25 Nov 2026", amount: "€12.00", state: { text: "Paid" }, payUrl: null });
});

test("what is open can be paid from the list, whatever was paid of it", () => {
  expect(words({ status: "OPEN", amountPaid: 0 })).toMatchObject({ amount: "€12.00", state: { text: "To be paid" }, payUrl: "https://invoice.stripe.com/i/1" });
});

test("a full refund and a part of one are told apart", () => {
  expect(words({ amountRefunded: 1200 }).state.text).toBe("Refunded");
  expect(words({ amountRefunded: 400 }).state.text).toBe("€4.00 refunded");
});

test("a trial's invoice over nothing isn't called paid", () => {
  expect(words({ amountDue: 0, amountPaid: 0 })).toMatchObject({ amount: "€0.00", state: { text: "Nothing to pay" } });
});

test("an invoice without a number or files has none", () => {
  expect(words({ status: "DRAFT", number: null, hostedUrl: null, pdfUrl: null })).toMatchObject({ number: "Not numbered yet", hostedUrl: null, pdfUrl: null, state: { text: "Being prepared" } });
});

test("what is missing is named on the button that pays it, and no other sum", () => {
  const open = invoice({ status: "OPEN", amountPaid: 200, hostedUrl: "https://invoice.stripe.com/i/2" });
  expect(payWords("https://invoice.stripe.com/i/2", [invoice(), open])).toBe("Pay €10.00 now");
  expect([payWords("https://invoice.stripe.com/i/3", [invoice(), open]), payWords("https://invoice.stripe.com/i/1", [invoice()]), payWords("https://invoice.stripe.com/i/1", [])]).toEqual(["Pay now", "Pay now", "Pay now"]);
});

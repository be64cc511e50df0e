import { setLetter } from "../letter";
import { dateInWords, greeting, moneyInWords, type Money } from "../words";
import { billingPage, pageAtStripe, planInWords, type Interval, type Reader } from "./terms";

export interface BillingReceipt extends Reader {
  /** Of the invoice, as accounting knows it. */
  number: string | null;
  paid: Money;
  paidAt: Date;
  periodEnd: Date | null;
  interval: Interval | null;
  invoiceUrl: string | null;
  pdfUrl: string | null;
}

/** For every payment, with the invoice. */
export const billingReceipt = (receipt: BillingReceipt, webUrl: string) =>
  setLetter({
    subject: `Your receipt from Etude: ${moneyInWords(receipt.paid)}`,
    heading: "Thank you for your payment",
    body: [greeting(receipt.name), `We have received your payment of ${moneyInWords(receipt.paid)}.`, { facts: factsOf(receipt) }, ...linksOf(receipt, webUrl)],
    because: "You get this because you paid for a subscription at Etude. There is one for each payment.",
  });

function factsOf({ paid, paidAt, timeZone, interval, periodEnd, number }: BillingReceipt) {
  const facts: [name: string, value: string][] = [
    ["Amount", moneyInWords(paid)],
    ["Paid on", dateInWords(paidAt, timeZone)],
    ["For", planInWords(interval)],
  ];
  if (periodEnd) facts.push(["Until", dateInWords(periodEnd, timeZone)]);
  if (number) facts.push(["Invoice", number]);
  return facts;
}

function linksOf({ invoiceUrl, pdfUrl }: BillingReceipt, webUrl: string) {
  const [invoice, pdf] = [pageAtStripe(invoiceUrl), pageAtStripe(pdfUrl)];
  return [
    ...(invoice ? [{ label: "See the invoice", href: invoice }] : []),
    ...(pdf ? [{ label: "Download it as a PDF", href: pdf, quiet: true as const }] : []),
    "All your invoices are on your billing page. You can change or cancel your plan there at any time.",
    { label: "Open your billing page", href: billingPage(webUrl), quiet: true as const },
  ];
}

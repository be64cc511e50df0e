import express, { type Request, type RequestHandler, type Response, type Router } from "express";
import type Stripe from "stripe";

import { sendPage } from "../../../page";
import { payInvoice } from "../../billing";
import type { KeptCard } from "../../cards";
import type { StripePages } from "../../pages-input";
import { AUTHENTICATION_FAILED, authenticationPage } from "../authenticate";
import { readCardFields } from "../card-form";
import { readFields, type Fields, type Problems } from "../fields";
import { goneFrom } from "../gone";
import { webLink } from "../links";
import { cardName, money } from "../words";
import { invoiceFacts } from "./facts";
import { invoicePage } from "./invoice-page";
import { invoicePdf } from "./invoice-pdf";

type Invoice = Stripe.Invoice;

interface Found {
  invoice: Invoice;
  token: string;
}

/** A card that waits for the bank's question to be answered. */
const waitingNote = ({ id }: Invoice): string => `page:authenticate:${id}`;

/** Stripe's hosted invoices at `/i/:token`, each with its PDF. */
export function invoiceRoutes({ books, settings, catchUp }: StripePages): Router {
  const withInvoice =
    (work: (found: Found, req: Request, res: Response) => void | Promise<void>): RequestHandler =>
    (req, res) => {
      catchUp();
      const token = String(req.params.token);
      const invoice = books.shelf("invoice").all().find(({ hosted_invoice_url }) => hosted_invoice_url?.split("?")[0]?.endsWith(`/i/${token}`));
      return invoice ? work({ invoice, token }, req, res) : goneFrom(res, "There is no such invoice");
    };
  const whileOpen = (work: (found: Found, req: Request, res: Response) => void) =>
    withInvoice((found, req, res) => (found.invoice.status === "open" ? work(found, req, res) : res.redirect(303, `/i/${found.token}`)));

  const show = (res: Response, { invoice, token }: Found, fields: Fields = {}, problems: Problems = {}) => {
    const facts = invoiceFacts(books, invoice);
    const content = invoicePage({ invoice, facts, token, fields, problems, backTo: webLink(`${settings.webUrl}/billing`) });
    sendPage(res, { title: `Invoice ${facts.number}`, content });
  };

  const open = withInvoice((found, req, res) => show(res, found, {}, req.query.declined === "authentication" ? { "": AUTHENTICATION_FAILED } : {}));

  const pay = whileOpen(({ invoice, token }, req, res) => {
    const fields = readFields(req.body);
    const read = readCardFields(fields, books.now(invoice.customer as string | null));
    if ("problems" in read) return show(res, { invoice, token }, fields, read.problems);
    const done = books.atomically(() => payInvoice(books, invoice.id, { card: read.card }));
    if (done.outcome === "declined") return show(res, { invoice: books.shelf("invoice").get(invoice.id), token }, fields, { "": `${done.message} The invoice is still to be paid.` });
    if (done.outcome === "authenticate") books.setNote(waitingNote(invoice), read.card);
    res.redirect(303, done.outcome === "authenticate" ? `/i/${token}/authenticate` : `/i/${token}`);
  });

  const ask = whileOpen(({ invoice, token }, _req, res) => {
    const card = books.note<KeptCard>(waitingNote(invoice));
    if (!card) return res.redirect(303, `/i/${token}`);
    const content = authenticationPage({ action: `/i/${token}/authenticate`, card: cardName(card), amount: money(invoice.amount_remaining, invoice.currency) });
    sendPage(res, { title: "Authentication", content });
  });

  const answer = whileOpen(({ invoice, token }, req, res) => {
    const card = books.note<KeptCard>(waitingNote(invoice));
    if (!card) return res.redirect(303, `/i/${token}`);
    const authenticated = readFields(req.body).result === "approve";
    const done = books.atomically(() => {
      books.setNote(waitingNote(invoice), undefined);
      return payInvoice(books, invoice.id, { card }, { authenticated });
    });
    res.redirect(303, done.outcome === "paid" ? `/i/${token}` : `/i/${token}?declined=authentication`);
  });

  const pdf = withInvoice(async ({ invoice }, _req, res) => {
    const facts = invoiceFacts(books, invoice);
    const file = await invoicePdf(facts);
    res.set({ "Cache-Control": "no-store", "Referrer-Policy": "no-referrer", "X-Content-Type-Options": "nosniff" });
    res.set("Content-Disposition", `inline; filename="Invoice-${facts.number.replace(/[^\w-]/g, "_")}.pdf"`).type("application/pdf").send(file);
  });

  return express.Router().get("/i/:token", open).post("/i/:token", pay).get("/i/:token/authenticate", ask).post("/i/:token/authenticate", answer).get("/i/:token/pdf", pdf);
}

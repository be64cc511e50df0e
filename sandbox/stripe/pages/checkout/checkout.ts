import express, { type Request, type RequestHandler, type Response, type Router } from "express";
import type Stripe from "stripe";

import { sendPage } from "../../../page";
import { checkoutTotals, completeCheckout, type CheckoutPayment, type CheckoutTotals } from "../../billing";
import { idOf, StripeRefusal, type Books } from "../../books";
import type { StripePages } from "../../pages-input";
import { AUTHENTICATION_FAILED, authenticationPage } from "../authenticate";
import { countryFrom } from "../countries";
import { readFields, type Fields, type Problems } from "../fields";
import { successLink } from "../links";
import { goneFrom } from "../gone";
import { money } from "../words";
import { checkoutPage, closedPage } from "./checkout-page";
import { cardNameOf, readPayment } from "./payment";

type Session = Stripe.Checkout.Session;

/** A payment that waits for the bank's question to be answered. Kept without the card's number. */
const waitingNote = (session: Session): string => `page:authenticate:${session.id}`;

/** Stripe's hosted checkout at `/c/pay/:session`, and the bank's question in between. */
export function checkoutRoutes({ books, catchUp }: StripePages): Router {
  /** Hands over sessions that can be paid; answers the others. */
  const whileOpen =
    (work: (session: Session, req: Request, res: Response) => void): RequestHandler =>
    (req, res) => {
      catchUp();
      const session = books.shelf("checkout.session").find(String(req.params.session));
      if (!session) return goneFrom(res, "There is no such checkout");
      if (session.status === "open") return work(session, req, res);
      const done = req.method === "POST" && session.status === "complete" ? successLink(session) : null;
      if (done) return res.redirect(303, done);
      sendPage(res, closedPage(session));
    };

  const show = (res: Response, session: Session, fields: Fields, problems: Problems = {}) => {
    const { totals, problem } = totalsFor(books, session, fields.promotion_code ?? "");
    const all = problem ? { ...problems, promotion_code: problem } : problems;
    const page = { session, totals, fields, problems: all, code: fields.promotion_code ?? "", knownEmail: emailOf(books, session) };
    sendPage(res, { title: "Checkout", content: checkoutPage(page), leadsTo: [successLink(session)] });
  };

  const open = whileOpen((session, req, res) => {
    const { promotion_code = "", declined } = readFields(req.query);
    const fields = { promotion_code, country: countryFrom(req.get("accept-language")) };
    show(res, session, fields, declined === "authentication" ? { "": AUTHENTICATION_FAILED } : {});
  });

  const pay = whileOpen((session, req, res) => {
    const fields = readFields(req.body);
    const read = readPayment(fields, { now: books.now(session.customer as string | null), email: emailOf(books, session) });
    if ("problems" in read) return show(res, session, fields, read.problems);
    if (totalsFor(books, session, fields.promotion_code ?? "").problem) return show(res, session, fields);
    const done = books.atomically(() => completeCheckout(books, session.id, read.payment));
    if (done.outcome === "declined") return show(res, session, fields, { "": `${done.message} Nothing was charged.` });
    if (done.outcome === "complete") return leave(res, done.session);
    books.setNote(waitingNote(session), read.payment);
    res.redirect(303, `/c/pay/${session.id}/authenticate`);
  });

  const ask = whileOpen((session, _req, res) => {
    const payment = books.note<CheckoutPayment>(waitingNote(session));
    if (!payment) return res.redirect(303, `/c/pay/${session.id}`);
    const { totals } = totalsFor(books, session, payment.promotionCode ?? "");
    const amount = totals.total > 0 ? money(totals.total, totals.currency) : null;
    const content = authenticationPage({ action: `/c/pay/${session.id}/authenticate`, card: cardNameOf(payment), amount });
    sendPage(res, { title: "Authentication", content, leadsTo: [successLink(session)] });
  });

  const answer = whileOpen((session, req, res) => {
    const payment = books.note<CheckoutPayment>(waitingNote(session));
    if (!payment) return res.redirect(303, `/c/pay/${session.id}`);
    const authenticated = readFields(req.body).result === "approve";
    const done = books.atomically(() => {
      books.setNote(waitingNote(session), undefined);
      return completeCheckout(books, session.id, { ...payment, authenticated });
    });
    if (done.outcome === "complete") return leave(res, done.session);
    res.redirect(303, `/c/pay/${session.id}?${new URLSearchParams({ declined: "authentication", promotion_code: payment.promotionCode ?? "" }).toString()}`);
  });

  return express.Router().get("/c/pay/:session", open).post("/c/pay/:session", pay).get("/c/pay/:session/authenticate", ask).post("/c/pay/:session/authenticate", answer);
}

function leave(res: Response, session: Session): void {
  const link = successLink(session);
  if (link) return res.redirect(303, link);
  sendPage(res, closedPage(session));
}

function emailOf(books: Books, { customer, customer_email }: Session): string | null {
  return books.shelf("customer").find(idOf(customer) ?? "")?.email ?? customer_email;
}

/** With a promotion code that is none, or not for this buyer, the totals without it and why. */
function totalsFor(books: Books, session: Session, code: string): { totals: CheckoutTotals; problem?: string } {
  try {
    return { totals: checkoutTotals(books, session, code || undefined) };
  } catch (error) {
    if (!(error instanceof StripeRefusal) || !code) throw error;
    return { totals: checkoutTotals(books, session), problem: error.message };
  }
}

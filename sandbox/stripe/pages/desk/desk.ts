import express, { type RequestHandler, type Response, type Router } from "express";

import { html, nothing, sendPage, type Html } from "../../../page";
import { closeDispute, createRefund, openDispute } from "../../billing";
import { idOf, StripeRefusal } from "../../books";
import type { StripePages } from "../../pages-input";
import { readFields } from "../fields";
import { goneFrom } from "../gone";
import { minorUnits } from "../words";
import { customerPage } from "./customer-page";
import { deskPage } from "./desk-page";
import { eventPage, eventsPage } from "./events-page";

/** Seconds that one press may move at most. */
const FARTHEST = 2 * 366 * 24 * 3600;

const DONE: Readonly<Record<string, string>> = {
  clock: "Time was moved, and what was due has happened.",
  refund: "The refund was made.",
  dispute: "The dispute was opened.",
  closed: "The dispute was closed.",
  sent: "It is sent again.",
};

const REFUSED: Readonly<Record<string, string>> = { clock: "Time goes forward only, and two years at once at most.", amount: "That is no amount of this currency." };

/** What a press on the page before this one led to. */
function messageOf(query: unknown): Html {
  const { done = "", refused = "" } = readFields(query);
  if (Object.hasOwn(DONE, done)) return html`<div class="notice right" role="status"><p>${DONE[done] ?? ""}</p></div>`;
  if (refused) return html`<div class="notice wrong" role="alert"><p>${Object.hasOwn(REFUSED, refused) ? (REFUSED[refused] ?? "") : refused}</p></div>`;
  return nothing;
}

/** The developer's page at `/stripe`: it sees and does what Stripe's Dashboard would. */
export function deskRoutes(input: StripePages): Router {
  const { books, deliveries, catchUp } = input;

  const desk: RequestHandler = (req, res) => {
    catchUp();
    sendPage(res, { place: "stripe", title: "Stripe", content: deskPage(books, deliveries, messageOf(req.query)) });
  };

  const customer: RequestHandler = (req, res) => {
    catchUp();
    const found = books.shelf("customer").find(String(req.params.customer));
    if (!found) return goneFrom(res, "There is no such customer");
    sendPage(res, { place: "stripe", title: found.email ?? found.id, content: customerPage(books, found, messageOf(req.query)) });
  };

  const events: RequestHandler = (req, res) => {
    const page = Math.max(1, Math.trunc(Number(req.query.page)) || 1);
    sendPage(res, { place: "stripe", title: "Events", content: eventsPage(books.shelf("event").all(), deliveries, page) });
  };

  const event: RequestHandler = (req, res) => {
    const found = books.shelf("event").find(String(req.params.event));
    if (!found) return goneFrom(res, "There is no such event");
    const urlOf = (endpoint: string) => books.shelf("webhook_endpoint").find(endpoint)?.url ?? "an endpoint that is gone";
    sendPage(res, { place: "stripe", title: found.type, content: eventPage(found, deliveries.list(found.id), urlOf) });
  };

  const resend: RequestHandler = (req, res) => {
    const { delivery = "", event = "" } = readFields(req.body);
    deliveries.resend(delivery);
    res.redirect(303, `/stripe/events/${encodeURIComponent(event)}`);
  };

  const clock: RequestHandler = (req, res) => {
    const seconds = Number(readFields(req.body).to) - books.now();
    if (!Number.isInteger(seconds) || seconds < 0 || seconds > FARTHEST) return res.redirect(303, "/stripe?refused=clock");
    books.advance(seconds);
    catchUp();
    res.redirect(303, "/stripe?done=clock");
  };

  const routes = express.Router().get("/stripe", desk).get("/stripe/customers/:customer", customer).get("/stripe/events", events).get("/stripe/events/:event", event);
  return routes.post("/stripe/clock", clock).post("/stripe/deliveries", resend).use(chargeRoutes(input));
}

/** What is done about money that was paid. */
function chargeRoutes({ books, catchUp }: StripePages): Router {
  const about =
    (done: string, work: (charge: string, fields: Readonly<Record<string, string>>) => void): RequestHandler =>
    (req, res) => {
      catchUp();
      const charge = books.shelf("charge").find(String(req.params.charge));
      if (!charge) return goneFrom(res, "There is no such payment");
      const page = `/stripe/customers/${idOf(charge.customer) ?? ""}`;
      try {
        books.atomically(() => work(charge.id, readFields(req.body)));
        res.redirect(303, `${page}?done=${done}`);
      } catch (error) {
        refused(res, page, error);
      }
    };

  const refund = about("refund", (charge, { amount }) => {
    const { currency } = books.shelf("charge").get(charge);
    const part = amount ? minorUnits(amount, currency) : undefined;
    if (amount && !part) throw new StripeRefusal(400, { type: "invalid_request_error", message: REFUSED.amount ?? "" });
    createRefund(books, { charge, ...(part && { amount: part }) });
  });
  const dispute = about("dispute", (charge, { kind }) => void openDispute(books, charge, { inquiry: kind === "inquiry" }));
  const close = about("closed", (_charge, { dispute = "", as }) => void closeDispute(books, dispute, as === "won" ? "won" : "lost"));

  const at = "/stripe/charges/:charge";
  return express.Router().post(`${at}/refund`, refund).post(`${at}/dispute`, dispute).post(`${at}/dispute/close`, close);
}

function refused(res: Response, page: string, error: unknown): void {
  if (!(error instanceof StripeRefusal)) throw error;
  res.redirect(303, `${page}?${new URLSearchParams({ refused: error.message }).toString()}`);
}

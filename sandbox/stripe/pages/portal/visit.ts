import type { Request, RequestHandler, Response } from "express";
import type Stripe from "stripe";

import { html, nothing, sendPage, type Html } from "../../../page";
import { idOf, type Books } from "../../books";
import type { StripePages } from "../../pages-input";
import { goneFrom } from "../gone";
import { webLink } from "../links";
import { plansOf, type Plan } from "./plan";

/** Somebody in the portal. */
export interface Visit {
  session: Stripe.BillingPortal.Session;
  features: Stripe.BillingPortal.Configuration["features"];
  plans: readonly Plan[];
  /** Where this visit's pages begin. */
  path: string;
  /** Where "Back to Etude" leads. */
  backTo: string | null;
  /** The one thing the visit is for, until that is done. */
  flow: Stripe.BillingPortal.Session.Flow | null;
}

export type Work = (visit: Visit, req: Request, res: Response) => void;

const doneNote = (session: Stripe.BillingPortal.Session): string => `page:flow-done:${session.id}`;

/** Finds the visit that a portal's address belongs to. */
export const visiting =
  ({ books, settings, catchUp }: StripePages) =>
  (work: Work): RequestHandler =>
  (req, res) => {
    catchUp();
    const session = books.shelf("billing_portal.session").find(String(req.params.session));
    if (!session) return goneFrom(res, "There is no such portal");
    work(visitOf(books, session, settings.webUrl), req, res);
  };

function visitOf(books: Books, session: Stripe.BillingPortal.Session, webUrl: string): Visit {
  const { features } = books.shelf("billing_portal.configuration").get(idOf(session.configuration) ?? "");
  const flow = session.flow && !books.note(doneNote(session)) ? session.flow : null;
  return { session, features, flow, plans: plansOf(books, session.customer), path: `/p/session/${session.id}`, backTo: webLink(session.return_url ?? webUrl) };
}

/** After something was done: a flow leads where its caller wanted, everything else back to the portal's first page. */
export function leave(res: Response, books: Books, { session, flow, path, backTo }: Visit, done: string): void {
  if (!flow) return res.redirect(303, `${path}?done=${done}`);
  books.setNote(doneNote(session), true);
  const { type, redirect, hosted_confirmation } = flow.after_completion;
  const link = type === "redirect" ? webLink(redirect?.return_url) : null;
  if (link) return res.redirect(303, link);
  if (type !== "hosted_confirmation") return res.redirect(303, `${path}?done=${done}`);
  const content = html`<div class="plain-page"><h1>That is done</h1><p>${hosted_confirmation?.custom_message ?? "You can close this page."}</p>${backTo ? html`<p><a class="button" href="${backTo}">Back to Etude</a></p>` : nothing}</div>`;
  sendPage(res, { title: "Done", content });
}

/** Sends one of the portal's pages. Its forms may lead to where the flow ends. */
export function sendVisit(res: Response, { flow }: Visit, title: string, content: Html): void {
  sendPage(res, { title, content, leadsTo: [flow?.after_completion.redirect?.return_url ?? null] });
}

/** A page about one thing leads back to the portal's first page; within a flow to the caller, since there is no first page. */
export function wayBack({ flow, path, backTo }: Visit): Html {
  if (!flow) return html`<p><a class="back" href="${path}">Back to your plan</a></p>`;
  return backTo ? html`<p><a class="back" href="${backTo}">Back to Etude</a></p>` : nothing;
}

/** The plan that a page is about: the one named, else the only one. */
export function planIn({ plans, flow }: Visit, id: string | undefined): Plan | undefined {
  const { subscription_cancel, subscription_update, subscription_update_confirm } = flow ?? {};
  const named = id ?? [subscription_cancel, subscription_update, subscription_update_confirm].find(Boolean)?.subscription;
  return named ? plans.find(({ subscription }) => subscription.id === named) : plans[0];
}

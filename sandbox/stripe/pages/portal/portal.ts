import express, { type Router } from "express";

import type { StripePages } from "../../pages-input";
import { readFields } from "../fields";
import { askCancel, cancel, resume } from "./cancel";
import { answerBank, askBank, askCard, changeCard } from "./card";
import { askChange, changePrice, choosePrice } from "./change";
import { homePage } from "./home";
import { sendVisit, visiting, type Work } from "./visit";

/** Where each kind of flow begins. */
const FLOWS: Readonly<Record<string, string>> = {
  payment_method_update: "/card",
  subscription_cancel: "/cancel",
  subscription_update: "/change",
  subscription_update_confirm: "/change/confirm",
};

/** Stripe's customer portal at `/p/session/:session`. */
export function portalRoutes(input: StripePages): Router {
  const { books } = input;
  const visit = visiting(input);
  const home: Work = (visit, req, res) => {
    const start = visit.flow && FLOWS[visit.flow.type];
    if (start) return res.redirect(303, `${visit.path}${start}`);
    sendVisit(res, visit, "Your plan and payments", homePage(books, visit, readFields(req.query).done));
  };
  const at = "/p/session/:session";
  return express
    .Router()
    .get(at, visit(home))
    .get(`${at}/card`, visit(askCard))
    .post(`${at}/card`, visit(changeCard(books)))
    .get(`${at}/card/authenticate`, visit(askBank(books)))
    .post(`${at}/card/authenticate`, visit(answerBank(books)))
    .get(`${at}/cancel`, visit(askCancel))
    .post(`${at}/cancel`, visit(cancel(books)))
    .post(`${at}/resume`, visit(resume(books)))
    .get(`${at}/change`, visit(choosePrice(books)))
    .get(`${at}/change/confirm`, visit(askChange(books)))
    .post(`${at}/change/confirm`, visit(changePrice(books)));
}

import express, { type RequestHandler, type Router } from "express";

import type { StripePages } from "../pages-input";
import { checkoutRoutes } from "./checkout/checkout";
import { deskRoutes } from "./desk/desk";
import { invoiceRoutes } from "./invoice/invoices";
import { portalRoutes } from "./portal/portal";

/** Another site must not press a buyer's or a developer's buttons; browsers say where a form was. */
const ownFormsOnly: RequestHandler = (req, res, next) => {
  if (req.method === "GET" || !["cross-site", "same-site"].includes(req.get("sec-fetch-site") ?? "")) return next();
  res.status(403).type("text").send("This form was sent from another site.");
};

/** What Stripe shows to people: the hosted pages of its customers, and the desk of its developers. Plain forms, no scripts. */
export const pages = (input: StripePages): Router =>
  express.Router().use(ownFormsOnly, express.urlencoded({ extended: false, limit: "20kb" }), checkoutRoutes(input), invoiceRoutes(input), portalRoutes(input), deskRoutes(input));

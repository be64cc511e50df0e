import express, { type ErrorRequestHandler, type Express, type RequestHandler } from "express";

import { createFaults } from "./faults";
import { openMailbox } from "./mail/mailbox";
import { mailboxPages } from "./mail/mailbox-pages";
import { sendGridApi } from "./mail/sendgrid-api";
import { STYLES } from "./page";
import type { Settings } from "./settings";
import { createStripe, type Stripe } from "./stripe/create-stripe";

export interface Sandbox {
  app: Express;
  stripe: Stripe;
  /** Ends what goes on by itself: renewals, deliveries. */
  stop(): Promise<void>;
}

export interface SandboxOptions extends Omit<Settings, "host" | "port"> {
  /** The wall clock. */
  now?: () => Date;
}

/** The peers that Etude talks to, on this machine: each vendor in a folder of its own, speaking that vendor's own HTTP. */
export function createSandbox({ dataDir, now = () => new Date(), ...settings }: SandboxOptions): Sandbox {
  const mailbox = openMailbox(dataDir);
  const faults = createFaults();
  const stripe = createStripe({ dataDir, settings, wall: now, fault: faults.next("stripe") });
  const app = express().disable("x-powered-by");

  app.use(onlyForThisMachine);
  app.get("/healthz", (_req, res) => void res.json({ status: "ok" }));
  app.get("/", (_req, res) => res.redirect("/mail"));
  app.get("/sandbox.css", (_req, res) => void res.type("css").send(STYLES));
  app.use("/sandbox/faults", faults.switchboard);
  app.use("/v3", sendGridApi({ mailbox, fault: faults.next("sendgrid") }));
  app.use(stripe.router);
  app.use(mailboxPages(mailbox));
  app.use((_req, res) => void res.status(404).json({ error: "There is nothing at this address." }));
  app.use(failed);
  return { app, stripe, stop: () => stripe.stop() };
}

const LOOPBACK_NAME = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/** A web site that gives its own name the address 127.0.0.1 (DNS rebinding) would else read the mails from a browser here. */
const onlyForThisMachine: RequestHandler = (req, res, next) => {
  if (LOOPBACK_NAME.test(req.headers.host ?? "")) return next();
  res.status(403).json({ error: "The sandbox answers to localhost only." });
};

const failed: ErrorRequestHandler = (error: { status?: number; message?: string }, _req, res, next) => {
  if (res.headersSent) return next(error);
  const status = error.status ?? 500;
  if (status >= 500) console.error(error);
  res.status(status).json({ error: status >= 500 ? "The sandbox failed." : String(error.message) });
};

import { randomBytes } from "node:crypto";
import express, { type ErrorRequestHandler, type RequestHandler, type Response, type Router } from "express";

import type { FaultMode, NextFault } from "../faults";
import type { Mail, Mailbox } from "./mailbox";
import { complaintsAbout, type MailSendBody, type SendGridError } from "./sendgrid-body";

/** SendGrid's own limit for a message with its attachments. */
const LARGEST = "30mb";

/** SendGrid's v3 API as far as Etude uses it: `POST /mail/send`, which puts the mail into the mailbox. */
export function sendGridApi({ mailbox, fault }: { mailbox: Mailbox; fault: NextFault }): Router {
  const send: RequestHandler = (req, res) => {
    const mode = fault();
    if (mode !== "none" && mode !== "lost") return FAILURES[mode](res);
    const complaints = complaintsAbout(req.body);
    if (complaints.length > 0) return refuse(res, 400, complaints);
    const body = req.body as MailSendBody;
    if (body.mail_settings?.sandbox_mode?.enable) return void res.status(200).end();
    mailbox.add(mailsOf(body));
    if (mode === "lost") return void res.destroy();
    res.status(202).set("X-Message-Id", randomBytes(16).toString("base64url")).end();
  };
  return express.Router().post("/mail/send", onlyWithKey, onlyJson, express.json({ limit: LARGEST }), send).use(unreadable);
}

const refuse = (res: Response, status: number, errors: SendGridError[]) => void res.status(status).json({ errors });
const refuseWith = (res: Response, status: number, message: string, field: string | null = null) => refuse(res, status, [{ message, field, help: null }]);

const onlyWithKey: RequestHandler = (req, res, next) => {
  if (/^Bearer \S+$/.test(req.headers.authorization ?? "")) return next();
  refuseWith(res, 401, "Permission denied, wrong credentials");
};

const onlyJson: RequestHandler = (req, res, next) => {
  if (req.is("application/json")) return next();
  refuseWith(res, 415, "Content-Type should be application/json.");
};

const unreadable: ErrorRequestHandler = (error: { status?: number }, _req, res, next) => {
  if (error.status === 413) return refuseWith(res, 413, "Request Entity Too Large");
  if (error.status && error.status < 500) return refuseWith(res, 400, "Bad Request");
  next(error);
};

const FAILURES: Record<Exclude<FaultMode, "none" | "lost">, (res: Response) => void> = {
  "500": (res) => refuseWith(res, 500, "Internal Server Error"),
  "403": (res) => refuseWith(res, 403, "The from address does not match a verified Sender Identity. Mail cannot be sent until this error is resolved.", "from"),
  "429": (res) => {
    res.set({ "X-RateLimit-Limit": "600", "X-RateLimit-Remaining": "0", "X-RateLimit-Reset": String(Math.ceil(Date.now() / 1000) + 1) });
    refuseWith(res, 429, "too many requests");
  },
  html: (res) => void res.status(200).type("html").send("<!doctype html><title>Welcome</title><p>Please accept the terms of this network.</p>"),
  hang: () => undefined,
  reset: (res) => void res.destroy(),
};

/** One mail for each address it goes to. */
function mailsOf({ personalizations, from, subject = "", content }: MailSendBody): Omit<Mail, "id" | "sentAt">[] {
  const part = (type: string) => content.find((block) => block.type === type)?.value ?? "";
  const sender = from.name ? `${from.name} <${from.email}>` : from.email;
  return personalizations.flatMap((personalization) =>
    [...personalization.to, ...(personalization.cc ?? []), ...(personalization.bcc ?? [])].map(({ email }) => ({
      to: email,
      from: sender,
      subject: personalization.subject ?? subject,
      text: part("text/plain"),
      html: part("text/html"),
    })),
  );
}

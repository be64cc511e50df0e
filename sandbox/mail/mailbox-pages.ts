import express, { type RequestHandler, type Router } from "express";

import { html, nothing, sendPage, type Html } from "../page";
import type { Mail, Mailbox } from "./mailbox";

const PER_PAGE = 50;

/** What a script may read of a mail. */
const asJson = ({ to, subject, text, html, sentAt }: Mail) => ({ to, subject, text, html, sentAt });

const wordOf = (value: unknown) => (typeof value === "string" ? value.trim() : "");

/** An address in a query. A plus sign that nobody encoded arrives as a space, which no address holds. */
const addressOf = (value: unknown) => wordOf(value).replace(/ /g, "+");

/** The mailbox: for people at `/mail`, for scripts at `/mail.json`, both for one address with `?to=`. */
export function mailboxPages(mailbox: Mailbox): Router {
  const json: RequestHandler = (req, res) => void res.set("Cache-Control", "no-store").json(mailbox.list(addressOf(req.query.to)).map(asJson));

  const list: RequestHandler = (req, res) => {
    const to = addressOf(req.query.to);
    const page = Math.max(1, Math.trunc(Number(req.query.page)) || 1);
    sendPage(res, { place: "mail", title: to ? `Mail to ${to}` : "Mail", content: listPage({ mails: mailbox.list(to), to, page }) });
  };

  const one: RequestHandler = (req, res) => {
    const mail = mailbox.find(wordOf(req.params.id));
    if (!mail) return sendPage(res, { place: "mail", status: 404, title: "No such mail", content: gone });
    sendPage(res, { place: "mail", title: mail.subject, content: mailPage(mail) });
  };

  const body: RequestHandler = (req, res) => {
    const mail = mailbox.find(wordOf(req.params.id));
    if (!mail) return void res.sendStatus(404);
    res.set({ "Content-Security-Policy": BODY_POLICY, "Referrer-Policy": "no-referrer", "X-Content-Type-Options": "nosniff", "Cache-Control": "no-store" });
    res.type("html").send(`${mail.html}<base target="_blank">`);
  };

  return express.Router().get("/mail.json", json).get("/mail", list).get("/mail/:id", one).get("/mail/:id/body", body);
}

/** A mail's HTML is a stranger's: it may show itself and open links in a new tab, and nothing else. */
const BODY_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

const gone = html`<h1>No such mail</h1><p>The mailbox keeps the last 1,000 mails; this one is not among them.</p><p><a href="/mail">All mail</a></p>`;

interface Listing {
  mails: readonly Mail[];
  to: string;
  page: number;
}

function listPage({ mails, to, page }: Listing): Html {
  const shown = mails.slice((page - 1) * PER_PAGE, page * PER_PAGE);
  return html`<h1>${to ? `Mail to ${to}` : "Mail"}</h1>
<p class="muted">Every mail that Etude sends on this machine ends here, and nowhere else. Newest first.</p>
<form action="/mail" method="get">
<label>To the address<input type="email" name="to" value="${to}" placeholder="learner@etude.test" autocomplete="off" spellcheck="false"></label>
<button type="submit">Show</button>
</form>
${shown.length > 0 ? html`<ul class="mails">${shown.map(row)}</ul>` : emptyList(to)}
${pageLinks({ mails, to, page })}`;
}

const row = (mail: Mail) => html`<li><a href="/mail/${mail.id}"><strong>${mail.subject}</strong><span class="muted">${mail.to}</span>${timeOf(mail)}</a></li>`;

const emptyList = (to: string) =>
  to
    ? html`<div class="empty"><p>Nothing has come for ${to}.</p><p><a href="/mail">Show all mail</a></p></div>`
    : html`<div class="empty"><p>No mail yet.</p><p class="muted">Sign up in the web app, and the first one arrives here a moment later. Reload to see it.</p></div>`;

function pageLinks({ mails, to, page }: Listing): Html {
  const address = (number: number) => `/mail?${new URLSearchParams({ ...(to && { to }), page: String(number) }).toString()}`;
  const newer = page > 1 ? html`<a href="${address(page - 1)}" rel="prev">Newer</a>` : html`<span></span>`;
  const older = mails.length > page * PER_PAGE ? html`<a href="${address(page + 1)}" rel="next">Older</a>` : html`<span></span>`;
  return mails.length > PER_PAGE ? html`<nav class="pages" aria-label="Pages">${newer}${older}</nav>` : nothing;
}

function mailPage(mail: Mail): Html {
  const links = linksIn(mail);
  return html`<p><a class="back" href="/mail?${new URLSearchParams({ to: mail.to }).toString()}">All mail to ${mail.to}</a></p>
<h1>${mail.subject}</h1>
<dl><dt>To</dt><dd>${mail.to}</dd><dt>From</dt><dd>${mail.from}</dd><dt>Sent</dt><dd>${timeOf(mail)}</dd></dl>
${links.length > 0 ? html`<h2>Links</h2><ul class="links">${links.map((link) => html`<li><a href="${link}" rel="noreferrer">${link}</a></li>`)}</ul>` : nothing}
${mail.html ? html`<h2>As it looks</h2><iframe title="The mail as it looks" src="/mail/${mail.id}/body" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>` : nothing}
${mail.text ? html`<h2>As plain text</h2><pre tabindex="0">${mail.text}</pre>` : nothing}`;
}

const TIME = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "medium" });

const timeOf = ({ sentAt }: Mail) => html`<time datetime="${sentAt}">${TIME.format(new Date(sentAt))}</time>`;

/** The addresses a mail leads to, once each; only of the web, so that none of them can run anything here. */
function linksIn({ text, html }: Mail): string[] {
  const found = (text || html.replaceAll("&amp;", "&")).match(/https?:\/\/[^\s<>"')\]]+/g) ?? [];
  return [...new Set(found.map((link) => link.replace(/[.,;:!?]+$/, "")))];
}

import type { Response } from "express";

export { STYLES } from "./styles";

/** HTML that is safe as it stands. Everything else is escaped by `html`. */
export class Html {
  constructor(readonly text: string) {}
}

type Piece = string | number | Html | readonly Html[];

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

const asHtml = (piece: Piece): string => {
  if (piece instanceof Html) return piece.text;
  if (Array.isArray(piece)) return piece.map((one: Html) => one.text).join("");
  return String(piece).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
};

/** Template tag: what is put in is escaped, unless it is Html itself. */
export const html = (strings: TemplateStringsArray, ...pieces: Piece[]): Html => new Html(String.raw({ raw: strings }, ...pieces.map(asHtml)));

export const nothing = new Html("");

/** The sandbox's places for developers, in the order of the navigation. */
const PLACES = { mail: "Mail", stripe: "Stripe" } as const;
type Place = keyof typeof PLACES;

export interface Page {
  title: string;
  content: Html;
  status?: number;
  /** The place that the page belongs to. Without one it is a page that customers see, and leads to none of them. */
  place?: Place;
  /** Addresses of the web to which the answer to one of the page's forms may redirect. Chrome holds redirects, too, to the policy for forms. */
  leadsTo?: readonly (string | null)[];
}

/** Sends a page of the sandbox. Pages need no script, load nothing from elsewhere, and leave no trace of a link's secret. */
export function sendPage(res: Response, { title, content, status = 200, place, leadsTo = [] }: Page): void {
  res.status(status).set({
    "Content-Security-Policy": policyFor(leadsTo),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
  });
  res.type("html").send(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Etude sandbox</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/sandbox.css">
</head>
<body>
<a class="unseen" href="#content">To the content</a>
${place ? navigation(place) : html`<header><span class="home">Etude</span><span class="tag">sandbox: no money moves</span></header>`}
<main id="content">${content}</main>
</body>
</html>`.text);
}

function navigation(here: Place): Html {
  const link = ([place, name]: [string, string]) => html`<a href="/${place}"${place === here ? html` aria-current="page"` : nothing}>${name}</a>`;
  return html`<header><a class="home" href="/${here}">Etude</a><span class="tag">sandbox</span><nav aria-label="Sandbox">${Object.entries(PLACES).map(link)}</nav></header>`;
}

const policyFor = (leadsTo: readonly (string | null)[]): string =>
  `default-src 'none'; style-src 'self'; img-src 'self' data:; frame-src 'self'; form-action ${["'self'", ...new Set(leadsTo.flatMap(originOf))].join(" ")}; base-uri 'none'; frame-ancestors 'none'`;

/** What may stand in a policy: a host's name may hold characters that end a directive. */
const PLAIN_ORIGIN = /^https?:\/\/(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])(?::\d+)?$/;

function originOf(address: string | null): string[] {
  const origin = address && URL.canParse(address) ? new URL(address).origin : "";
  return PLAIN_ORIGIN.test(origin) ? [origin] : [];
}

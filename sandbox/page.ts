import type { Response } from "express";

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

const POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Sends a page of the sandbox. Pages need no script, load nothing from elsewhere, and leave no trace of a link's secret. */
export function sendPage(res: Response, { title, content, status = 200 }: { title: string; content: Html; status?: number }): void {
  res.status(status).set({
    "Content-Security-Policy": POLICY,
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
<header><a class="home" href="/mail">Etude</a><span class="tag">sandbox</span></header>
<main>${content}</main>
</body>
</html>`.text);
}

/** One look for every page of the sandbox: the product's ink on paper, in fonts that are already there. */
export const STYLES = `
:root {
  color-scheme: light dark;
  --surface: light-dark(#fbf8f2, #171614); --raised: light-dark(#fffdfa, #201e1b); --text: light-dark(#1d1b18, #f1ece2);
  --muted: light-dark(#4f4940, #c2baad); --line: light-dark(#ddd5c6, #3a362f); --edge: light-dark(#7d7363, #91897b);
  --staff: light-dark(#b9ae9b, #5d564b); --accent: light-dark(#1d466f, #a9cbee); --on-accent: light-dark(#fff, #0d1f33); --soft: light-dark(#e4ecf4, #22303f);
  --heading: Georgia, "Iowan Old Style", serif;
}
*, *::before, *::after { box-sizing: border-box; }
body { margin: 0; background: var(--surface); color: var(--text); font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", sans-serif; overflow-wrap: anywhere; }
a { color: var(--accent); text-underline-offset: 0.2em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
header, main { max-inline-size: 52rem; margin-inline: auto; padding-inline: 1rem; }
header { display: flex; align-items: center; gap: 0.75rem; padding-block: 0.75rem; }
.home { display: inline-flex; align-items: center; min-block-size: 2.75rem; color: var(--text); font: 600 1.25rem/1 var(--heading); text-decoration: none; }
.tag { padding: 0.1rem 0.6rem; border: 1px solid var(--edge); border-radius: 1rem; color: var(--muted); font-size: 0.875rem; }
main { padding-block: 0.5rem 4rem; }
main::before { content: ""; display: block; block-size: 25px; margin-block-end: 2rem; background: repeating-linear-gradient(var(--staff) 0 1px, transparent 1px 6px); }
h1 { margin: 0 0 0.5rem; font: 600 clamp(1.6rem, 1.4rem + 1vw, 2.1rem)/1.2 var(--heading); text-wrap: balance; }
h2 { margin: 2.5rem 0 0.75rem; font: 600 1.3rem/1.3 var(--heading); }
p { margin: 0 0 1rem; max-inline-size: 65ch; }
.muted, dt, time { color: var(--muted); }
form { display: flex; flex-wrap: wrap; align-items: end; gap: 0.75rem; margin-block: 1.5rem; }
label { flex: 1 1 15rem; color: var(--muted); font-size: 0.9375rem; }
input { display: block; inline-size: 100%; min-block-size: 2.875rem; margin-block-start: 0.25rem; padding: 0.5rem 0.75rem; border: 1px solid var(--edge); border-radius: 10px; background: var(--raised); color: var(--text); font: inherit; font-size: 1.0625rem; }
button { min-block-size: 2.875rem; padding: 0.5rem 1.5rem; border: 0; border-radius: 10px; background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 600; cursor: pointer; }
.mails { margin: 0; padding: 0; list-style: none; border-block-start: 1px solid var(--line); }
.mails a { display: grid; gap: 0 1rem; padding: 0.85rem 0.5rem; border-block-end: 1px solid var(--line); color: var(--text); text-decoration: none; }
.mails a:hover { background: var(--soft); }
.mails strong { font-weight: 600; }
.mails .muted, .mails time { font-size: 0.9375rem; }
.pages { display: flex; justify-content: space-between; gap: 1rem; margin-block-start: 1rem; }
.pages a, .back { display: inline-flex; align-items: center; min-block-size: 2.75rem; }
.empty { padding: 2.5rem 1.25rem; border: 1px dashed var(--edge); border-radius: 16px; text-align: center; }
.empty p { margin-inline: auto; }
.empty p:last-child { margin-block-end: 0; }
dl { display: grid; grid-template-columns: auto 1fr; gap: 0.15rem 1rem; margin: 0 0 1.5rem; font-size: 0.9375rem; }
dd { margin: 0; }
.links { margin: 0; padding: 0; list-style: none; }
.links a { display: flex; align-items: center; min-block-size: 2.75rem; padding-block: 0.25rem; }
iframe { display: block; inline-size: 100%; block-size: min(46rem, 80vh); border: 1px solid var(--line); border-radius: 16px; background: var(--raised); }
pre { margin: 0; padding: 1.25rem; border: 1px solid var(--line); border-radius: 16px; background: var(--raised); font: 0.9375rem/1.6 ui-monospace, "SF Mono", Menlo, Consolas, monospace; white-space: pre-wrap; }
@media (min-width: 40rem) { .mails a { grid-template-columns: 1fr auto; } .mails time { text-align: end; } .mails strong { grid-column: 1; } .mails .muted { grid-column: 1; grid-row: 2; } .mails time { grid-column: 2; grid-row: 1; } }
`;

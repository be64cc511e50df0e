/** One look for every page of the sandbox: the product's ink on paper, in fonts that are already there. */
export const STYLES = `
:root {
  color-scheme: light dark;
  --surface: light-dark(#fbf8f2, #171614); --raised: light-dark(#fffdfa, #201e1b); --text: light-dark(#1d1b18, #f1ece2);
  --muted: light-dark(#4f4940, #c2baad); --line: light-dark(#ddd5c6, #3a362f); --edge: light-dark(#7d7363, #91897b);
  --staff: light-dark(#b9ae9b, #5d564b); --accent: light-dark(#1d466f, #a9cbee); --on-accent: light-dark(#fff, #0d1f33); --soft: light-dark(#e4ecf4, #22303f);
  --right: light-dark(#14552f, #97d9ac); --right-soft: light-dark(#e1f0e5, #1c3325); --wrong: light-dark(#8c2317, #f6b0a3); --wrong-soft: light-dark(#fae7e2, #40231d);
  --heading: Georgia, "Iowan Old Style", serif; --touch: 2.875rem;
}
*, *::before, *::after { box-sizing: border-box; }
body { margin: 0; background: var(--surface); color: var(--text); font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", sans-serif; overflow-wrap: anywhere; }
a { color: var(--accent); text-underline-offset: 0.2em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
.unseen:not(:focus) { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
header, main { max-inline-size: 60rem; margin-inline: auto; padding-inline: 1rem; }
header { display: flex; flex-wrap: wrap; align-items: center; gap: 0 0.75rem; padding-block: 0.75rem; }
header nav { display: flex; gap: 1.25rem; margin-inline-start: auto; }
header nav a { display: inline-flex; align-items: center; min-block-size: var(--touch); color: var(--muted); text-decoration: none; }
header nav a:hover { text-decoration: underline; }
header nav a[aria-current] { color: var(--text); font-weight: 600; text-decoration: underline 2px var(--accent); text-underline-offset: 0.4em; }
.home { display: inline-flex; align-items: center; min-block-size: var(--touch); color: var(--text); font: 600 1.25rem/1 var(--heading); text-decoration: none; }
.tag { padding: 0.1rem 0.6rem; border: 1px solid var(--edge); border-radius: 1rem; color: var(--muted); font-size: 0.875rem; }
main { padding-block: 0.5rem 4rem; }
main::before { content: ""; display: block; block-size: 25px; margin-block-end: 2rem; background: repeating-linear-gradient(var(--staff) 0 1px, transparent 1px 6px); }
h1 { margin: 0 0 0.5rem; font: 600 clamp(1.6rem, 1.4rem + 1vw, 2.1rem)/1.2 var(--heading); text-wrap: balance; }
h2 { margin: 2.5rem 0 0.75rem; font: 600 1.3rem/1.3 var(--heading); text-wrap: balance; }
h3 { margin: 1.5rem 0 0.5rem; font: 600 1.0625rem/1.4 inherit; }
p { margin: 0 0 1rem; max-inline-size: 65ch; text-wrap: pretty; }
.muted, dt, time { color: var(--muted); }
form { display: flex; flex-wrap: wrap; align-items: end; gap: 0.75rem; margin-block: 1.5rem; }
label { flex: 1 1 15rem; color: var(--muted); font-size: 0.9375rem; }
input, select, textarea { display: block; inline-size: 100%; min-block-size: var(--touch); margin-block-start: 0.25rem; padding: 0.5rem 0.75rem; border: 1px solid var(--edge); border-radius: 10px; background: var(--raised); color: var(--text); font: inherit; font-size: 1.0625rem; }
button, .button { display: inline-flex; align-items: center; justify-content: center; min-block-size: var(--touch); padding: 0.5rem 1.5rem; border: 1px solid transparent; border-radius: 10px; background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 600; text-align: center; text-decoration: none; cursor: pointer; }
button:hover, .button:hover { filter: brightness(1.12); }
button.plain, .button.plain { border-color: var(--edge); background: var(--raised); color: var(--text); }
button.plain:hover, .button.plain:hover { border-color: var(--accent); filter: none; }
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
/* Hosted pages: forms that stand, sums, boxes. */
.form { display: grid; gap: 1.1rem; align-items: stretch; margin-block: 1rem 1.5rem; }
.plain-page { max-inline-size: 32rem; }
.invoice { max-inline-size: 42rem; }
.field { min-inline-size: 0; }
.field label { display: block; }
.field textarea { min-block-size: 5rem; resize: vertical; }
[aria-invalid="true"] { border-color: var(--wrong); border-width: 2px; }
.problem, .hint { margin: 0.35rem 0 0; font-size: 0.9375rem; }
.problem { color: var(--wrong); font-weight: 500; }
.hint { color: var(--muted); }
span.hint, .block { display: block; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(10rem, 100%), 1fr)); gap: 1.1rem; margin-block-start: 1.1rem; }
fieldset { min-inline-size: 0; margin: 0; padding: 0; border: 0; }
legend { padding: 0; margin-block-end: 0.35rem; color: var(--muted); font-size: 0.9375rem; }
.radio { display: flex; align-items: center; gap: 0.75rem; min-block-size: var(--touch); padding: 0.25rem 0.75rem; border: 1px solid var(--edge); color: var(--text); font-size: 1rem; cursor: pointer; }
.radio + .radio { border-block-start: 0; }
.radio:first-of-type { border-start-start-radius: 10px; border-start-end-radius: 10px; }
.radio:last-of-type { border-end-start-radius: 10px; border-end-end-radius: 10px; }
.radio:has(:checked) { background: var(--soft); }
.radio input { flex: none; inline-size: 1.25rem; min-block-size: 1.25rem; margin: 0; accent-color: var(--accent); }
form:has([value^="debit"]:checked) .by-card { display: none; }
.notice { padding: 0.85rem 1rem; border-inline-start: 4px solid; border-radius: 4px 10px 10px 4px; }
.notice p { margin: 0; }
.notice.wrong { border-color: var(--wrong); background: var(--wrong-soft); }
.notice.right { border-color: var(--right); background: var(--right-soft); margin-block-end: 1rem; }
.chip { display: inline-block; padding: 0.05rem 0.6rem; border-radius: 1rem; background: var(--soft); color: var(--text); font: 500 0.875rem/1.6 system-ui, sans-serif; white-space: nowrap; }
.chip.right { background: var(--right-soft); color: var(--right); }
.chip.wrong { background: var(--wrong-soft); color: var(--wrong); }
.amount { margin: 0; font: 600 clamp(2.2rem, 1.8rem + 2vw, 3rem)/1.2 var(--heading); font-variant-numeric: lining-nums; }
.amount span { font-size: 1.25rem; font-weight: 400; }
.lines { margin: 1.5rem 0 0; padding: 0; list-style: none; border-block-start: 1px solid var(--line); }
.lines li { display: flex; justify-content: space-between; gap: 1rem; padding-block: 0.75rem; border-block-end: 1px solid var(--line); }
.lines li > :last-child, .sums dd { white-space: nowrap; font-variant-numeric: tabular-nums; }
.sums { grid-template-columns: 1fr auto; gap: 0.35rem 1rem; margin-block: 0.75rem 1.5rem; font-size: 1rem; }
.sums dd { text-align: end; }
.sums .total { padding-block-start: 0.5rem; color: var(--text); font-weight: 600; }
.known { margin: 0; font-size: 1rem; }
.cards { font-variant-numeric: tabular-nums; }
.cards dt { color: var(--text); white-space: nowrap; }
.hint-box { padding: 0 1rem; border: 1px solid var(--line); border-radius: 10px; font-size: 0.9375rem; }
.hint-box summary { display: flex; align-items: center; min-block-size: var(--touch); color: var(--accent); cursor: pointer; }
.hint-box summary::after { content: "+"; margin-inline-start: auto; font-size: 1.25rem; }
.hint-box[open] summary::after { content: "−"; }
.box { margin-block: 0 1rem; padding: 1.1rem 1.25rem; border: 1px solid var(--line); border-radius: 16px; background: var(--raised); }
.box > :is(h2, h3) { margin-block: 0 0.35rem; }
.box p { margin-block-end: 0.35rem; }
.rate { font-size: 1.15rem; }
.actions { display: flex; flex-wrap: wrap; align-items: end; gap: 0.75rem; margin-block-start: 0.85rem; }
.actions form { margin: 0; }
.actions .field { flex: 1 1 14rem; }
.rows { margin: 0; padding: 0; list-style: none; border-block-start: 1px solid var(--line); }
.rows li { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 1rem; padding: 0.65rem 0.25rem; border-block-end: 1px solid var(--line); }
.rows li > :first-child { flex: 1 1 12rem; min-inline-size: 0; }
.rows form { margin: 0; }
.rows li > :nth-child(2) { min-inline-size: 8rem; text-align: end; }
.go { display: flex; justify-content: end; gap: 1.25rem; min-inline-size: 6.5rem; }
.go a, .rows li > :first-child > a { display: inline-flex; align-items: center; min-block-size: 2.75rem; }
code { font: 0.9375em ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
@media (min-width: 52rem) { .checkout { display: grid; grid-template-columns: 1fr 1fr; gap: 4rem; align-items: start; } .checkout h2 { margin-block-start: 0.5rem; } }
@media (max-width: 26rem) { .form button, .actions, .actions > *, .actions :is(form, button) { inline-size: 100%; } .cards { grid-template-columns: 1fr; gap: 0; } .cards dd { margin-block-end: 0.5rem; } }
`;

/** A mail as it goes out: the same words as plain text and as HTML. */
export interface Email {
  subject: string;
  text: string;
  html: string;
}

export interface Letter {
  subject: string;
  heading: string;
  /** Paragraphs, what to press, and facts, in the order in which they are read. All plain text: it is escaped here. */
  body: readonly (string | Action | Facts)[];
  /** Why the reader gets this. */
  because: string;
}

interface Action {
  label: string;
  href: string;
  /** A plain link, for what is not the point of the letter. */
  quiet?: true;
}

interface Facts {
  facts: readonly (readonly [name: string, value: string])[];
}

const LIGHT = { surface: "#fbf8f2", raised: "#fffdfa", text: "#1d1b18", muted: "#4f4940", line: "#ddd5c6", staff: "#b9ae9b", accent: "#1d466f", onAccent: "#ffffff" };
const DARK = { surface: "#171614", raised: "#201e1b", text: "#f1ece2", muted: "#c2baad", line: "#3a362f", staff: "#5d564b", accent: "#a9cbee", onAccent: "#0d1f33" };

const HEADING_FONT = "Georgia,'Iowan Old Style','Times New Roman',serif";
const TEXT_FONT = "system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

/** Inline styles carry the light look, which every client shows; those that know dark mode get it from here. */
const DARK_STYLES = `:root{color-scheme:light dark}@media (prefers-color-scheme:dark){
.surface{background:${DARK.surface}!important}.raised{background:${DARK.raised}!important;border-color:${DARK.line}!important}
.text{color:${DARK.text}!important}.muted{color:${DARK.muted}!important}.link{color:${DARK.accent}!important}
.staff{border-color:${DARK.staff}!important}.button{background:${DARK.accent}!important;color:${DARK.onAccent}!important}}`;

/** Sets a letter as a mail. */
export function setLetter(letter: Letter): Email {
  return { subject: letter.subject, text: asText(letter), html: asHtml(letter) };
}

function asText({ heading, body, because }: Letter): string {
  const blocks = body.map((block) => {
    if (typeof block === "string") return block;
    if ("href" in block) return `${block.label}:\n${block.href}`;
    return block.facts.map(([name, value]) => `${name}: ${value}`).join("\n");
  });
  return [heading, ...blocks, "Etude", `-- \n${because}`].join("\n\n") + "\n";
}

function asHtml({ subject, heading, body, because }: Letter): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(subject)}</title>
<style>${DARK_STYLES}</style>
</head>
<body class="surface" style="margin:0;padding:0;background:${LIGHT.surface}">
<div class="surface" style="background:${LIGHT.surface};padding:24px 12px">
<main style="display:block;max-width:600px;margin:0 auto;font:16px/1.6 ${TEXT_FONT};color:${LIGHT.text}">
<div class="raised" style="background:${LIGHT.raised};border:1px solid ${LIGHT.line};border-radius:12px;padding:28px 24px 20px">
<p class="text" style="margin:0 0 10px;font:600 20px/1 ${HEADING_FONT};color:${LIGHT.text}">Etude</p>
${STAFF}
<h1 class="text" style="margin:28px 0 16px;font:600 26px/1.25 ${HEADING_FONT};color:${LIGHT.text}">${escaped(heading)}</h1>
${body.map(blockAsHtml).join("\n")}
</div>
<p class="muted" style="margin:16px 24px 0;font-size:14px;color:${LIGHT.muted}">${escaped(because)}</p>
</main>
</div>
</body>
</html>
`;
}

/** Five staff lines, the brand's only ornament. */
const STAFF = `<div aria-hidden="true">${`<div class="staff" style="height:5px;border-top:1px solid ${LIGHT.staff}"></div>`.repeat(5)}</div>`;

function blockAsHtml(block: Letter["body"][number]): string {
  if (typeof block === "string") return `<p class="text" style="margin:0 0 16px;color:${LIGHT.text}">${escaped(block)}</p>`;
  if ("href" in block) return actionAsHtml(block);
  const lines = block.facts.map(([name, value]) => `<span class="muted" style="color:${LIGHT.muted}">${escaped(name)}:</span> ${escaped(value)}`);
  return `<p class="text" style="margin:0 0 16px;color:${LIGHT.text};overflow-wrap:anywhere">${lines.join("<br>")}</p>`;
}

function actionAsHtml({ label, href, quiet }: Action): string {
  const address = escaped(href);
  if (quiet) return `<p style="margin:0 0 16px"><a class="link" href="${address}" style="color:${LIGHT.accent}">${escaped(label)}</a></p>`;
  return `<p style="margin:24px 0"><a class="button" href="${address}" style="display:inline-block;padding:13px 24px;border-radius:10px;background:${LIGHT.accent};color:${LIGHT.onAccent};font-weight:600;text-decoration:none">${escaped(label)}</a></p>
<p class="muted" style="margin:0 0 16px;font-size:14px;color:${LIGHT.muted}">If the button does nothing, open this address: <a class="link" href="${address}" style="color:${LIGHT.accent};overflow-wrap:anywhere">${address}</a></p>`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);

import { html, nothing, type Html } from "../../page";

/** What is wrong with a form that was sent, by the name of the field. Under no name: with the whole. */
export type Problems = Readonly<Record<string, string>>;

/** A form's fields as they came. */
export type Fields = Readonly<Record<string, string>>;

const LONGEST = 200;

/** Texts only, trimmed, and not longer than anybody types. */
export function readFields(body: unknown): Fields {
  const entries = Object.entries((body ?? {}) as Record<string, unknown>);
  return Object.fromEntries(entries.flatMap(([name, value]) => (typeof value === "string" ? [[name, value.trim().slice(0, LONGEST)]] : [])));
}

export interface Field {
  name: string;
  label: string;
  value?: string;
  /** What helps to fill it in. */
  hint?: string;
  /** Attributes of the input as they stand. */
  more?: Html;
}

/** A labelled field; what is wrong with it stands beside it, and is told with it. */
export function field({ name, label, value = "", hint, more = nothing }: Field, problems: Problems): Html {
  return html`<div class="field"><label for="${name}">${label}</label>
<input id="${name}" name="${name}" value="${value}" ${more}${describedBy(name, hint, problems)}>${notes(name, hint, problems)}</div>`;
}

/** A labelled choice of values. */
export function choice({ name, label, value = "", hint, more = nothing }: Field, options: Readonly<Record<string, string>>, problems: Problems): Html {
  const option = ([key, text]: [string, string]) => html`<option value="${key}"${key === value ? html` selected` : nothing}>${text}</option>`;
  return html`<div class="field"><label for="${name}">${label}</label>
<select id="${name}" name="${name}" ${more}${describedBy(name, hint, problems)}>${Object.entries(options).map(option)}</select>${notes(name, hint, problems)}</div>`;
}

function describedBy(name: string, hint: string | undefined, problems: Problems): Html {
  const ids = [problems[name] ? `${name}-problem` : "", hint ? `${name}-hint` : ""].filter(Boolean).join(" ");
  const invalid = problems[name] ? html` aria-invalid="true"` : nothing;
  return html`${ids ? html` aria-describedby="${ids}"` : nothing}${invalid}`;
}

const notes = (name: string, hint: string | undefined, problems: Problems): Html =>
  html`${problems[name] ? html`<p class="problem" id="${name}-problem">${problems[name]}</p>` : nothing}${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : nothing}`;

/** Says at the top of a form that it wasn't done, and why; the reader's first stop. */
export function refusal(problems: Problems, otherwise = "Please look at the fields marked below."): Html {
  if (Object.keys(problems).length === 0) return nothing;
  return html`<div class="notice wrong" role="alert" tabindex="-1" autofocus><p>${problems[""] ?? otherwise}</p></div>`;
}

export const hidden = (name: string, value: string): Html => html`<input type="hidden" name="${name}" value="${value}">`;

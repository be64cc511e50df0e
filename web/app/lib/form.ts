import { data } from "@remix-run/react";
import { statusOf, type ApiRefusal } from "./refusal";

/** What a form shows after a try that didn't succeed: the values as typed (never passwords), and what to mend where. */
export interface FormState<Field extends string = string> {
  values: Partial<Record<Field, string>>;
  errors: Partial<Record<Field, string>>;
  /** What belongs to no single field. */
  formError: string | null;
  code: ApiRefusal["code"] | null;
  /** Where a missing payment can be made, if that is what stands in the way. */
  payUrl: string | null;
}

/** What a form shows after a try that succeeded. */
export const ACCEPTED: FormState = { values: {}, errors: {}, formError: null, code: null, payUrl: null };

const SECRET = /password|token|secret/i;
/** Longer than any field of ours; what goes beyond is cut before it costs anyone anything. */
const MAX_LENGTH = 10_000;

/** One text field of a submitted form; files and missing fields are "". Not trimmed: spaces count in passwords. */
export function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.slice(0, MAX_LENGTH) : "";
}

/** Whether a checkbox was ticked. */
export function ticked(form: FormData, name: string): boolean {
  return form.get(name) !== null;
}

/** The named fields to show again, without those that hold secrets. */
export function keptValues<Field extends string>(form: FormData, names: readonly Field[]): Partial<Record<Field, string>> {
  const kept: Partial<Record<Field, string>> = {};
  for (const name of names) if (!SECRET.test(name)) kept[name] = text(form, name);
  return kept;
}

/**
 * A refusal placed beside its field, or above the form when the form has no such field. The API's path "input.email"
 * means the field "email"; `names` translates where a form calls a field otherwise than the API does.
 */
export function stateAfter<Field extends string>(
  refusal: ApiRefusal,
  { form, fields, names = {} }: { form: FormData; fields: readonly Field[]; names?: Readonly<Record<string, Field>> },
): FormState<Field> {
  const path = refusal.field?.split(".").at(-1) ?? "";
  const field = names[path] ?? fields.find((name) => name === path);
  const state: FormState<Field> = { values: keptValues(form, fields), errors: {}, formError: null, code: refusal.code, payUrl: refusal.payUrl };
  if (field) state.errors[field] = refusal.message;
  else state.formError = refusal.message;
  return state;
}

/** The same for what a form can see by itself, such as a field left empty. */
export function stateWith<Field extends string>(form: FormData, errors: Partial<Record<Field, string>>, fields: readonly Field[]): FormState<Field> {
  return { values: keptValues(form, fields), errors, formError: null, code: "BAD_USER_INPUT", payUrl: null };
}

/** Answers a form with its mistakes: 422, or the status that says that it isn't the form's fault. */
export function refused<State extends FormState>(state: State) {
  const status = state.code === null ? 422 : statusOf(state.code);
  return data(state, { status: status === 429 || status >= 500 ? status : 422 });
}

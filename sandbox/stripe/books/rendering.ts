import type { Books } from "./books";
import type { ShelfName } from "./shelves";

/** What objects have only when a call asks for it with `expand`, by the object's kind. */
const INCLUDABLES: Readonly<Record<string, readonly string[]>> = {
  invoice: ["payments", "confirmation_secret"],
  price: ["currency_options", "tiers"],
  product: [],
  coupon: ["applies_to", "currency_options"],
  customer: ["subscriptions", "sources", "tax", "tax_ids", "cash_balance", "invoice_credit_balance"],
  "checkout.session": ["line_items"],
  charge: ["refunds"],
};

/** The dots after which `expand` names an includable: `["invoice", "payments"]`. */
export const isIncludable = (kind: unknown, field: string): boolean => INCLUDABLES[String(kind)]?.includes(field) ?? false;

type Fields = Record<string, unknown>;

/** What of an object is to be told in full: field by field, with the kinds of objects that an id there may be of. */
export interface Expansion {
  kinds: readonly ShelfName[];
  fields: Readonly<Record<string, Expansion>>;
}

const NOTHING: Expansion = { kinds: [], fields: {} };

/** An object as Stripe tells it when nothing is expanded: without includables, at every depth. */
export const asTold = (value: unknown): unknown => told(value, NOTHING, () => undefined);

/** The same with what is to be expanded in full. An object that was removed is told as such. */
export const asAskedFor = (books: Books, value: unknown, expansion: Expansion): unknown => told(value, expansion, (id, kinds) => objectNamed(books, id, kinds));

type LookUp = (id: string, kinds: readonly ShelfName[]) => unknown;

function told(value: unknown, expansion: Expansion, lookUp: LookUp): unknown {
  if (Array.isArray(value)) return value.map((item) => told(item, expansion, lookUp));
  if (typeof value === "string" && expansion.kinds.length > 0) {
    const found = lookUp(value, expansion.kinds);
    return found === undefined ? value : told(found, { ...expansion, kinds: [] }, lookUp);
  }
  if (typeof value !== "object" || value === null) return value;
  const { object: kind } = value as Fields;
  return Object.fromEntries(
    Object.entries(value as Fields).flatMap(([field, inner]) => {
      const asked = Object.hasOwn(expansion.fields, field) ? expansion.fields[field] : undefined;
      return isIncludable(kind, field) && !asked ? [] : [[field, told(inner, asked ?? NOTHING, lookUp)]];
    }),
  );
}

function objectNamed(books: Books, id: string, kinds: readonly ShelfName[]): object | undefined {
  for (const kind of kinds) {
    const found = books.shelf(kind).find(id);
    if (found) return found;
    if (books.shelf(kind).wasRemoved(id)) return { id, object: kind, deleted: true };
  }
  return undefined;
}

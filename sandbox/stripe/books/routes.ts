import type { Books } from "./books";

/** One call as its route sees it: parameters checked and coerced. */
export interface Call<Params = Record<string, never>> {
  readonly params: Params;
  /** The route's `:names`. */
  readonly path: Readonly<Record<string, string>>;
  /** Where the sandbox is, for links to its pages: `http://localhost:4242`. */
  readonly baseUrl: string;
}

/** Synchronous, so that each call is atomic. Throws StripeRefusal. (A method's type, so that every route may name its own parameters.) */
export type Answer = { answer(books: Books, call: Call<object>): object }["answer"];

/** `"POST /v1/customers/:customer"` → what answers it. */
export type Routes = Readonly<Record<string, Answer>>;

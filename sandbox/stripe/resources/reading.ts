import { idOf, listOf, type Answer, type Books, type Call, type Shelf, type ShelfName, type Shelves } from "../books";

/** Answers with the object that the path names. */
export const retrieve =
  (kind: ShelfName, name: string): Answer =>
  (books, { path }) =>
    books.shelf(kind).get(String(path[name]));

export const gone = (kind: ShelfName, id: string) => ({ id, object: kind, deleted: true as const });

/** Answers with a page of those that fit what the call asks. */
export const listing =
  <K extends ShelfName, Params extends object>(kind: K, url: string, fits: (one: Shelves[K], params: Params, books: Books) => boolean = () => true): Answer =>
  (books, call: Call<Params>) =>
    listOf(books.shelf<K>(kind).all().filter((one) => fits(one, call.params, books)), call, url);

/** Whether a field is what a call asks for, or the call asks for nothing. */
export const isAsked = (asked: string | undefined, field: string | { id: string } | null | undefined): boolean => asked === undefined || idOf(field) === asked;

/** The same for what is no reference. */
export const isSame = <T>(asked: T | undefined, value: T | null | undefined): boolean => asked === undefined || asked === value;

/** The object under a path's `:name`. */
export const named = <K extends ShelfName>(books: Books, kind: K, { path }: Call<object>, name: string): ReturnType<Shelf<Shelves[K]>["get"]> => books.shelf<K>(kind).get(String(path[name]));

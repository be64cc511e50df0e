import { isId } from "./ids";
import { badInput } from "./refusal";

/** Where a row stands in a list that is sorted by time, newest first, and by id within an instant. */
export interface Place {
  at: Date;
  id: string;
}

/** One page, as stores read it: `limit` is one more than is shown, which tells whether there is another page. */
export interface Page {
  first: number;
  limit: number;
  after: Place | null;
}

const MOST = 100;

/** A page of `first` rows (1 to 100) behind the row that `after` names. Refuses anything else, by the argument's name. */
export function requirePage(first: number, after: string | null | undefined): Page {
  if (first < 1 || first > MOST) throw badInput("first", `Please ask for 1 to ${MOST} at a time.`);
  return { first, limit: first + 1, after: after == null ? null : placeOf(after) };
}

/** A cursor is opaque to clients. It names a row by its place, so rows that come or go meanwhile shift nothing. */
export const cursorOf = ({ at, id }: Place): string => Buffer.from(`${at.toISOString()} ${id}`).toString("base64url");

function placeOf(cursor: string): Place {
  const [instant = "", id = "", ...more] = Buffer.from(cursor, "base64url").toString().split(" ");
  const at = new Date(instant);
  if (more.length > 0 || !isId(id) || Number.isNaN(at.getTime()) || cursorOf({ at, id }) !== cursor) throw badInput("after", "This is no cursor of ours.");
  return { at, id };
}

export interface Connection<Node> {
  edges: { cursor: string; node: Node }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

/** The rows of a page, `limit` at most, as a connection of `first`. */
export function toConnection<Row, Node>(rows: readonly Row[], { first, after }: Page, { placeIn, toNode }: { placeIn: (row: Row) => Place; toNode: (row: Row) => Node }): Connection<Node> {
  const edges = rows.slice(0, first).map((row) => ({ cursor: cursorOf(placeIn(row)), node: toNode(row) }));
  const pageInfo = { hasNextPage: rows.length > first, hasPreviousPage: after !== null, startCursor: edges[0]?.cursor ?? null, endCursor: edges.at(-1)?.cursor ?? null };
  return { edges, pageInfo };
}

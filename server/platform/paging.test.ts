import fc from "fast-check";

import { cursorOf, requirePage, toConnection } from "./paging";

const id = "0196d3c0-0000-7000-8000-000000000001";
const at = new Date("2026-03-02T10:00:00.123Z");
const place = { at, id };

test("a cursor names a place, and that place is read back from it", () => {
  fc.assert(
    fc.property(fc.uuid(), fc.date({ noInvalidDate: true, min: new Date(0), max: new Date("2100-01-01") }), (id, at) => {
      expect(requirePage(20, cursorOf({ at, id })).after).toEqual({ at, id });
    }),
  );
});

test("what is no cursor of ours is refused by the argument's name", () => {
  const others = ["", "x", "2026", Buffer.from(`${at.toISOString()} ${id} more`).toString("base64url"), Buffer.from(`yesterday ${id}`).toString("base64url"), Buffer.from(`2026-03-02 ${id}`).toString("base64url"), `${cursorOf(place)}=`];
  for (const other of others) expect(() => requirePage(20, other)).toThrow(expect.objectContaining({ code: "BAD_USER_INPUT", field: "after" }));
  fc.assert(fc.property(fc.string(), (text) => void expect(() => requirePage(20, text)).toThrow()));
});

test("a page has 1 to 100 rows", () => {
  for (const first of [0, -1, 101]) expect(() => requirePage(first, null)).toThrow(expect.objectContaining({ code: "BAD_USER_INPUT", field: "first" }));
  expect([requirePage(1, null), requirePage(100, undefined)]).toEqual([{ first: 1, limit: 2, after: null }, { first: 100, limit: 101, after: null }]);
});

const names = { placeIn: () => place, toNode: (name: string) => name };

test("one row more than asked for tells of a next page, and is not shown", () => {
  const page = toConnection(["a", "b", "c"], requirePage(2, null), names);
  expect(page.edges.map(({ node }) => node)).toEqual(["a", "b"]);
  expect(page.pageInfo).toEqual({ hasNextPage: true, hasPreviousPage: false, startCursor: cursorOf(place), endCursor: cursorOf(place) });
});

test("an empty page has no cursors", () => {
  expect(toConnection([], requirePage(2, cursorOf(place)), names).pageInfo).toEqual({ hasNextPage: false, hasPreviousPage: true, startCursor: null, endCursor: null });
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Where tests are: all of ours, besides this one. */
const sources = ["server", "bench"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".test.ts"))
    .map((path) => readFileSync(join(folder, path), "utf8")),
);

const rows = [...readFileSync("docs/billing.md", "utf8").matchAll(/^\| (\d+) \| [^|]*\| ([^|]+?) \|$/gm)].map(([, number, name]) => ({ number: Number(number), name: name ?? "" }));

test("each of the eighteen failures has a test", () => {
  expect([...new Set(rows.map(({ number }) => number))]).toEqual(Array.from({ length: 18 }, (_, index) => index + 1));
});

test.each(rows)("$number: the suite has “$name”", ({ name }) => {
  expect(sources.some((source) => source.includes(`"${name}"`))).toBe(true);
});

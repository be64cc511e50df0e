import "reflect-metadata";
import { readFileSync } from "node:fs";

import { accountLimits } from "../modules/accounts";
import { hours, minutes } from "../platform/clock";

const WINDOWS: Record<number, string> = { [hours(1)]: "an hour", [minutes(15)]: "in 15 minutes" };

const documented = readFileSync("docs/running.md", "utf8")
  .split("\n")
  .filter((line) => /^\| .* \| (address|IP|account|address and IP) \| /.test(line))
  .map((line) => line.split("|")[3]?.trim());

test("the guide for operators states every limit on accounts, with its numbers", () => {
  const enforced = Object.values(accountLimits).map(({ max, window }) => `${max} ${WINDOWS[window]}`);
  expect([...documented].sort()).toEqual(enforced.sort());
});

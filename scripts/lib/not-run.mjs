import { readFileSync } from "node:fs";

/** What some tests need of the machine: the tests are known by a word in their files, the machine by a variable. */
const NEEDS = [
  { variable: "CHROMIUM_PATH", isNeededBy: (file) => file.includes("/web/e2e/"), name: "journeys in a browser", remedy: "no Chromium was found; install one, or give CHROMIUM_PATH" },
  { variable: "TEST_REDIS_URL", isNeededBy: (file) => readFileSync(file, "utf8").includes("TEST_REDIS_URL"), name: "tests on Redis", remedy: "no redis-server was found; install one" },
];

/** Of these test files, what can't run here, for each missing thing: how many tests, and what would help. */
export function notRunHere(files, env) {
  return NEEDS.filter(({ variable }) => !env[variable]).flatMap(({ isNeededBy, name, remedy }) => {
    const count = files.filter(isNeededBy).reduce((sum, file) => sum + testsIn(file), 0);
    return count > 0 ? [{ count, text: `${count} ${name}: ${remedy}.` }] : [];
  });
}

const testsIn = (file) => readFileSync(file, "utf8").match(/^\s*test(\.each)?\(/gm)?.length ?? 0;

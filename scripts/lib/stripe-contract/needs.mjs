import ts from "typescript";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ROUTE = /^(GET|POST|DELETE) \/v1\//;

/** What the sandbox has, read out of its sources: the routes that it registers, and the kinds of objects that it keeps. */
export function sandboxNeeds(folder) {
  const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts")).sort();
  const texts = files.flatMap((name) => textsIn(join(folder, name)));
  const routes = [...new Set(texts.filter((text) => ROUTE.test(text)))].sort();
  return { routes, kinds: kindsIn(join(folder, "books/shelves.ts")) };
}

function textsIn(fileName) {
  const found = [];
  const visit = (node) => {
    if (ts.isStringLiteralLike(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(parsed(fileName));
  return found;
}

function kindsIn(fileName) {
  const shelves = parsed(fileName).statements.find((node) => ts.isInterfaceDeclaration(node) && node.name.text === "Shelves");
  return new Set(shelves.members.map(({ name }) => name.text));
}

const parsed = (fileName) => ts.createSourceFile(fileName, readFileSync(fileName, "utf8"), ts.ScriptTarget.ES2022, true);

import ts from "typescript";
import { readFileSync } from "node:fs";

/** Every route of the package: `"POST /v1/customers/:"` → a look-up of the types of its parameters (undefined where it has none) and of its answer. */
export function methodsOf(program, folder) {
  const checker = program.getTypeChecker();
  const found = new Map();
  const declarations = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(`${folder}/resources/`));
  for (const file of declarations) {
    const calls = callsIn(file.fileName.replace(/\.d\.ts$/, ".js"));
    for (const method of methodsIn(file)) {
      const route = calls.get(`${method.parent.name.text}.${method.name.getText()}`);
      // The first of several signatures is the one with parameters.
      if (route && !found.has(route)) found.set(route, () => typesOf(checker, method));
    }
  }
  return found;
}

const methodsIn = (file) => file.statements.filter(ts.isClassDeclaration).flatMap(({ members }) => members.filter(ts.isMethodDeclaration));

/** Where each method of the classes in a file goes: `"CouponResource.create"` → `"POST /v1/coupons"`. */
function callsIn(fileName) {
  const file = ts.createSourceFile(fileName, readFileSync(fileName, "utf8"), ts.ScriptTarget.ES2022, true);
  return new Map(methodsIn(file).flatMap((method) => {
    const call = requestIn(method);
    return call ? [[`${method.parent.name.text}.${method.name.getText()}`, call]] : [];
  }));
}

function requestIn(method) {
  let route;
  const visit = (node) => {
    if (ts.isCallExpression(node) && /_makeRequest$/.test(node.expression.getText())) route ??= `${node.arguments[0].text} ${pathOf(node.arguments[1])}`;
    else ts.forEachChild(node, visit);
  };
  visit(method);
  return route;
}

/** The path of a call, a colon standing for what is put in. */
const pathOf = (node) => (ts.isTemplateExpression(node) ? node.head.text + node.templateSpans.map(({ literal }) => `:${literal.text}`).join("") : node.text);

function typesOf(checker, method) {
  const params = method.parameters.find(({ name }) => name.getText() === "params");
  return { params: params && checker.getNonNullableType(checker.getTypeAtLocation(params)), answer: answerOf(checker, method.type) };
}

/** What the SDK's own wrappers hold: `Promise<Response<T>>` gives T, `ApiListPromise<T>` gives `ApiList<T>`. */
function answerOf(checker, type) {
  const [inner] = type.typeArguments ?? [];
  if (type.typeName.getText() === "Promise") return answerOf(checker, inner);
  if (type.typeName.getText() === "Response") return checker.getTypeFromTypeNode(inner);
  const promise = checker.getTypeFromTypeNode(type);
  const response = checker.getAwaitedType(promise);
  return response.aliasTypeArguments?.[0] ?? response;
}

import type { Answer, Routes } from "../books";

export interface Match {
  /** As it is registered: `GET /v1/customers/:customer`. */
  route: string;
  answer: Answer;
  path: Readonly<Record<string, string>>;
}

/** Finds the route of a call. Written-out segments win over `:names`. */
export function matcherOf(routes: Routes): (method: string, path: string) => Match | undefined {
  const known = Object.entries(routes)
    .map(([route, answer]) => ({ route, answer, ...patternOf(route) }))
    .sort((one, other) => one.names.length - other.names.length);
  return (method, path) => {
    for (const { route, answer, pattern, names } of known) {
      const found = pattern.exec(`${method} ${path}`);
      if (found) return { route, answer, path: Object.fromEntries(names.map((name, index) => [name, decoded(found[index + 1] ?? "")])) };
    }
    return undefined;
  };
}

/** A segment that can't be decoded is no id of ours, and is told as it came. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function patternOf(route: string): { pattern: RegExp; names: string[] } {
  const names = [...route.matchAll(/:(\w+)/g)].map(([, name]) => String(name));
  return { names, pattern: new RegExp(`^${route.replaceAll(".", "\\.").replace(/:\w+/g, "([^/]+)")}/?$`) };
}

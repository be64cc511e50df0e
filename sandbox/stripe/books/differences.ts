type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null && !Array.isArray(value);

/** Equal as JSON says it, whatever the order of keys. */
function same(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (Array.isArray(one) && Array.isArray(other)) return one.length === other.length && one.every((value, index) => same(value, other[index]));
  if (!isFields(one) || !isFields(other)) return false;
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => key in other && same(one[key], other[key]));
}

/**
 * The old values of what changed, as `previous_attributes` has them: of nested objects only the fields that changed, of arrays the whole,
 * null for what was not there. Undefined when nothing changed.
 */
export function previousAttributes(before: Fields, after: Fields): Fields | undefined {
  const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => !same(before[key], after[key]));
  if (changed.length === 0) return undefined;
  return Object.fromEntries(changed.map((key) => [key, oldValue(before[key], after[key])]));
}

function oldValue(before: unknown, after: unknown): unknown {
  if (isFields(before) && isFields(after)) return previousAttributes(before, after);
  return before ?? null;
}

import { badInput } from "../../platform/refusal";

const SHORTEST = 3;
const LONGEST = 500;

/** Why an administrator does something, trimmed, 3 to 500 characters, from the argument `reason`. */
export function requireReason(text: string): string {
  const reason = text.trim();
  const { length } = [...reason];
  if (length < SHORTEST || length > LONGEST) throw badInput("reason", `Please say why, in ${SHORTEST} to ${LONGEST} characters.`);
  return reason;
}

import { badInput } from "../../../platform/refusal";
import { nameProblem, readName } from "./profile.rules";

/** Reads a name from the input's field `name`; refuses one that is too long or not one line of text. */
export function requireName(text: string | null): string | null {
  const name = readName(text);
  const problem = nameProblem(name);
  if (problem) throw badInput("name", problem);
  return name;
}

import { badInput } from "../../platform/refusal";
import { type EmailAddress, readEmailAddress } from "./email-address.rules";

/** Reads the address in the input's `field`; refuses one that mail could not be sent to. */
export function requireEmailAddress(text: string, field: string): EmailAddress {
  const address = readEmailAddress(text);
  if (!address) throw badInput(field, "Please give an e-mail address such as name@example.org, without accents or spaces.");
  return address;
}

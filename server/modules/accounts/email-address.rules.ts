/** An address as its owner writes it, and the key by which it is found: one account for one address, in any case. */
export interface EmailAddress {
  email: string;
  key: string;
}

/** RFC 5321's limits for a path and for what stands before the @. */
const LONGEST_ADDRESS = 254;
const LONGEST_LOCAL_PART = 64;

/**
 * ASCII only. Unicode has letters that turn into others when lower-cased (the Kelvin sign becomes a k), which would let
 * two mailboxes share a key; domains with other letters can be given in their xn-- form.
 */
const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN = /^([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+([A-Za-z]{2,63}|xn--[A-Za-z0-9-]{1,59})$/;

/** Reads an address, trimmed and in any case; null when mail could not be sent to it. */
export function readEmailAddress(text: string): EmailAddress | null {
  const email = text.trim();
  if (email.length > LONGEST_ADDRESS) return null;
  const at = email.lastIndexOf("@");
  const [local, domain] = [email.slice(0, at), email.slice(at + 1)];
  if (at < 1 || local.length > LONGEST_LOCAL_PART || !LOCAL_PART.test(local) || !DOMAIN.test(domain)) return null;
  return { email, key: email.toLowerCase() };
}

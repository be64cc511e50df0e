/**
 * One person's ways of writing one mailbox come to the same: what stands behind a plus goes, and Gmail's dots, which Gmail ignores.
 * For finding out who had a trial; mail always goes to the address as it was given.
 */
export function mailboxOf(emailKey: string): string {
  const at = emailKey.lastIndexOf("@");
  const domain = emailKey.slice(at + 1).replace(/^googlemail\.com$/, "gmail.com");
  const [name = ""] = emailKey.slice(0, at).split("+");
  return `${domain === "gmail.com" ? name.replaceAll(".", "") : name}@${domain}`;
}

/** An address that a page may lead to. Callers of the API give return addresses; only those of the web become links, never `javascript:`. */
export function webLink(address: string | null | undefined): string | null {
  if (!address || !URL.canParse(address)) return null;
  const { protocol, href } = new URL(address);
  return protocol === "https:" || protocol === "http:" ? href : null;
}

/** Where a buyer goes who has paid: the session's id stands where the caller wanted it. */
export const successLink = ({ id, success_url }: { id: string; success_url: string | null }): string | null => webLink(success_url?.replaceAll("{CHECKOUT_SESSION_ID}", id));

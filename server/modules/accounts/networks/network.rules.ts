const GROUPS = 8;

const IPV4 = /^\d{1,3}(\.\d{1,3}){3}$/;
const IPV4_IN_IPV6 = /^::ffff:(?=\d+\.)/i;
const IPV6 = /^(?=.*:)[\da-f:]+$/i;

/** The bytes of an IPv4 address, also where it is wrapped in IPv6, or the groups of an IPv6 one; null for neither. */
function partsOf(ipAddress: string): { version: 4 | 6; parts: number[] } | null {
  const [text = ""] = ipAddress.replace(IPV4_IN_IPV6, "").split("%");
  if (IPV4.test(text)) return { version: 4, parts: text.split(".").map(Number) };
  const parts = IPV6.test(text) ? groupsOf(text) : [];
  return parts.length === GROUPS ? { version: 6, parts } : null;
}

function groupsOf(text: string): number[] {
  const [head = [], tail] = text.split("::").map((half) => half.split(":").filter(Boolean));
  const zeros = tail ? Array<string>(Math.max(0, GROUPS - head.length - tail.length)).fill("0") : [];
  return [...head, ...zeros, ...(tail ?? [])].map((group) => Number.parseInt(group, 16));
}

const prefix = (ipAddress: string | null, counts: { 4: number; 6: number }): string => {
  const address = ipAddress ? partsOf(ipAddress) : null;
  if (!address) return "unknown";
  const { version, parts } = address;
  const kept = parts.slice(0, counts[version]);
  return version === 4 ? kept.join(".") : kept.map((part) => part.toString(16)).join(":");
};

/** The network somebody is in: the first 24 bits of an IPv4 address, 48 of IPv6, so that a new lease is no new place. */
export const networkOf = (ipAddress: string | null): string => prefix(ipAddress, { 4: 3, 6: 3 });

/** Who counts as one caller: one IPv4 address, or 64 bits of IPv6, within which a caller may choose addresses freely. */
export const callerOf = (ipAddress: string | null): string => prefix(ipAddress, { 4: 4, 6: 4 });

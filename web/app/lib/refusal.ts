/** The API's closed list of codes, as far as a page may meet them; anything else counts as INTERNAL_SERVER_ERROR. */
const CODES = [
  "UNAUTHENTICATED", "FORBIDDEN", "BAD_USER_INPUT", "INVALID_CREDENTIALS", "EMAIL_NOT_VERIFIED", "ACCOUNT_SUSPENDED",
  "TOKEN_INVALID", "NOT_FOUND", "CONFLICT", "LEVEL_LOCKED", "PREMIUM_REQUIRED", "ALREADY_SUBSCRIBED", "NO_SUBSCRIPTION",
  "SECOND_FACTOR_REQUIRED", "REAUTHENTICATION_REQUIRED", "PAYMENT_PROVIDER_UNAVAILABLE", "SERVICE_UNAVAILABLE", "TIMEOUT",
  "RATE_LIMITED", "INTERNAL_SERVER_ERROR",
] as const;

export type RefusalCode = (typeof CODES)[number];

/** What the API refused and why. `message` is a sentence for the person; `field` names the input it is about. */
export interface ApiRefusal {
  code: RefusalCode;
  message: string;
  field: string | null;
  /** Seconds to wait, told with RATE_LIMITED. */
  retryAfter: number | null;
  /** Where a missing payment can be made, told with ALREADY_SUBSCRIBED and CONFLICT. */
  payUrl: string | null;
}

export interface GraphQLFailure {
  message?: unknown;
  extensions?: { code?: unknown; field?: unknown; retryAfter?: unknown; payUrl?: unknown } | null;
}

const OURS: Partial<Record<RefusalCode, string>> = {
  INTERNAL_SERVER_ERROR: "Something went wrong on our side. Nothing was changed; please try again.",
  SERVICE_UNAVAILABLE: "This isn't available just now. Please try again in a minute.",
  TIMEOUT: "That took too long. Please try again.",
};

/** The first error of a GraphQL answer in our words. Unknown codes are masked: their message may not be meant for people. */
export function refusalFrom(failure: GraphQLFailure): ApiRefusal {
  const { code: told, field, retryAfter, payUrl } = failure.extensions ?? {};
  const code = CODES.find((known) => known === told) ?? "INTERNAL_SERVER_ERROR";
  const wait = typeof retryAfter === "number" && retryAfter > 0 ? Math.ceil(retryAfter) : null;
  const message = stringOf(failure.message) ?? "";
  return {
    code,
    message: code === "RATE_LIMITED" ? waitMessage(wait) : (OURS[code] ?? message),
    field: stringOf(field),
    retryAfter: wait,
    payUrl: webAddressOf(payUrl),
  };
}

const stringOf = (told: unknown) => (typeof told === "string" ? told : null);
const webAddressOf = (told: unknown) => (typeof told === "string" && /^https?:\/\//.test(told) ? told : null);

/** "Too many tries. Please wait 3 minutes, then try again." */
export function waitMessage(seconds: number | null): string {
  return `Too many tries. Please wait ${seconds === null ? "a little" : inWords(seconds)}, then try again.`;
}

function inWords(seconds: number): string {
  if (seconds < 90) return `${seconds} ${seconds === 1 ? "second" : "seconds"}`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`;
}

/** The HTTP status a page answers with when its data was refused. */
export function statusOf(code: RefusalCode): number {
  const statuses: Partial<Record<RefusalCode, number>> = {
    FORBIDDEN: 403, ACCOUNT_SUSPENDED: 403, PREMIUM_REQUIRED: 403, LEVEL_LOCKED: 403, NOT_FOUND: 404, CONFLICT: 409,
    RATE_LIMITED: 429, SERVICE_UNAVAILABLE: 503, TIMEOUT: 503, PAYMENT_PROVIDER_UNAVAILABLE: 503, INTERNAL_SERVER_ERROR: 500,
  };
  return statuses[code] ?? 400;
}

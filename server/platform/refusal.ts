/** Every reason for which Etude says no. The list is closed: clients may rely on it. */
export type RefusalCode =
  | "UNAUTHENTICATED"
  | "FORBIDDEN"
  | "BAD_USER_INPUT"
  | "BAD_REQUEST"
  | "INVALID_CREDENTIALS"
  | "EMAIL_NOT_VERIFIED"
  | "ACCOUNT_SUSPENDED"
  | "TOKEN_INVALID"
  | "NOT_FOUND"
  | "CONFLICT"
  | "LEVEL_LOCKED"
  | "PREMIUM_REQUIRED"
  | "REAUTHENTICATION_REQUIRED"
  | "ALREADY_SUBSCRIBED"
  | "NO_SUBSCRIPTION"
  | "PAYMENT_PROVIDER_UNAVAILABLE"
  | "RATE_LIMITED"
  | "SERVICE_UNAVAILABLE";

/**
 * An expected no: told to the caller as it is, never logged as a bug.
 * `message` is a sentence for the person; `field` is the path inside the input; `retryAfter` is in seconds; `payUrl` is
 * where a missing payment can be made.
 */
export class Refusal extends Error {
  readonly field: string | undefined;
  readonly retryAfter: number | undefined;
  readonly payUrl: string | undefined;

  constructor(
    readonly code: RefusalCode,
    message: string,
    detail: string | { field?: string; retryAfter?: number; payUrl?: string } = {},
  ) {
    super(message);
    this.name = "Refusal";
    const { field, retryAfter, payUrl }: { field?: string; retryAfter?: number; payUrl?: string } = typeof detail === "string" ? { field: detail } : detail;
    this.field = field;
    this.retryAfter = retryAfter;
    this.payUrl = payUrl;
  }
}

export const badInput = (field: string, message: string) => new Refusal("BAD_USER_INPUT", message, field);

export const notFound = (what: string) => new Refusal("NOT_FOUND", `There is no such ${what}.`);

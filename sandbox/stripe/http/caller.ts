import { API_VERSION, StripeRefusal } from "../books";

interface Headers {
  get(name: string): string | undefined;
}

const refusedKey = (message: string) => new StripeRefusal(401, { type: "invalid_request_error", message });

/** Lets in whoever has a secret key of the test mode, as a bearer or as the user of Basic. Throws Stripe's 401 otherwise. */
export function letIn(headers: Headers): void {
  const key = keyIn(headers.get("authorization") ?? "");
  if (!key) throw refusedKey("You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').");
  if (/^[sr]k_live_/.test(key)) throw refusedKey("This is a sandbox: live keys have no business here. Nothing was done.");
  if (!/^[sr]k_test_\w+$/.test(key)) throw refusedKey(`Invalid API Key provided: ${key.slice(0, 8)}${"*".repeat(12)}`);
}

function keyIn(authorization: string): string {
  const [scheme = "", value = ""] = authorization.split(" ");
  if (scheme.toLowerCase() === "bearer") return value;
  return scheme.toLowerCase() === "basic" ? (Buffer.from(value, "base64").toString("utf8").split(":")[0] ?? "") : "";
}

/** Whether the caller says which version it speaks. Stripe's command line doesn't: its calls are those of an older one. Throws for any version but the pinned. */
export function saysVersion(headers: Headers): boolean {
  const version = headers.get("stripe-version");
  if (version === undefined) return false;
  if (version !== API_VERSION) throw new StripeRefusal(400, { type: "invalid_request_error", message: `Invalid Stripe API version: ${version}. This sandbox speaks ${API_VERSION} only.` });
  return true;
}

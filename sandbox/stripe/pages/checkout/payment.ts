import type { CheckoutPayment } from "../../billing";
import { ownerProblems, readCardFields } from "../card-form";
import type { Fields, Problems } from "../fields";
import { cardName } from "../words";

export type ReadPayment = { payment: CheckoutPayment } | { problems: Problems };

const PLAUSIBLE_ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** What a checkout's form says. `now` in seconds; an `email` that is known already goes before a typed one. */
export function readPayment(fields: Fields, { now, email }: { now: number; email: string | null }): ReadPayment {
  const way = readWay(fields, now);
  const address = email ?? fields.email ?? "";
  const problems = {
    ...(!PLAUSIBLE_ADDRESS.test(address) && { email: "Enter an e-mail address, such as name@example.com." }),
    ...("problems" in way && way.problems),
    ...ownerProblems(fields),
  };
  if ("problems" in way || Object.keys(problems).length > 0) return { problems };
  return { payment: { pay: way.pay, email: address, name: fields.name ?? "", country: fields.country ?? "", promotionCode: fields.promotion_code || undefined } };
}

function readWay(fields: Fields, now: number): { pay: CheckoutPayment["pay"] } | { problems: Problems } {
  if (fields.method === "debit_succeeds") return { pay: { bankDebit: "succeeds" } };
  if (fields.method === "debit_fails") return { pay: { bankDebit: "fails" } };
  const read = readCardFields(fields, now);
  return "problems" in read ? read : { pay: { card: read.card } };
}

/** `Visa ending in 4242`. */
export const cardNameOf = ({ pay }: CheckoutPayment): string => ("card" in pay ? cardName(pay.card) : "card");

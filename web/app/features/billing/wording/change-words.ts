import { day } from "./dates";
import { money } from "./money";
import { priceWords, type PriceFacts } from "./offer";

/** What a change of price comes to, as Stripe reckons it. */
export interface PreviewFacts {
  currency: string;
  amountDue: number;
  lines: readonly { description: string; amount: number }[];
  nextPaymentAt?: string | null;
  nextPaymentAmount?: number | null;
}

export interface ChangeWords {
  lines: readonly { description: string; amount: string }[];
  /** What leaves the card at the press of the button. */
  due: string;
  /** What that means, and what comes after it. */
  text: string;
  button: string;
}

export function changeWords(preview: PreviewFacts, timeZone: string): ChangeWords {
  const { currency, amountDue, lines } = preview;
  const due = money(amountDue, currency);
  const sum = lines.reduce((total, { amount }) => total + amount, 0);
  const left = sum < 0 ? ` The ${money(-sum, currency)} left over count towards your next payments.` : "";
  return {
    lines: lines.map(({ description, amount }) => ({ description, amount: money(amount, currency) })),
    due,
    text: `${amountDue > 0 ? `${due} is charged to your card now.` : "Nothing is charged now."}${left}${nextPayment(preview, timeZone)}`,
    button: amountDue > 0 ? `Change and pay ${due}` : "Change",
  };
}

type RegularPrice = Omit<PriceFacts, "id">;

/** "From €96.00 a year to €12.00 a month.": what is paid regularly until now, and after the change; only what is known. */
export function changeLead(from: RegularPrice | null, to: RegularPrice | null): string | null {
  if (from && to) return `From ${priceWords(from)} to ${priceWords(to)}.`;
  if (from) return `Your price until now: ${priceWords(from)}.`;
  return to && `Your new price: ${priceWords(to)}.`;
}

const PASSES: readonly string[] = ["PAYMENT_PROVIDER_UNAVAILABLE", "SERVICE_UNAVAILABLE", "TIMEOUT"];

/** Whether a refusal may be another one in a moment, so that it helps to ask again. */
export const mayPass = (code: string): boolean => PASSES.includes(code);

function nextPayment({ nextPaymentAt, nextPaymentAmount, currency }: PreviewFacts, timeZone: string): string {
  if (!nextPaymentAt) return "";
  if (nextPaymentAmount == null) return ` The next period begins on ${day(nextPaymentAt, timeZone)}, at the new price.`;
  return ` Your next payment is ${money(nextPaymentAmount, currency)} on ${day(nextPaymentAt, timeZone)}.`;
}

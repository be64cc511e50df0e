import type { PaymentsPort } from "../../../gateways/payments/port";
import { after, hours, minutes } from "../../../platform/clock";
import type { Context } from "../../../platform/context";
import { Refusal } from "../../../platform/refusal";
import { inTransaction } from "../../../platform/transaction";
import { moneyInWords } from "../../messaging";
import { syncForPerson } from "../customers/unknown-customer";
import { concludeRequest } from "./conclude-request";
import { findMadeFor, holdInvoice, type Refundable } from "./refunds.store";
import { findLastRequest, insertRequest, markFailed, type RequestRow } from "./requests.store";

export interface Wish {
  invoice: Refundable;
  /** Null: all that is left. */
  amount: number | null;
  reason: string;
  payments: PaymentsPort;
}

/** Stripe keeps the answer to a key for a day at least (docs.stripe.com/api/idempotent_requests); an hour less, for what a call and two clocks may take. */
const KEY_LIVES = hours(23);
/** The same wish again so soon is a second click, or another administrator with the same letter before them. */
const ONE_CLICK = minutes(1);

/**
 * The request under which Stripe is asked for a wish, written down before it is: as long as it isn't known what became of one, the same
 * wish is that one. Null for a wish that was fulfilled within the last minute. Whether an earlier one that failed, or is too old to be asked for
 * again, went through after all is looked up first: CONFLICT then. A new one is refused, with CONFLICT too, while the customer has a credit.
 */
export async function openRequest(ctx: Context, wish: Wish, looked?: Looked): Promise<RequestRow | null> {
  const choice = await inTransaction(ctx, (ctx) => choose(ctx, wish, looked));
  if (choice === "went-through") throw new Refusal("CONFLICT", "An earlier try has gone through after all. Please look again at what is left of this invoice.");
  if (choice !== "look first") return choice;
  return openRequest(ctx, wish, await look(ctx, wish));
}

/** What was known before a new request is made: the last one of the same wish, whose end has been looked up. */
interface Looked {
  lastId: string | null;
}

type Choice = RequestRow | null | "look first" | "went-through";

async function choose(ctx: Context, wish: Wish, looked: Looked | undefined): Promise<Choice> {
  await holdInvoice(ctx, wish.invoice.id);
  const last = await findLastRequest(ctx, wishedBy(wish));
  if (last && isToBeAskedAgain(last, ctx.clock.now())) return last;
  if (last && isJustDone(last, ctx.clock.now())) return null;
  return looked?.lastId === (last?.id ?? null) ? begin(ctx, wish, last) : "look first";
}

const wishedBy = ({ invoice, amount }: Wish) => ({ invoiceId: invoice.stripeId, amount });
const isToBeAskedAgain = ({ status, createdAt }: RequestRow, now: Date): boolean => status === "PENDING" && createdAt > after(now, -KEY_LIVES);
const isJustDone = ({ status, updatedAt }: RequestRow, now: Date): boolean => status === "DONE" && updatedAt > after(now, -ONE_CLICK);

async function begin(ctx: Context, wish: Wish, last: RequestRow | null): Promise<Choice> {
  if (last && (await wentThrough(ctx, wish.invoice, last))) return "went-through";
  return insertRequest(ctx, { ...wishedBy(wish), reason: wish.reason, actorId: ctx.viewer?.userId ?? null });
}

/** Settles a request whose end was not known by what the sync has just found: a refund made for it, or none. */
async function wentThrough(ctx: Context, invoice: Refundable, request: RequestRow): Promise<boolean> {
  if (request.status === "DONE") return false;
  const made = await findMadeFor(ctx, request.id);
  if (made) await concludeRequest(ctx, { invoice, request, made });
  else await markFailed(ctx, request.id);
  return made !== null;
}

/** No transaction is open while Stripe is asked: what was looked up counts if nothing was asked for meanwhile. */
async function look(ctx: Context, wish: Wish): Promise<Looked> {
  const { invoice, payments } = wish;
  const last = await findLastRequest(ctx, wishedBy(wish));
  if (last && last.status !== "DONE") await syncForPerson(ctx, invoice.customerId, payments);
  const credit = await payments.creditOf(invoice.customerId);
  if (credit) throw new Refusal("CONFLICT", overCredit({ amount: credit.amount, currency: credit.currency ?? invoice.currency }));
  return { lastId: last?.id ?? null };
}

/** Both, a refund and the credit for the same time, would be paid twice; how much of a credit belongs to which invoice is for people to say. */
const overCredit = (credit: { amount: number; currency: string }): string =>
  `This customer has a credit of ${moneyInWords(credit)} at Stripe, as after a change to a cheaper price. Please take it off there first, as far as it is what you give back.`;

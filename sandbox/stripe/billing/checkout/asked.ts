import type Stripe from "stripe";

import type { Books } from "../../books";
import type { DiscountSource } from "../subscriptions/discounts";

type Params = Stripe.Checkout.SessionCreateParams;

/** What a session was asked to do when it completes, and its object doesn't tell. */
export type Asked = Pick<Params, "subscription_data" | "payment_intent_data" | "setup_intent_data" | "customer_update"> & { discounts: readonly DiscountSource[] };

const noteFor = (session: string) => `${session}:asked`;

export const keepAsked = (books: Books, session: string, asked: Asked): void => books.setNote(noteFor(session), asked);

export const askedOf = (books: Books, session: string): Asked => books.note<Asked>(noteFor(session)) ?? { discounts: [] };

/** The sandbox's memory of all that happened at Stripe: import from here. */
export type { Books, Cause, Shelf } from "./books";
export { API_VERSION, openBooks } from "./open-books";
export { DELIVERIES, type Delivery } from "./outgoing";
export { newId, randomLetters } from "./ids";
export { noJournal, openJournal, type Change } from "./journal";
export { listOf, type PageParams } from "./lists";
export { decimal, idOf } from "./references";
export { asAskedFor, asTold, isIncludable, type Expansion } from "./rendering";
export { invalid, noSuch, StripeRefusal, type RefusalBody } from "./refusal";
export type { Answer, Call, Routes } from "./routes";
export type { EventType, ShelfName, Shelves } from "./shelves";
export { openStore, type Store } from "./store";

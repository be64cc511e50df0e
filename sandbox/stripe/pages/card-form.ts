import { html, type Html } from "../../page";
import { readCard, type KeptCard } from "../cards";
import { COUNTRIES } from "./countries";
import { choice, field, type Fields, type Problems } from "./fields";

/** Test cards that people meet most, as they are told of on the pages. */
const SHOWN: Readonly<Record<string, string>> = {
  "4242 4242 4242 4242": "pays",
  "4000 0000 0000 0002": "is declined",
  "4000 0000 0000 9995": "is declined: insufficient funds",
  "4000 0025 0000 3155": "asks for authentication",
  "4000 0000 0000 0341": "can be kept, and fails when it is charged",
  "4000 0082 6000 3178": "asks for authentication, and fails at later payments",
  "4000 0000 0000 0259": "pays, and is disputed",
  "5555 5555 5555 4444": "pays, a Mastercard",
};

/** The fields of a card. Its number is shown again only where it is one of the test cards. */
export function cardFields(fields: Fields, problems: Problems): Html {
  const number = problems.number ? "" : fields.number;
  return html`${field({ name: "number", label: "Card number", value: number, more: html`inputmode="numeric" autocomplete="cc-number" list="test-cards" spellcheck="false" maxlength="30"` }, problems)}
<datalist id="test-cards">${Object.entries(SHOWN).map(([card, does]) => html`<option value="${card}">${does}</option>`)}</datalist>
<div class="pair">${field({ name: "expiry", label: "Expiry", value: fields.expiry, more: html`inputmode="numeric" autocomplete="cc-exp" placeholder="MM / YY" maxlength="9"` }, problems)}
${field({ name: "cvc", label: "Security code", value: fields.cvc, more: html`inputmode="numeric" autocomplete="cc-csc" placeholder="CVC" maxlength="4"` }, problems)}</div>`;
}

/** Whose card it is, and where its bills go. */
export const ownerFields = (fields: Fields, problems: Problems): Html =>
  html`${field({ name: "name", label: "Name on card", value: fields.name, more: html`autocomplete="cc-name"` }, problems)}
${choice({ name: "country", label: "Country", value: fields.country, more: html`autocomplete="country"` }, COUNTRIES, problems)}`;

export const testCards = html`<details class="hint-box"><summary>Test cards</summary>
<p>Any date in the future and any three digits go with them. No money moves, and no real card is accepted.</p>
<dl class="cards">${Object.entries(SHOWN).map(([card, does]) => html`<dt>${card}</dt><dd>${does}</dd>`)}</dl></details>`;

export type ReadCard = { card: KeptCard } | { problems: Problems };

/** The card in a form that was sent, as far as it is kept: its number stays here. `now` in seconds. */
export function readCardFields(fields: Fields, now: number): ReadCard {
  const { expiry: date = "", number: digits = "", cvc = "" } = fields;
  const expiry = readExpiry(date);
  const number = digits.replace(/[\s-]/g, "");
  const card = readCard({ number, ...expiryFields(expiry), cvc });
  const problems = { number: card ? "" : numberProblem(number), expiry: expiryProblem(expiry, now), cvc: /^\d{3,4}$/.test(cvc) ? "" : "The security code is the three or four digits on the card." };
  const found = Object.fromEntries(Object.entries(problems).filter(([, problem]) => problem));
  return card && Object.keys(found).length === 0 ? { card } : { problems: found };
}

const expiryFields = (expiry: Expiry | undefined) => ({ expMonth: expiry?.month ?? 0, expYear: expiry?.year ?? 0 });

const numberProblem = (number: string): string =>
  /^\d{12,19}$/.test(number)
    ? "This is a sandbox: only test cards work here, such as 4242 4242 4242 4242. Please keep real cards to yourself."
    : "Enter the number of a test card, such as 4242 4242 4242 4242.";

interface Expiry {
  month: number;
  year: number;
}

/** `12/34`, `12 / 2034`, `1234`. */
function readExpiry(text: string): Expiry | undefined {
  const found = /^(\d{1,2})\s*[/. -]?\s*(\d{4}|\d{2})$/.exec(text);
  if (!found) return undefined;
  const month = Number(found[1]);
  const year = Number(found[2]);
  return month >= 1 && month <= 12 ? { month, year: year < 100 ? 2000 + year : year } : undefined;
}

function expiryProblem(expiry: Expiry | undefined, now: number): string {
  if (!expiry) return "Enter the month and the year, as in 12 / 34.";
  return Date.UTC(expiry.year, expiry.month) / 1000 <= now ? "This card has expired." : "";
}

/** What is missing of the card's owner. */
export function ownerProblems({ name, country }: Fields): Problems {
  return { ...(!name && { name: "Enter the name as it stands on the card." }), ...(!Object.hasOwn(COUNTRIES, country ?? "") && { country: "Choose a country." }) };
}

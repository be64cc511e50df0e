import { html, type Html } from "../../../page";
import { changeDefaultCard } from "../../billing";
import type { Books } from "../../books";
import type { KeptCard } from "../../cards";
import { AUTHENTICATION_FAILED, authenticationPage } from "../authenticate";
import { cardFields, readCardFields, testCards } from "../card-form";
import { readFields, refusal, type Fields, type Problems } from "../fields";
import { goneFrom } from "../gone";
import { cardName } from "../words";
import { leave, sendVisit, wayBack, type Visit, type Work } from "./visit";

const waitingNote = ({ session }: Visit): string => `page:authenticate:${session.id}`;

/** Where the configuration lets cards be changed. */
const whereAllowed =
  (work: Work): Work =>
  (visit, req, res) =>
    visit.features.payment_method_update.enabled ? work(visit, req, res) : goneFrom(res, "The card can't be changed here");

export const askCard: Work = whereAllowed((visit, req, res) => {
  sendVisit(res, visit, "Change card", cardPage(visit, {}, req.query.declined === "authentication" ? { "": AUTHENTICATION_FAILED } : {}));
});

function cardPage(visit: Visit, fields: Fields, problems: Problems): Html {
  return html`${wayBack(visit)}<div class="plain-page"><h1>Change card</h1>
<p>The new card is charged from the next payment on.</p>
<form class="form" method="post" action="${visit.path}/card" novalidate>
${refusal(problems)}
${cardFields(fields, problems)}
<button type="submit">Save the card</button>
</form>${testCards}</div>`;
}

export const changeCard = (books: Books): Work =>
  whereAllowed((visit, req, res) => {
    const fields = readFields(req.body);
    const read = readCardFields(fields, books.now(visit.session.customer));
    if ("problems" in read) return sendVisit(res, visit, "Change card", cardPage(visit, fields, read.problems));
    const done = books.atomically(() => changeDefaultCard(books, visit.session.customer, { card: read.card }));
    if (done.outcome === "declined") return sendVisit(res, visit, "Change card", cardPage(visit, fields, { "": `${done.message} The card on file stays.` }));
    if (done.outcome === "changed") return leave(res, books, visit, "card");
    books.setNote(waitingNote(visit), read.card);
    res.redirect(303, `${visit.path}/card/authenticate`);
  });

export const askBank = (books: Books): Work =>
  whereAllowed((visit, _req, res) => {
    const card = books.note<KeptCard>(waitingNote(visit));
    if (!card) return res.redirect(303, `${visit.path}/card`);
    sendVisit(res, visit, "Authentication", authenticationPage({ action: `${visit.path}/card/authenticate`, card: cardName(card), amount: null }));
  });

export const answerBank = (books: Books): Work =>
  whereAllowed((visit, req, res) => {
    const card = books.note<KeptCard>(waitingNote(visit));
    if (!card) return res.redirect(303, `${visit.path}/card`);
    const authenticated = readFields(req.body).result === "approve";
    const done = books.atomically(() => {
      books.setNote(waitingNote(visit), undefined);
      return changeDefaultCard(books, visit.session.customer, { card }, { authenticated });
    });
    if (done.outcome === "changed") return leave(res, books, visit, "card");
    res.redirect(303, `${visit.path}/card?declined=authentication`);
  });

import { open, openWith, step, type PracticeEvent, type PracticeState } from "./practice-machine";
import type { Question, Reply, Verdict } from "./question";

const question = (index: number, more: Partial<Question> = {}): Question => ({
  index, kind: "note.read", prompt: "Which note is this?", answerForm: "CHOICE", answerLength: null,
  choices: ["C", "D", "E"].map((id) => ({ id, label: id })), ...more,
});
const sequence = question(0, { answerForm: "SEQUENCE", answerLength: 2 });
const verdict = (correct: boolean): Verdict => ({
  correct, credit: correct ? 1 : 0, inTime: true, explanation: "Because.", solution: { choices: ["C"], text: "C" }, given: { choices: ["D"], text: "D" },
});
const judged = (index: number, correct: boolean, next: Question | null = null): PracticeEvent => ({
  type: "replied", reply: { kind: "judged", index, verdict: verdict(correct), answered: index + 1, next },
});
const failed: PracticeEvent = { type: "replied", reply: { kind: "failed", message: "No connection." } };
const through = (start: PracticeState, ...events: PracticeEvent[]) => events.reduce(step, start);
const begun = open({ total: 3, answered: 0, question: question(0) });

test("a page opened in the middle of a practice asks the question at hand", () => {
  expect(open({ total: 3, answered: 1, question: question(1) })).toMatchObject({ phase: "answering", answered: 1, question: { index: 1 } });
});

test("a timed practice waits for the learner's sign before it asks", () => {
  const ready = open({ total: 3, answered: 0, question: null });
  expect(ready.phase).toBe("ready");
  expect(step(ready, { type: "wentOn" }).phase).toBe("asking");
});

test("a practice with every question answered has nothing more to ask", () => {
  expect(open({ total: 3, answered: 3, question: null }).phase).toBe("done");
});

test("one press of a choice sends it, and a second press changes nothing", () => {
  const sending = step(begun, { type: "picked", id: "D" });
  expect(sending).toMatchObject({ phase: "sending", picked: ["D"] });
  expect(step(sending, { type: "picked", id: "E" })).toBe(sending);
});

test("what is not among the choices can't be picked", () => {
  expect(step(begun, { type: "picked", id: "H" })).toBe(begun);
});

test("a right answer goes on to the question that was fetched along with it", () => {
  const after = through(begun, { type: "picked", id: "C" }, judged(0, true, question(1)), { type: "wentOn" });
  expect(after).toMatchObject({ phase: "answering", question: { index: 1 }, picked: [], verdict: null, answered: 1 });
});

test("without a fetched question going on asks for it", () => {
  const asking = through(begun, { type: "picked", id: "C" }, judged(0, false), { type: "wentOn" });
  expect(asking).toMatchObject({ phase: "asking", question: { index: 0 }, verdict: { correct: false } });
  expect(step(asking, { type: "replied", reply: { kind: "asked", answered: 1, question: question(1) } })).toMatchObject({ phase: "answering", question: { index: 1 } });
});

test("a failed request keeps the answer and can be tried again", () => {
  const kept = through(begun, { type: "picked", id: "D" }, failed);
  expect(kept).toMatchObject({ phase: "answering", picked: ["D"], trouble: "No connection." });
  expect(step(kept, { type: "submitted" })).toMatchObject({ phase: "sending", picked: ["D"], trouble: null });
});

test("a question that could not be fetched can be asked for again", () => {
  const ready = through(open({ total: 3, answered: 0, question: null }), { type: "wentOn" }, failed);
  expect(ready).toMatchObject({ phase: "ready", trouble: "No connection." });
});

test("a judgement of another question is not taken for this one's", () => {
  const sending = step(begun, { type: "picked", id: "C" });
  expect(step(sending, judged(2, true))).toBe(sending);
});

test("a judgement that comes twice counts once", () => {
  const right = through(begun, { type: "picked", id: "C" }, judged(0, true, question(1)));
  expect(step(right, judged(0, true, question(1)))).toBe(right);
});

test("after the last question there is only the result", () => {
  const last = open({ total: 1, answered: 0, question: question(0) });
  expect(through(last, { type: "picked", id: "C" }, judged(0, true), { type: "wentOn" })).toMatchObject({ phase: "done", question: null });
});

test("a sequence is filled, mended and only sent when it is full", () => {
  const one = through(open({ total: 1, answered: 0, question: sequence }), { type: "picked", id: "C" }, { type: "submitted" });
  expect(one).toMatchObject({ phase: "answering", picked: ["C"] });
  const full = through(one, { type: "undone" }, { type: "picked", id: "D" }, { type: "picked", id: "D" }, { type: "picked", id: "E" });
  expect(full.picked).toEqual(["D", "D"]);
  expect(step(full, { type: "cleared" }).picked).toEqual([]);
  expect(step(full, { type: "submitted" }).phase).toBe("sending");
});

test("a choice once sent can't be undone", () => {
  const sending = step(begun, { type: "picked", id: "C" });
  expect(step(sending, { type: "undone" })).toBe(sending);
});

test("what went on in another tab opens the practice anew", () => {
  const sending = step(begun, { type: "picked", id: "C" });
  const stale = step(sending, { type: "replied", reply: { kind: "stale" } });
  expect(stale).toBe(sending);
  expect(step(stale, { type: "reopened", opened: { total: 3, answered: 2, question: question(2) } })).toMatchObject({ phase: "answering", answered: 2, picked: [] });
});

test("without JavaScript the page that answers a form begins with what the form came to", () => {
  const opened = { total: 3, answered: 1, question: question(1) };
  const reply: Reply = { kind: "judged", index: 0, verdict: verdict(false), answered: 1, next: null };
  expect(openWith(opened, reply)).toMatchObject({ phase: "wrong", question: null, verdict: { correct: false } });
  expect(openWith(opened, { kind: "failed", message: "Busy." })).toMatchObject({ phase: "answering", trouble: "Busy." });
});

import { isComplete, isSequence, type Question, type Reply, type Verdict } from "./question";

/**
 * One practice on one page. ready: a timed question waits for the learner's sign. asking: it is being fetched, and what
 * was judged before stays in view until it comes.
 * answering → sending → right or wrong → answering … → done. A failure leads back to where it can be tried again.
 */
export type Phase = "ready" | "asking" | "answering" | "sending" | "right" | "wrong" | "done";

export interface PracticeState {
  phase: Phase;
  total: number;
  answered: number;
  question: Question | null;
  /** Already fetched, so that going on takes no time; timed questions never are, since fetching starts their clock. */
  next: Question | null;
  picked: readonly string[];
  verdict: Verdict | null;
  /** What went wrong with the last try; the answer is kept. */
  trouble: string | null;
}

export type PracticeEvent =
  | { type: "picked"; id: string }
  | { type: "undone" }
  | { type: "cleared" }
  | { type: "submitted" }
  | { type: "wentOn" }
  | { type: "replied"; reply: Reply }
  | { type: "reopened"; opened: Opened };

export interface Opened {
  total: number;
  answered: number;
  /** Null on timed levels, and when all questions are answered. */
  question: Question | null;
}

/** The state a page begins with: also after a reload, which resumes where the learner was. */
export function open({ total, answered, question }: Opened): PracticeState {
  const phase = answered >= total ? "done" : question ? "answering" : "ready";
  return { phase, total, answered, question, next: null, picked: [], verdict: null, trouble: null };
}

/** The same, when the page comes as the answer to a form: without JavaScript each answer is one. */
export function openWith(opened: Opened, reply: Reply | null | undefined): PracticeState {
  const state = open(opened);
  if (reply?.kind === "judged") return judged(state, reply);
  if (reply?.kind === "asked") return asked(state, reply);
  return reply?.kind === "failed" ? { ...state, trouble: reply.message } : state;
}

/** What happens next. An event that makes no sense in a phase (a double click, a late reply) changes nothing. */
export function step(state: PracticeState, event: PracticeEvent): PracticeState {
  switch (event.type) {
    case "picked": return pick(state, event.id);
    case "undone": return edit(state, state.picked.slice(0, -1));
    case "cleared": return edit(state, []);
    case "submitted": return submit(state);
    case "wentOn": return goOn(state);
    case "replied": return take(state, event.reply);
    case "reopened": return open(event.opened);
  }
}

function pick(state: PracticeState, id: string): PracticeState {
  const { phase, question, picked } = state;
  if (phase !== "answering" || !question?.choices.some((choice) => choice.id === id)) return state;
  if (!isSequence(question)) return { ...state, phase: "sending", picked: [id], trouble: null };
  const full = question.answerLength && picked.length >= question.answerLength;
  return full ? state : { ...state, picked: [...picked, id], trouble: null };
}

function edit(state: PracticeState, picked: readonly string[]): PracticeState {
  const editable = state.phase === "answering" && state.question && isSequence(state.question);
  return editable ? { ...state, picked, trouble: null } : state;
}

function submit(state: PracticeState): PracticeState {
  const ready = state.phase === "answering" && state.question && isComplete(state.question, state.picked.length);
  return ready ? { ...state, phase: "sending", trouble: null } : state;
}

function goOn(state: PracticeState): PracticeState {
  const { phase, answered, total, next } = state;
  if (phase === "ready") return { ...state, phase: "asking", trouble: null };
  if (phase !== "right" && phase !== "wrong") return state;
  if (answered >= total || next) return open({ total, answered, question: next });
  return { ...state, phase: "asking", trouble: null };
}

function take(state: PracticeState, reply: Reply): PracticeState {
  const { phase, question } = state;
  if (reply.kind === "judged") return phase === "sending" && question?.index === reply.index ? judged(state, reply) : state;
  if (reply.kind === "asked") return phase === "asking" ? asked(state, reply) : state;
  if (reply.kind === "stale") return state;
  if (phase === "asking") return { ...open({ ...state, question: null }), trouble: reply.message };
  return { ...state, phase: phase === "sending" ? "answering" : phase, trouble: reply.message };
}

function judged(state: PracticeState, reply: Reply & { kind: "judged" }): PracticeState {
  const { verdict, answered, next } = reply;
  const question = state.question?.index === reply.index ? state.question : null;
  return { ...state, phase: verdict.correct ? "right" : "wrong", question, verdict, answered, next, trouble: null };
}

function asked(state: PracticeState, { question, answered }: Reply & { kind: "asked" }): PracticeState {
  return { ...open({ total: state.total, answered, question }), phase: question ? "answering" : "done" };
}

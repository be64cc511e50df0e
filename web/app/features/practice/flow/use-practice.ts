import { useFetcher, useRevalidator } from "@remix-run/react";
import { useEffect, useReducer, useRef } from "react";
import { openWith, step, type Opened, type PracticeEvent, type PracticeState } from "./practice-machine";
import type { Reply } from "./question";

/** Runs a practice: sends what the machine wants sent to the route's own action, and feeds it what comes back. */
export function usePractice(opened: Opened, reply: Reply | undefined): [PracticeState, (event: PracticeEvent) => void] {
  const [state, dispatch] = useReducer(step, undefined, () => openWith(opened, reply));
  const { submit, data } = useFetcher<Reply>();
  const { revalidate } = useRevalidator();
  const sent = useRef<PracticeState | null>(null);

  useEffect(() => {
    const form = formFor(state);
    if (!form || sent.current === state) return;
    sent.current = state;
    submit(form, { method: "post" });
  }, [state, submit]);

  useNews(data, (news) => {
    dispatch({ type: "replied", reply: news });
    if (news.kind === "stale") revalidate();
  });
  useNews(opened, (news) => dispatch({ type: "reopened", opened: news }), opened);
  useNews(reply, (news) => dispatch({ type: "replied", reply: news }), reply);
  return [state, dispatch];
}

/** What the server is to be told in this state; null when it is the learner's turn. */
function formFor({ phase, question, picked }: PracticeState): FormData | null {
  const form = new FormData();
  if (phase === "asking") form.set("intent", "ask");
  else if (phase === "sending" && question) {
    form.set("intent", "answer");
    form.set("index", String(question.index));
    if (question.timeLimitMs == null) form.set("ahead", "on");
    for (const id of picked) form.append(question.answerForm === "SEQUENCE" ? "sequence" : "choice", id);
  } else return null;
  return form;
}

/** Calls back once for each new value after the `first`, which the page began with. */
function useNews<Value extends object>(value: Value | undefined, tell: (value: Value) => void, first?: Value): void {
  const told = useRef<Value | undefined>(first);
  useEffect(() => {
    if (value === undefined || told.current === value) return;
    told.current = value;
    tell(value);
  });
}

import { Form } from "@remix-run/react";
import { CircleCheck, CircleX } from "lucide-react";
import { useEffect, useRef, type FormEvent, type RefObject } from "react";
import { Button } from "../../ui/button";
import { Notice } from "../../ui/notice";
import type { PracticeEvent, PracticeState } from "./flow/practice-machine";
import { isSameAnswer, type Verdict } from "./flow/question";

interface DockProps {
  state: PracticeState;
  dispatch: (event: PracticeEvent) => void;
  goOn: () => void;
  finishForm: RefObject<HTMLFormElement>;
  /** Whether a right answer, too, waits for the learner. */
  waits: boolean;
}

/** The foot of the page: what the answer came to and the way on. Room is kept for it, so that nothing above moves. */
export function Dock({ state, dispatch, goOn, finishForm, waits }: DockProps) {
  const { phase, verdict, trouble, answered, total } = state;
  const judged = verdict !== null;
  const isLast = answered >= total && (judged || phase === "done");
  return (
    <div className="dock" data-judged={judged || undefined}>
      <div className="dock-body">
        <div className="dock-words" aria-live="polite" aria-atomic="true">{verdict && <Words verdict={verdict} />}</div>
        {trouble && <Trouble words={trouble} retry={() => dispatch({ type: phase === "ready" ? "wentOn" : "submitted" })} />}
        {judged && !isLast && <Continue goOn={goOn} focused={phase === "wrong" || waits} />}
        {isLast && <Finish form={finishForm} />}
      </div>
    </div>
  );
}

function Words({ verdict }: { verdict: Verdict }) {
  const { correct, inTime, credit, explanation } = verdict;
  const Icon = correct ? CircleCheck : CircleX;
  const title = correct ? "Right" : !inTime ? "Out of time" : credit > 0 ? "Nearly" : "Not quite";
  return (
    <>
      <p className={`dock-title dock-title-${correct ? "right" : "wrong"}`}><Icon /> {title}</p>
      <p className="dock-reason">{!inTime && isSameAnswer(verdict) && "The right answer, only too late. "}{explanation}</p>
    </>
  );
}

/** After a failed request the answer is still there; nothing has to be chosen again. */
function Trouble({ words, retry }: { words: string; retry: () => void }) {
  return (
    <div className="dock-trouble">
      <Notice kind="wrong">{words}</Notice>
      <Button type="button" className="needs-script" onClick={retry}>Try again</Button>
    </div>
  );
}

function Continue({ goOn, focused }: { goOn: () => void; focused: boolean }) {
  const button = useFocused<HTMLButtonElement>(focused);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    goOn();
  };
  return (
    <Form method="post" onSubmit={submit} className="dock-way">
      <input type="hidden" name="intent" value="ask" />
      <button ref={button} className={`button button-${focused ? "primary" : "secondary"} button-wide`}>Continue</button>
    </Form>
  );
}

function Finish({ form }: { form: RefObject<HTMLFormElement> }) {
  const button = useFocused<HTMLButtonElement>(true);
  return (
    <Form method="post" ref={form} className="dock-way">
      <input type="hidden" name="intent" value="finish" />
      <button ref={button} className="button button-primary button-wide">See your result</button>
    </Form>
  );
}

function useFocused<Element extends HTMLElement>(focused: boolean): RefObject<Element> {
  const element = useRef<Element>(null);
  useEffect(() => {
    if (focused) element.current?.focus({ preventScroll: true });
  }, [focused]);
  return element;
}

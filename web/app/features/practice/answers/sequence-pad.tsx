import { Form } from "@remix-run/react";
import { Check, Delete, X } from "lucide-react";
import { Button } from "../../../ui/button";
import type { PadProps } from "./choice-pad";
import { Notation } from "../notation/notation";
import { PadButton, PadKeys } from "./pad-keys";
import { keysOf, padLayout } from "./pad-layout";
import type { PracticeState } from "../flow/practice-machine";
import { isComplete, type Choice, type Question } from "../flow/question";
import { hintFor } from "./shortcuts";

/** An answer put together from several: slots to fill, and what fills them. */
export function SequencePad({ question, state, dispatch, armed }: PadProps) {
  const layout = padLayout(question.choices);
  const keys = keysOf(layout);
  const judged = state.verdict !== null;
  const full = isComplete(question, state.picked.length);
  return (
    <div className={`pad pad-sequence pad-${layout.form}`} role="group" aria-label="Answers" data-armed={armed || undefined}>
      <div className="sequence needs-script">
        <Slots question={question} state={state} />
        <div className="sequence-tools" data-over={judged || undefined}>
          <Button type="button" kind="quiet" aria-label="Undo" onClick={() => dispatch({ type: "undone" })}><Delete /></Button>
          <Button type="button" kind="quiet" onClick={() => dispatch({ type: "cleared" })}>Clear</Button>
          <Button type="button" kind={full ? "primary" : "secondary"} aria-disabled={!full || undefined} pending={state.phase === "sending" && "Check"} onClick={() => dispatch({ type: "submitted" })}>
            Check
          </Button>
        </div>
        <PadKeys
          layout={layout}
          button={(key) => (
            <PadButton
              key={key.choice.id} answer={key} hint={hintFor(key, keys)} mark={null}
              answered={state.phase !== "answering" || full} press={() => dispatch({ type: "picked", id: key.choice.id })}
            />
          )}
        />
      </div>
      <noscript><PlainSequence question={question} /></noscript>
    </div>
  );
}

/** The answer so far; read out as it grows, and marked item by item when it was judged. */
function Slots({ question, state }: { question: Question; state: PracticeState }) {
  const { picked, verdict } = state;
  const length = question.answerLength ?? picked.length + 1;
  return (
    <ol className="slots" data-half={Math.ceil(length / 2)} aria-label={`Your answer, ${picked.length} of ${length}`} aria-live="polite">
      {Array.from({ length }, (_, at) => {
        const choice = question.choices.find((one) => one.id === picked[at]);
        const mark = verdict && choice ? (verdict.solution.choices[at] === choice.id ? "right" : "wrong") : undefined;
        return (
          <li key={at} className="slot" data-mark={mark} data-filled={choice ? true : undefined} data-next={at === picked.length ? true : undefined}>
            {choice ? <Filled choice={choice} /> : <span className="visually-hidden">empty</span>}
            {mark === "right" && <Check className="slot-mark" aria-label="right" />}
            {mark === "wrong" && <X className="slot-mark" aria-label="wrong" />}
          </li>
        );
      })}
    </ol>
  );
}

function Filled({ choice }: { choice: Choice }) {
  return choice.notation ? <Notation abc={choice.notation} size="cell" label={choice.label} /> : <span>{choice.label}</span>;
}

/** The same question as a plain form. */
function PlainSequence({ question }: { question: Question }) {
  return (
    <Form method="post" className="form">
      <input type="hidden" name="intent" value="answer" />
      <input type="hidden" name="index" value={question.index} />
      {Array.from({ length: question.answerLength ?? 1 }, (_, at) => (
        <label key={at} className="field">
          <span className="field-label">Number {at + 1}</span>
          <select name="sequence" className="input">
            {question.choices.map((choice) => <option key={choice.id} value={choice.id}>{choice.label}</option>)}
          </select>
        </label>
      ))}
      <Button>Check</Button>
    </Form>
  );
}

import { Form } from "@remix-run/react";
import { PadButton, PadKeys, type Mark } from "./pad-keys";
import { keysOf, padLayout, type Accidental } from "./pad-layout";
import type { PracticeEvent, PracticeState } from "../flow/practice-machine";
import type { Question } from "../flow/question";
import { hintFor } from "./shortcuts";

export interface PadProps {
  question: Question;
  state: PracticeState;
  dispatch: (event: PracticeEvent) => void;
  /** The accidental that the next letter pressed on the keyboard gets. */
  armed: Accidental;
}

/** The answers to choose one from. Each is a submit button, so a press answers without JavaScript too. */
export function ChoicePad({ question, state, dispatch, armed }: PadProps) {
  const layout = padLayout(question.choices);
  const keys = keysOf(layout);
  return (
    <Form method="post" className={`pad pad-${layout.form}`} aria-label="Answers" data-armed={armed || undefined}>
      <input type="hidden" name="intent" value="answer" />
      <input type="hidden" name="index" value={question.index} />
      <PadKeys
        layout={layout}
        button={(key) => (
          <PadButton
            key={key.choice.id} answer={key} hint={hintFor(key, keys)} mark={markOf(state, key.choice.id)}
            answered={state.phase !== "answering"} press={() => dispatch({ type: "picked", id: key.choice.id })}
          />
        )}
      />
    </Form>
  );
}

function markOf({ picked, verdict }: PracticeState, id: string): Mark {
  if (verdict?.solution.choices.includes(id)) return "right";
  if (!picked.includes(id)) return null;
  return verdict ? "wrong" : "picked";
}

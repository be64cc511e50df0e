import { useEffect, useMemo, useRef } from "react";
import { ChoicePad, type PadProps } from "./answers/choice-pad";
import { Countdown } from "./countdown";
import { Dock } from "./dock";
import { keysOf, padLayout } from "./answers/pad-layout";
import type { Opened, Phase } from "./flow/practice-machine";
import { PracticeTop } from "./practice-top";
import { isSequence, type Reply } from "./flow/question";
import { SequencePad } from "./answers/sequence-pad";
import { Stage } from "./stage";
import { useForward } from "./flow/use-forward";
import { usePace } from "./flow/use-pace";
import { usePlayer } from "./sound/use-player";
import { usePractice } from "./flow/use-practice";
import { useQuestionSound } from "./sound/use-question-sound";
import { useShortcuts } from "./answers/use-shortcuts";

export interface PracticeScreenProps {
  title: string;
  /** Per question, in milliseconds; null where there is no hurry. */
  timeLimitMs: number | null;
  opened: Opened;
  /** What the last form came to, where the page is its answer. */
  reply: Reply | undefined;
}

/** A practice: the question, its answers, how far it is, and a way out. */
export function PracticeScreen({ title, timeLimitMs, opened, reply }: PracticeScreenProps) {
  const [state, dispatch] = usePractice(opened, reply);
  const [pace, changePace] = usePace();
  const player = usePlayer();
  const { phase, question } = state;
  const keys = useMemo(() => (question ? keysOf(padLayout(question.choices)) : []), [question]);
  const { replay } = useQuestionSound({ state, player, pace, changePace });
  const { goOn, finishForm } = useForward({ state, dispatch, player, pace });
  const armed = useShortcuts({ state, keys, dispatch, replay, goOn });
  const prompt = usePromptFocus(question?.index);

  return (
    <div className="practice">
      <PracticeTop title={title} state={state} pace={pace} changePace={changePace} />
      <main className="practice-main">
        {timeLimitMs !== null && <Countdown key={`time ${question?.index}`} question={question} limitMs={timeLimitMs} running={isOpen(phase)} />}
        <h1 ref={prompt} tabIndex={-1} className="prompt">{question?.prompt ?? headingFor(phase)}</h1>
        <Stage state={state} timeLimitMs={timeLimitMs} player={player} soundKnown={pace.hasHeard} goOn={goOn} />
        <Answers state={state} dispatch={dispatch} armed={armed} />
        <Dock state={state} dispatch={dispatch} goOn={goOn} finishForm={finishForm} waits={pace.forwardMs === null} />
      </main>
    </div>
  );
}

/** The question's pad; a new question gets a new one. */
function Answers({ state, ...rest }: Omit<PadProps, "question">) {
  const { question } = state;
  if (!question) return null;
  const Pad = isSequence(question) ? SequencePad : ChoicePad;
  return <Pad key={question.index} question={question} state={state} {...rest} />;
}

const isOpen = (phase: Phase) => phase === "answering" || phase === "sending";

function headingFor(phase: Phase): string {
  if (phase === "done") return "All questions answered";
  if (phase === "right" || phase === "wrong") return "Your answer";
  return phase === "asking" ? "Next question" : "Ready?";
}

/** Each new question is read out, and the focus waits at its beginning. */
function usePromptFocus(index: number | undefined) {
  const prompt = useRef<HTMLHeadingElement>(null);
  const shown = useRef(index);
  useEffect(() => {
    if (index === undefined || shown.current === index) return;
    shown.current = index;
    prompt.current?.focus({ preventScroll: true });
  }, [index]);
  return prompt;
}

import { Form } from "@remix-run/react";
import { Check } from "lucide-react";
import { useState } from "react";
import { Button } from "../../ui/button";
import { Comparison } from "./comparison";
import { Notation } from "./notation/notation";
import { PlayButton } from "./sound/play-button";
import type { PracticeState } from "./flow/practice-machine";
import type { Question } from "./flow/question";
import type { Sounding } from "./sound/use-player";

interface StageProps {
  state: PracticeState;
  timeLimitMs: number | null;
  player: Sounding;
  /** Whether it is sure that there is sound on this device. */
  soundKnown: boolean;
  goOn: () => void;
}

/** The middle of the page: what is asked, and afterwards what was answered and what is right. Its height never changes. */
export function Stage({ state, timeLimitMs, player, soundKnown, goOn }: StageProps) {
  const { phase, question, verdict } = state;
  return (
    <section className="stage" aria-label={verdict ? "Answer" : "Question"} data-phase={phase}>
      {verdict && <Comparison verdict={verdict} player={player} />}
      {!verdict && question && <Asked question={question} player={player} soundKnown={soundKnown} />}
      {phase === "ready" && <Ready timeLimitMs={timeLimitMs} goOn={goOn} />}
      {phase === "done" && <p className="stage-done"><Check /> That was the last one.</p>}
    </section>
  );
}

function Asked({ question, player, soundKnown }: { question: Question; player: Sounding; soundKnown: boolean }) {
  const [first, setFirst] = useState(question.audioUrl);
  const sounded = player.hasSounded && first === question.audioUrl;
  if (first !== question.audioUrl) setFirst(question.audioUrl);
  return (
    <>
      {question.notation && <Notation abc={question.notation} size="question" />}
      {question.audioUrl && (
        <div className="stage-heard">
          <PlayButton url={question.audioUrl} player={player} label={sounded ? "Play again" : "Play"} kind="primary" className="play-question" />
          <SoundHint failed={player.state.phase === "failed"} shown={!soundKnown && sounded} />
        </div>
      )}
    </>
  );
}

/** Kept for the first time: most who hear nothing have a phone that is muted by its switch. */
function SoundHint({ failed, shown }: { failed: boolean; shown: boolean }) {
  return (
    <p className="sound-hint muted small" aria-live="polite">
      {failed && "The sound didn't load. Press again to try once more."}
      {!failed && shown && "No sound? Turn up the volume, and on an iPhone check the ring switch."}
    </p>
  );
}

/** Before a timed question: its clock starts when it is shown, not before. */
function Ready({ timeLimitMs, goOn }: { timeLimitMs: number | null; goOn: () => void }) {
  const seconds = (timeLimitMs ?? 0) / 1000;
  return (
    <Form method="post" className="stage-ready" onSubmit={(event) => { event.preventDefault(); goOn(); }}>
      <input type="hidden" name="intent" value="ask" />
      {timeLimitMs && <p>You have {seconds} seconds for each question. Its time starts when it is first shown.</p>}
      <Button autoFocus>Show the question</Button>
    </Form>
  );
}

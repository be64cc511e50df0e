import { Check, X } from "lucide-react";
import { Notation } from "../notation/notation";
import { PlayButton } from "../sound/play-button";
import type { Shown } from "../flow/question";
import { usePlayer, type Sounding } from "../sound/use-player";

export interface Mistake {
  index: number;
  prompt: string;
  /** The learner's own answer in words. */
  given: string;
  solution: Shown;
  explanation: string;
}

/** What went wrong and why, to be seen and heard once more. */
export function MistakeList({ mistakes }: { mistakes: readonly Mistake[] }) {
  const player = usePlayer();
  return (
    <section aria-labelledby="mistakes" className="stack">
      <h2 id="mistakes">Worth another look</h2>
      <ol className="mistakes">
        {mistakes.map((mistake) => <MistakeItem key={mistake.index} mistake={mistake} player={player} />)}
      </ol>
    </section>
  );
}

function MistakeItem({ mistake: { index, prompt, given, solution, explanation }, player }: { mistake: Mistake; player: Sounding }) {
  return (
    <li className="mistake">
      <h3 className="small muted">Question {index + 1}<span className="visually-hidden">: {prompt}</span></h3>
      <dl className="mistake-answers">
        <div className="mistake-yours"><dt><X aria-hidden="true" /> Yours</dt><dd>{given || "No answer"}</dd></div>
        <div className="mistake-right"><dt><Check aria-hidden="true" /> Right</dt><dd>{solution.text}</dd></div>
      </dl>
      {solution.notation && <Notation abc={solution.notation} size="answer" label={null} />}
      <p>{explanation}</p>
      {solution.audioUrl && <div><PlayButton url={solution.audioUrl} player={player} label="Play the right one" /></div>}
    </li>
  );
}

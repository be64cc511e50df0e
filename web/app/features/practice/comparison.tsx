import { Check, X } from "lucide-react";
import { isRhythm, itemsOf } from "./notation/abc";
import { VisuallyHidden } from "../../ui/page";
import { Notation } from "./notation/notation";
import { PlayButton } from "./sound/play-button";
import { isSameAnswer, type Shown, type Verdict } from "./flow/question";
import type { Sounding } from "./sound/use-player";

/** So many notes can still be read where two staves share the width of a phone. */
const ITEMS_SIDE_BY_SIDE = 5;

/** A right answer by itself; a wrong one beside the right one, both to be seen and heard. */
export function Comparison({ verdict, player }: { verdict: Verdict; player: Sounding }) {
  const { given, solution } = verdict;
  const alone = isSameAnswer(verdict);
  const abc = solution.notation ?? "";
  const shape = `${itemsOf(abc).length > ITEMS_SIDE_BY_SIDE ? "comparison-wide" : ""} ${isRhythm(abc) ? "comparison-rhythm" : ""}`;
  return (
    <div className={`comparison ${shape}`}>
      {given && !alone && <Panel shown={given} mark="wrong" title="Yours" play="yours" player={player} />}
      <Panel shown={solution} mark="right" title={alone ? "Right" : "The right one"} play={alone ? "again" : "the right one"} player={player} />
    </div>
  );
}

interface PanelProps {
  shown: Shown;
  mark: "right" | "wrong";
  title: string;
  /** What the button plays, for those who don't see where it stands. */
  play: string;
  player: Sounding;
}

function Panel({ shown, mark, title, play, player }: PanelProps) {
  const Icon = mark === "right" ? Check : X;
  return (
    <figure className={`panel panel-${mark}`}>
      <figcaption>
        <span className={`panel-mark panel-mark-${mark}`}><Icon /> {title}</span>
        <strong className="panel-text">{shown.text}</strong>
      </figcaption>
      {shown.notation && <Notation abc={shown.notation} size="answer" label={null} />}
      {shown.audioUrl && <PlayButton url={shown.audioUrl} player={player} label={<>Play<VisuallyHidden> {play}</VisuallyHidden></>} className="play-answer" />}
    </figure>
  );
}

import { Check, X } from "lucide-react";
import { Badge } from "../../ui/progress";
import { Staff } from "./staff";

/** One question as a learner meets it after a wrong answer: both heard, both seen, and the reason. */
export function Demonstration() {
  return (
    <figure className="sheet" aria-label="A question from the interval track, answered">
      <div className="row sheet-head">
        <Badge>Intervals</Badge>
        <span className="muted small">Question 4 of 15</span>
      </div>
      <p className="sheet-prompt">Which interval do you hear?</p>
      <div className="sheet-pair">
        <div>
          <p className="sheet-answer sheet-wrong"><X />Yours: perfect fifth</p>
          <Staff label="The notes E and B on a treble staff" notes={[0, 4]} />
        </div>
        <div>
          <p className="sheet-answer sheet-right"><Check />Right: minor sixth</p>
          <Staff label="The notes E and C on a treble staff" notes={[0, 5]} />
        </div>
      </div>
      <figcaption>You chose a perfect fifth; this was a minor sixth, one semitone wider.</figcaption>
    </figure>
  );
}

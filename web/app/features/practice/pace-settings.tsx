import { Checkbox } from "../../ui/field";
import { PACES, type Pace } from "./flow/pace";

/** How long a right answer stays, and whether questions sound by themselves; kept on this device. */
export function PaceSettings({ pace, changePace }: { pace: Pace; changePace: (change: Partial<Pace>) => void }) {
  return (
    <div className="stack">
      <fieldset className="stack pace-choices">
        <legend className="field-label">After a right answer, go on</legend>
        {PACES.map(({ label, forwardMs }) => (
          <label key={label} className="check">
            <input type="radio" name="pace" checked={pace.forwardMs === forwardMs} onChange={() => changePace({ forwardMs })} />
            {label}
          </label>
        ))}
      </fieldset>
      <Checkbox
        label="Play each question by itself" hint="From the first sound you start yourself."
        checked={pace.autoplay} onChange={(event) => changePace({ autoplay: event.target.checked })}
      />
      <p className="muted small needs-keys">Keys: space or R plays again; a number, letter or degree answers; Enter goes on.</p>
    </div>
  );
}

import { Settings2, X } from "lucide-react";
import { useState, type MouseEvent } from "react";
import { Button, ButtonLink } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { ProgressBar } from "../../ui/progress";
import type { Pace } from "./flow/pace";
import { PaceSettings } from "./pace-settings";
import type { PracticeState } from "./flow/practice-machine";

interface PracticeTopProps {
  title: string;
  state: PracticeState;
  pace: Pace;
  changePace: (change: Partial<Pace>) => void;
}

/** The way out, how far it is, and how practice behaves. */
export function PracticeTop({ title, state, pace, changePace }: PracticeTopProps) {
  const [open, setOpen] = useState<"leave" | "pace" | null>(null);
  const close = () => setOpen(null);
  const leave = (event: MouseEvent) => {
    event.preventDefault();
    setOpen("leave");
  };
  return (
    <header className="practice-top">
      <ButtonLink kind="quiet" to="/dashboard" onClick={leave} className="practice-leave" aria-label="Leave, continue later">
        <X />
      </ButtonLink>
      <div className="practice-progress">
        <p className="practice-where"><strong>{title}</strong><span>{state.answered} of {state.total}</span></p>
        <ProgressBar label={`${state.answered} of ${state.total} questions answered`} value={state.answered} max={state.total} />
      </div>
      <Button kind="quiet" type="button" className="needs-script practice-pace" aria-label="How practice goes on" onClick={() => setOpen("pace")}>
        <Settings2 />
      </Button>
      <Dialog title="Leave this practice?" isOpen={open === "leave"} onClose={close}>
        <p>Your answers are kept. You can go on from your dashboard within a day.</p>
        <div className="row">
          <Button type="button" kind="secondary" autoFocus onClick={close}>Stay</Button>
          <ButtonLink kind="quiet" to="/dashboard">Leave, continue later</ButtonLink>
        </div>
      </Dialog>
      <Dialog title="How practice goes on" isOpen={open === "pace"} onClose={close}>
        <PaceSettings pace={pace} changePace={changePace} />
        <div className="row"><Button type="button" onClick={close}>Done</Button></div>
      </Dialog>
    </header>
  );
}

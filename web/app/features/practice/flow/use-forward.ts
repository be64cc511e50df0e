import { useCallback, useEffect, useRef } from "react";
import type { Pace } from "./pace";
import type { PracticeEvent, PracticeState } from "./practice-machine";
import type { Sounding } from "../sound/use-player";

interface Wires {
  state: PracticeState;
  dispatch: (event: PracticeEvent) => void;
  player: Sounding;
  pace: Pace;
}

/** How a question is left: by the learner, or by itself a moment after a right answer. The last one always waits. */
export function useForward({ state, dispatch, player, pace }: Wires) {
  const finishForm = useRef<HTMLFormElement>(null);
  const isLast = state.answered >= state.total;
  const { stop } = player;

  const goOn = useCallback(() => {
    stop();
    if (isLast) finishForm.current?.requestSubmit();
    else dispatch({ type: "wentOn" });
  }, [dispatch, isLast, stop]);

  const byItself = state.phase === "right" && !isLast ? pace.forwardMs : null;
  useEffect(() => {
    if (byItself === null) return;
    const timer = setTimeout(goOn, byItself);
    return () => clearTimeout(timer);
  }, [byItself, goOn]);

  return { goOn, finishForm };
}

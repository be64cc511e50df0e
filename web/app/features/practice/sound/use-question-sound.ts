import { useCallback, useEffect } from "react";
import { fetchEngraver } from "../notation/notation";
import type { Pace } from "../flow/pace";
import type { PracticeState } from "../flow/practice-machine";
import type { Sounding } from "./use-player";

interface Wires {
  state: PracticeState;
  player: Sounding;
  pace: Pace;
  changePace: (change: Partial<Pace>) => void;
}

/** Plays the question at hand, fetches ahead what will be heard next, and begins by itself where that is wanted and allowed. */
export function useQuestionSound({ state, player, pace, changePace }: Wires) {
  const { phase, question, next, verdict } = state;
  const { play, preload } = player;
  const url = question?.audioUrl ?? null;
  const replay = useCallback(() => {
    if (url) play(url);
  }, [url, play]);

  useEffect(() => {
    for (const ahead of [url, next?.audioUrl, verdict?.given?.audioUrl, verdict?.solution.audioUrl]) if (ahead) preload(ahead);
  }, [url, next, verdict, preload]);

  const begins = phase === "answering" && pace.autoplay && url;
  useEffect(() => {
    if (begins && navigator.userActivation?.hasBeenActive) play(begins);
  }, [begins, question?.index, play]);

  const heardEnough = verdict !== null && url !== null && !pace.hasHeard;
  useEffect(() => {
    if (heardEnough) changePace({ hasHeard: true });
  }, [heardEnough, changePace]);

  useEffect(() => void fetchEngraver().catch(() => undefined), []);
  return { replay };
}

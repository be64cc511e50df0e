import { useEffect, useMemo, useRef, useState } from "react";
import { browserAudio, createPlayer, type Player, type PlayerState } from "./player";

export interface Sounding extends Player {
  state: PlayerState;
  /** Whether something has sounded on this page since it was opened. */
  hasSounded: boolean;
}

/** The page's one player; silent again when the page is left. */
export function usePlayer(): Sounding {
  const [state, setState] = useState<PlayerState>({ phase: "idle" });
  const [hasSounded, setHasSounded] = useState(false);
  const made = useRef<Player | null>(null);
  const player = useMemo<Player>(() => {
    const get = () => (made.current ??= createPlayer(browserAudio(), (next) => {
      setState(next);
      if (next.phase === "playing") setHasSounded(true);
    }));
    return { play: (url) => get().play(url), stop: () => made.current?.stop(), preload: (url) => get().preload(url) };
  }, []);
  useEffect(() => () => made.current?.stop(), []);
  return useMemo(() => ({ ...player, state, hasSounded }), [player, state, hasSounded]);
}

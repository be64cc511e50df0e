import { LoaderCircle, RotateCcw, Volume2 } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "../../../ui/button";
import type { Sounding } from "./use-player";

interface PlayButtonProps {
  url: string;
  player: Sounding;
  /** What the button is called; the question's own is "Play", and "Play again" once it has sounded. */
  label: ReactNode;
  kind?: "primary" | "secondary";
  className?: string;
}

/** Sounds at the first press, and again at each further one. Without JavaScript the browser's own player stands in. */
export function PlayButton({ url, player, label, kind = "secondary", className = "" }: PlayButtonProps) {
  const { state, play } = player;
  const phase = state.phase !== "idle" && state.url === url ? state.phase : "idle";
  const Icon = phase === "loading" ? LoaderCircle : phase === "failed" ? RotateCcw : Volume2;
  return (
    <>
      <Button type="button" kind={kind} className={`needs-script play ${className}`} data-phase={phase} onClick={() => play(url)}>
        <Icon />
        {label}
      </Button>
      <noscript>
        <audio controls preload="auto" src={url} />
      </noscript>
    </>
  );
}

import { ChevronDown, Lock, Sparkles } from "lucide-react";
import { Badge, Stars } from "../../ui/progress";
import { byStage, levelState, percent, type LevelFacts, type LevelState } from "./level-state";
import { NoteStrip } from "./note-strip";
import { StartButton } from "./start-button";

export interface TrackFacts {
  id: string;
  title: string;
  description: string;
  levels: readonly (LevelFacts & { description: string })[];
}

interface TrackSectionProps {
  track: TrackFacts;
  plan: "FREE" | "PREMIUM";
  open: boolean;
  /** The level that is next for the learner. */
  nextId: string | null;
}

/** One track of the map: folded, its notes tell how far it is; unfolded, every level with its own button. */
export function TrackSection({ track, plan, open, nextId }: TrackSectionProps) {
  const states = track.levels.map((level) => levelState(level, plan));
  const passed = states.filter((state) => state.kind === "passed").length;
  return (
    <details className="track" open={open} id={track.id}>
      <summary className="track-head">
        <span className="track-name"><h2>{track.title}</h2><span className="muted small">{passed} of {states.length} passed</span></span>
        <NoteStrip states={states.map((state) => state.kind)} />
        <ChevronDown className="track-arrow" />
      </summary>
      <p className="track-about muted">
        {track.description}
        {states.some((state) => state.kind === "premium") && " Levels marked Premium need a Premium account."}
      </p>
      {byStage(track.levels).map(({ stage, levels }) => (
        <section key={stage} aria-label={`${track.title}, stage ${stage}`}>
          <h3 className="stage-name">Stage {stage}</h3>
          <ol className="levels">
            {levels.map((level) => <LevelRow key={level.id} level={level} state={levelState(level, plan)} isNext={level.id === nextId} />)}
          </ol>
        </section>
      ))}
    </details>
  );
}

function LevelRow({ level, state, isNext }: { level: TrackFacts["levels"][number]; state: LevelState; isNext: boolean }) {
  return (
    <li className={`level level-${state.kind}`} data-next={isNext || undefined}>
      <div className="level-words">
        <h4>{level.title}{isNext && <Badge kind="accent">Next for you</Badge>}</h4>
        <p className="level-about muted small">{level.description}</p>
        <Standing state={state} />
      </div>
      {state.kind === "open" && <StartButton level={level} words={state.tried === null ? "Start" : "Try again"} kind={isNext ? "primary" : "secondary"} />}
      {state.kind === "passed" && state.open && <StartButton level={level} words="Again" kind="quiet" />}
      {(state.kind === "locked" || state.kind === "premium") && <Lock className="level-lock" aria-hidden="true" />}
    </li>
  );
}

function Standing({ state }: { state: LevelState }) {
  if (state.kind === "passed") return <p className="level-standing small"><Stars won={state.stars} /> <span>Passed, best {percent(state.score)}</span></p>;
  if (state.kind === "locked") return <p className="level-standing small">{state.needs}</p>;
  if (state.kind === "premium") return <p className="level-standing small"><Badge><Sparkles /> Premium</Badge></p>;
  return state.tried === null ? null : <p className="level-standing small">Best so far {percent(state.tried)}</p>;
}

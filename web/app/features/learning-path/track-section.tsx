import { ChevronDown, Lock } from "lucide-react";
import { ButtonLink } from "../../ui/button";
import { VisuallyHidden } from "../../ui/page";
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
        {states.some((state) => state.kind === "premium") && " Premium opens the levels marked so."}
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
      <WayIn level={level} state={state} isNext={isNext} />
    </li>
  );
}

function WayIn({ level, state, isNext }: { level: LevelFacts; state: LevelState; isNext: boolean }) {
  if (state.kind === "open") return <StartButton level={level} words={state.tried === null ? "Start" : "Try again"} kind={isNext ? "primary" : "secondary"} />;
  if (state.kind === "locked") return <Lock className="level-lock" aria-hidden="true" />;
  if (state.kind === "premium" || state.premium) return <ToPremium level={level} />;
  return state.open ? <StartButton level={level} words="Again" kind="quiet" /> : null;
}

/** Where a locked level says what it costs. */
function ToPremium({ level }: { level: LevelFacts }) {
  return (
    <ButtonLink kind="quiet" to={`/pricing?from=${level.id}`} className="level-premium-way">
      <Lock aria-hidden="true" />
      Premium<VisuallyHidden>: {level.title}</VisuallyHidden>
    </ButtonLink>
  );
}

function Standing({ state }: { state: LevelState }) {
  if (state.kind === "passed") return <p className="level-standing small"><Stars won={state.stars} /> <span>Passed, best {percent(state.score)}</span></p>;
  if (state.kind === "locked") return <p className="level-standing small">{state.needs}</p>;
  if (state.kind === "premium" || state.tried === null) return null;
  return <p className="level-standing small">Best so far {percent(state.tried)}</p>;
}

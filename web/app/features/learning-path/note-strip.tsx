import type { LevelState } from "./level-state";

const SPACING = 17;

/** A track at a glance: one note for each level, filled when passed, hollow when open, faint when not yet. Words stand beside it. */
export function NoteStrip({ states }: { states: readonly LevelState["kind"][] }) {
  const width = SPACING * states.length + 3;
  return (
    <svg className="note-strip" viewBox={`0 0 ${width} 20`} width={width} height={20} aria-hidden="true" focusable="false">
      <path className="note-strip-line" d={`M0 10h${width}`} />
      {states.map((kind, at) => (
        <ellipse key={at} className={`note-${kind}`} cx={10 + SPACING * at} cy={10} rx={5.6} ry={4.2} transform={`rotate(-20 ${10 + SPACING * at} 10)`} />
      ))}
    </svg>
  );
}

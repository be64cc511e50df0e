import { LINE_GAP, NOTEHEAD, TREBLE_CLEF } from "./glyphs";

const WIDTH = 150;
const STEP = LINE_GAP / 2;
const TOP = 28;
const STEM = 3.5 * LINE_GAP;
const HEAD_WIDTH = 9.8;

interface StaffProps {
  /** What is drawn, in words. */
  label: string;
  /** Steps above the bottom line of a treble staff: 0 is E4, 4 is B4, 5 is C5. */
  notes: readonly number[];
  className?: string;
}

/** A treble staff with quarter notes, engraved in the text's colour. */
export function Staff({ label, notes, className = "" }: StaffProps) {
  const heightOf = (step: number) => TOP + 4 * LINE_GAP - step * STEP;
  return (
    <svg className={`engraved ${className}`.trim()} role="img" aria-label={label} viewBox={`0 -10 ${WIDTH} 92`} fill="currentColor">
      {[0, 1, 2, 3, 4].map((line) => <rect key={line} className="engraved-line" x="0" y={TOP + line * LINE_GAP - 0.4} width={WIDTH} height="0.8" />)}
      <path d={TREBLE_CLEF} transform={`translate(10 ${heightOf(2)})`} />
      {notes.map((step, index) => <Note key={index} x={54 + index * 44} y={heightOf(step)} up={step < 4} />)}
      <rect x={WIDTH - 1.2} y={TOP - 0.4} width="1.2" height={4 * LINE_GAP + 0.8} />
    </svg>
  );
}

function Note({ x, y, up }: { x: number; y: number; up: boolean }) {
  return (
    <g className="engraved-note">
      <path d={NOTEHEAD} transform={`translate(${x} ${y})`} />
      <rect x={up ? x + HEAD_WIDTH - 1 : x} y={up ? y - STEM : y} width="1" height={STEM} />
    </g>
  );
}

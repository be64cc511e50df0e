const SPACING = 20;
/** Where the notes lie, in steps from the middle line: the beginning of a study, over and over. */
const TUNE = [-2, -1, 0, 1, 2, 1, 0, -1, 0, 1, 2, 3, 2, 1, 0, -1];

/** A level's questions as notes on a staff: filled as far as they are answered. Only an ornament; words beside it say the same. */
export function QuestionStaff({ total, answered }: { total: number; answered: number }) {
  const width = SPACING * total + 16;
  return (
    <svg className="question-staff" viewBox={`0 0 ${width} 44`} preserveAspectRatio="xMinYMid meet" aria-hidden="true" focusable="false">
      {[6, 14, 22, 30, 38].map((y) => <path key={y} className="question-staff-line" d={`M0 ${y}h${width}`} />)}
      {Array.from({ length: total }, (_, at) => {
        const [x, y] = [18 + SPACING * at, 22 - 4 * (TUNE[at % TUNE.length] ?? 0)];
        return <ellipse key={at} className={at < answered ? "note-passed" : "note-open"} cx={x} cy={y} rx={5.2} ry={3.8} transform={`rotate(-20 ${x} ${y})`} />;
      })}
    </svg>
  );
}

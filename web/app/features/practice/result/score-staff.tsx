const SPACING = 20;
const HEIGHT = 44;

/** The practice as it went, one note a question: filled on the line where it was right, hollow and lower where it wasn't. */
export function ScoreStaff({ total, wrong }: { total: number; wrong: readonly number[] }) {
  const width = SPACING * total + 16;
  return (
    <svg className="score-staff" viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={`Question by question: ${total - wrong.length} right, ${wrong.length} not.`}>
      {[6, 14, 22, 30, 38].map((y) => <path key={y} className="score-line" d={`M0 ${y}h${width}`} />)}
      {Array.from({ length: total }, (_, at) => {
        const isWrong = wrong.includes(at);
        const [x, y] = [18 + SPACING * at, isWrong ? 30 : 18];
        return <ellipse key={at} className={isWrong ? "score-wrong" : "score-right"} cx={x} cy={y} rx={5.2} ry={3.8} transform={`rotate(-20 ${x} ${y})`} />;
      })}
    </svg>
  );
}

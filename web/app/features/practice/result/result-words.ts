interface Score {
  correct: number;
  questionCount: number;
  score: number;
  passed: boolean;
  level: { passScore: number };
}

/** "13 of 15 right. You needed 12." Where parts of answers count, the share is said instead, since the count alone would mislead. */
export function scoreWords({ correct, questionCount, score, passed, level }: Score): string {
  const needed = Math.ceil(level.passScore * questionCount - 1e-9);
  const isPartial = Math.abs(score - correct / questionCount) > 1e-6;
  const count = correct === questionCount ? `All ${questionCount} right.` : `${correct} of ${questionCount} right.`;
  if (isPartial) return `${count} With what was partly right that makes ${Math.floor(score * 100)} %; ${Math.round(level.passScore * 100)} % passes.`;
  if (passed) return correct === questionCount ? `${count} Nothing to add.` : `${count} ${needed} were needed.`;
  const missing = needed - correct;
  return `${count} ${missing === 1 ? "One more" : `${missing} more`} would have passed. The questions are new each time, and it comes with practice.`;
}

export function streakLine(days: number): string {
  if (days <= 1) return "Practised today";
  return `${days} days in a row`;
}

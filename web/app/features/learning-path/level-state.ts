/** What the map knows of a level. */
export interface LevelFacts {
  id: string;
  title: string;
  stage: number;
  plan: "FREE" | "PREMIUM";
  /** May a practice of it be started now? */
  unlocked: boolean;
  requires: readonly { id: string; title: string; progress?: { completed: boolean } | null }[];
  progress?: { completed: boolean; stars: number; score: number } | null;
}

export type LevelState =
  | { kind: "passed"; stars: number; score: number; open: boolean; premium: boolean }
  | { kind: "open"; tried: number | null }
  | { kind: "premium" }
  | { kind: "locked"; needs: string };

/** Where the learner stands with a level. That premium is missing is told before what else is; `premium` that it is missing on a level passed with it. */
export function levelState(level: LevelFacts, plan: "FREE" | "PREMIUM"): LevelState {
  const { progress, unlocked } = level;
  const premium = level.plan === "PREMIUM" && plan === "FREE";
  if (progress?.completed) return { kind: "passed", stars: progress.stars, score: progress.score, open: unlocked, premium };
  if (unlocked) return { kind: "open", tried: progress ? progress.score : null };
  if (premium) return { kind: "premium" };
  return { kind: "locked", needs: needsOf(level) };
}

/** "Pass “Treble C4–G4” first." */
function needsOf({ requires }: LevelFacts): string {
  const missing = requires.filter((level) => !level.progress?.completed).map((level) => `“${level.title}”`);
  return missing.length > 0 ? `Pass ${missing.join(" and ")} first.` : "Not open yet.";
}

/** 0 to 1 as "87 %", never rounded up to a full hundred. */
export function percent(share: number): string {
  const whole = Math.round(share * 100);
  return `${whole === 100 && share < 1 ? 99 : whole} %`;
}

/** Levels in order, grouped by stage as they stand. */
export function byStage<Level extends { stage: number }>(levels: readonly Level[]): { stage: number; levels: Level[] }[] {
  const stages: { stage: number; levels: Level[] }[] = [];
  for (const level of levels) {
    const last = stages.at(-1);
    if (last?.stage === level.stage) last.levels.push(level);
    else stages.push({ stage: level.stage, levels: [level] });
  }
  return stages;
}

import { byStage, levelState, percent, type LevelFacts } from "./level-state";

const level = (more: Partial<LevelFacts>): LevelFacts => ({ id: "NR02", title: "Treble C4–G4", stage: 1, plan: "FREE", unlocked: false, requires: [], progress: null, ...more });
const required = (completed: boolean) => ({ id: "NR01", title: "Treble landmarks", progress: { completed } });

test("a passed level shows its stars and best score, even when it is closed again", () => {
  const progress = { completed: true, stars: 2, score: 0.93 };
  expect(levelState(level({ unlocked: true, progress }), "FREE")).toEqual({ kind: "passed", stars: 2, score: 0.93, open: true, premium: false });
  expect(levelState(level({ plan: "PREMIUM", progress }), "FREE")).toMatchObject({ kind: "passed", open: false, premium: true });
  expect(levelState(level({ plan: "PREMIUM", unlocked: true, progress }), "PREMIUM")).toMatchObject({ open: true, premium: false });
});

test("an open level tells what was reached without passing", () => {
  expect(levelState(level({ unlocked: true }), "FREE")).toEqual({ kind: "open", tried: null });
  expect(levelState(level({ unlocked: true, progress: { completed: false, stars: 0, score: 0.6 } }), "FREE")).toEqual({ kind: "open", tried: 0.6 });
});

test("a locked level says in words what it waits for", () => {
  expect(levelState(level({ requires: [required(false)] }), "FREE")).toEqual({ kind: "locked", needs: "Pass “Treble landmarks” first." });
});

test("that premium is missing is told before what else is missing", () => {
  expect(levelState(level({ plan: "PREMIUM", requires: [required(false)] }), "FREE")).toEqual({ kind: "premium" });
  expect(levelState(level({ plan: "PREMIUM", requires: [required(false)] }), "PREMIUM").kind).toBe("locked");
});

test("a share is never rounded up to all", () => {
  expect(percent(0.874)).toBe("87 %");
  expect(percent(0.999)).toBe("99 %");
  expect(percent(1)).toBe("100 %");
});

test("levels keep their order within stages", () => {
  expect(byStage([{ stage: 1 }, { stage: 1 }, { stage: 2 }]).map((group) => group.levels.length)).toEqual([2, 1]);
});

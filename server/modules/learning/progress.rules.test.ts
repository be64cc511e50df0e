import { curriculum } from "./curriculum/curriculum";
import type { Level } from "./curriculum/level";
import {
  fluentMs, isTimeZone, isUnlocked, localDay, median, mergeProgress, nextStreak, passed, score, starsFor, streakOn, suggestLevel,
} from "./progress.rules";

const level = (id: string): Level => {
  const found = curriculum.levelOf(id);
  if (!found) throw new Error(id);
  return found;
};

test("the score is the mean credit", () => {
  expect(score([1, 0, 0.5, 0.5])).toBe(0.5);
  expect(score([])).toBe(0);
});

test("just enough passes and just too little does not, for every level's own count and pass mark", () => {
  for (const { questionCount, passScore } of curriculum.tracks.flatMap((track) => track.levels)) {
    const needed = Math.ceil(Number((questionCount * passScore).toFixed(6)));
    const credits = (right: number) => Array.from({ length: questionCount }, (_, at) => (at < right ? 1 : 0));
    expect(passed(score(credits(needed)), passScore)).toBe(true);
    expect(passed(score(credits(needed - 1)), passScore)).toBe(false);
  }
});

test("thirds that add up to the pass mark pass", () => {
  const credits = [...Array.from({ length: 12 }, () => 2 / 3), 1, 1, 1, 1, 0.8, 0.8, 0.8];
  expect(passed(score(credits.slice(0, 12)), 2 / 3)).toBe(true);
  expect(passed(0.1 + 0.2 + 0.5, 0.8)).toBe(true);
});

test("stars: a pass is one, 90 % two, 95 % in fluent time three", () => {
  const stars = (share: number, medianMs: number | null, replays = 0) =>
    starsFor(level("NR02"), { score: share, passed: share >= 0.8, medianMs, replays });
  expect(stars(0.7, 1000)).toBe(0);
  expect(stars(0.8, 1000)).toBe(1);
  expect(stars(0.9, 60_000)).toBe(2);
  expect(stars(1, 60_000)).toBe(2);
  expect(stars(1, null)).toBe(2);
  expect(stars(0.95, 5000)).toBe(3);
  expect(stars(1, 1000, 1)).toBe(2);
});

test("a timed level's own time is what counts as fluent", () => {
  expect(fluentMs(level("NR12"))).toBe(2500);
  expect(fluentMs(level("IN01"))).toBe(8000);
});

test("the median is the middle, or the mean of the two in the middle", () => {
  expect([median([]), median([3]), median([9, 1, 2]), median([4, 1, 2, 9])]).toEqual([null, 3, 2, 3]);
});

test("nothing that was reached is lost by a worse practice", () => {
  const good = mergeProgress(null, { score: 0.95, passed: true, stars: 2 });
  expect(good).toEqual({ score: 0.95, stars: 2, attempts: 1, completed: true });
  expect(mergeProgress(good, { score: 0.2, passed: false, stars: 0 })).toEqual({ score: 0.95, stars: 2, attempts: 2, completed: true });
});

test("two practices merge to the same progress in either order", () => {
  const [one, other] = [{ score: 0.6, passed: false, stars: 0 }, { score: 0.9, passed: true, stars: 2 }];
  expect(mergeProgress(mergeProgress(null, one), other)).toEqual(mergeProgress(mergeProgress(null, other), one));
});

test("a day begins at the learner's own midnight", () => {
  const instant = new Date("2026-03-01T23:30:00Z");
  expect(localDay(instant, "UTC")).toBe("2026-03-01");
  expect(localDay(instant, "Europe/Bratislava")).toBe("2026-03-02");
  expect(localDay(instant, "America/Los_Angeles")).toBe("2026-03-01");
  expect(localDay(new Date("2026-12-31T11:00:00Z"), "Pacific/Kiritimati")).toBe("2027-01-01");
});

test("only names of the time zone database are time zones", () => {
  expect(["Europe/Bratislava", "UTC", "America/Argentina/Ushuaia"].map(isTimeZone)).toEqual([true, true, true]);
  expect(["Europe/Atlantis", "", "+02:00", "../etc"].map(isTimeZone)).toEqual([false, false, false, false]);
});

describe("a streak", () => {
  const streak = { current: 3, longest: 5, lastDay: "2026-02-28" };

  test("begins with the first practice", () => {
    expect(nextStreak({ current: 0, longest: 0, lastDay: null }, "2026-01-01")).toEqual({ current: 1, longest: 1, lastDay: "2026-01-01" });
  });

  test("does not change on the same day, grows on the next, begins anew after a gap", () => {
    expect(nextStreak(streak, "2026-02-28")).toEqual(streak);
    expect(nextStreak(streak, "2026-03-01")).toEqual({ current: 4, longest: 5, lastDay: "2026-03-01" });
    expect(nextStreak(streak, "2026-03-02")).toEqual({ current: 1, longest: 5, lastDay: "2026-03-02" });
  });

  test("crosses leap days and new years", () => {
    expect(nextStreak({ ...streak, lastDay: "2028-02-28" }, "2028-02-29").current).toBe(4);
    expect(nextStreak({ ...streak, lastDay: "2026-12-31" }, "2027-01-01").current).toBe(4);
  });

  test("is not harmed by a clock that goes backwards", () => {
    expect(nextStreak(streak, "2026-02-27")).toEqual(streak);
    expect(nextStreak(streak, "2020-01-01")).toEqual(streak);
  });

  test("sets the record when it passes it", () => {
    expect(nextStreak({ current: 5, longest: 5, lastDay: "2026-02-28" }, "2026-03-01").longest).toBe(6);
  });

  test("is over when a whole day has passed without practice", () => {
    expect([streakOn(streak, "2026-02-28"), streakOn(streak, "2026-03-01"), streakOn(streak, "2026-03-02")]).toEqual([3, 3, 0]);
  });
});

test("a level opens when all that it requires is completed", () => {
  expect(isUnlocked(level("NR01"), new Set())).toBe(true);
  expect(isUnlocked(level("NR02"), new Set())).toBe(false);
  expect(isUnlocked(level("NR02"), new Set(["NR01"]))).toBe(true);
});

describe("the suggested level", () => {
  const suggested = (...completed: string[]) => suggestLevel(curriculum, new Set(completed), (it) => it.free)?.id;

  test("is the first of all for someone new", () => {
    expect(suggested()).toBe("NR01");
  });

  test("turns to the track where least is done", () => {
    expect(suggested("NR01")).toBe("KS01");
    expect(suggested("NR01", "KS01", "SD01", "IN01", "CH01", "RH01")).toBe("NR02");
  });

  test("is never locked, completed, or beyond the plan", () => {
    const completed = new Set<string>();
    for (let step = 0; step < 17; step++) {
      const next = suggestLevel(curriculum, completed, (it) => it.free);
      if (!next) throw new Error("seventeen levels are free");
      expect(next.free && isUnlocked(next, completed) && !completed.has(next.id)).toBe(true);
      completed.add(next.id);
    }
    expect(suggestLevel(curriculum, completed, (it) => it.free)).toBeNull();
    expect(suggestLevel(curriculum, completed, () => true)?.stage).toBe(1);
  });

  test("leads a member through all levels, stage by stage as far as each track allows", () => {
    const completed = new Set<string>();
    for (let next = suggestLevel(curriculum, completed, () => true); next; next = suggestLevel(curriculum, completed, () => true)) {
      completed.add(next.id);
    }
    expect(completed.size).toBe(75);
  });
});

import { nextStreak, type Streak, streakOn } from "../progress.rules";

/** Sums over all practices that a learner has finished. `lastPracticeDay` is YYYY-MM-DD where the learner was. */
export interface StatsRecord {
  practices: number;
  answers: number;
  correct: number;
  levelsCompleted: number;
  currentStreak: number;
  longestStreak: number;
  lastPracticeDay: string | null;
}

/** What one more finished practice adds. */
export interface Addition {
  answers: number;
  correct: number;
  completesLevel: boolean;
  day: string;
}

const streakIn = ({ currentStreak, longestStreak, lastPracticeDay }: StatsRecord): Streak => ({ current: currentStreak, longest: longestStreak, lastDay: lastPracticeDay });

export function addToStats(stats: StatsRecord, { answers, correct, completesLevel, day }: Addition): StatsRecord {
  const streak = nextStreak(streakIn(stats), day);
  return {
    practices: stats.practices + 1,
    answers: stats.answers + answers,
    correct: stats.correct + correct,
    levelsCompleted: stats.levelsCompleted + (completesLevel ? 1 : 0),
    currentStreak: streak.current,
    longestStreak: streak.longest,
    lastPracticeDay: streak.lastDay,
  };
}

const NOTHING_YET: StatsRecord = { practices: 0, answers: 0, correct: 0, levelsCompleted: 0, currentStreak: 0, longestStreak: 0, lastPracticeDay: null };

/** The sums as a learner sees them on a day (YYYY-MM-DD, theirs). Accuracy is the share of answers that were right. */
export function statsSeenOn(day: string, stats: StatsRecord = NOTHING_YET) {
  return {
    practices: stats.practices,
    answers: stats.answers,
    accuracy: stats.answers === 0 ? 0 : stats.correct / stats.answers,
    currentStreakDays: streakOn(streakIn(stats), day),
    longestStreakDays: stats.longestStreak,
    levelsCompleted: stats.levelsCompleted,
    practisedToday: stats.lastPracticeDay === day,
  };
}

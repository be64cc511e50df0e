/** The small world of a first start: three people, and what they practised before today. */
export interface DemoPerson {
  email: string;
  name: string;
  role: "LEARNER" | "ADMIN";
  /** When premium was bought; null for never. */
  premiumSinceDaysAgo: number | null;
  joinedDaysAgo: number;
  /** In order. `wrong` answers of the level's questions are wrong. */
  practised: readonly { daysAgo: number; levelId: string; wrong: number }[];
}

export const DEMO_PASSWORD = "practise-every-day";

const on = (daysAgo: number, ...practices: [levelId: string, wrong: number][]) => practices.map(([levelId, wrong]) => ({ daysAgo, levelId, wrong }));

export const people: readonly DemoPerson[] = [
  {
    email: "learner@etude.test",
    name: "Demo learner",
    role: "LEARNER",
    premiumSinceDaysAgo: null,
    joinedDaysAgo: 9,
    practised: [...on(6, ["NR01", 6]), ...on(3, ["NR01", 2]), ...on(2, ["NR02", 1], ["IN01", 3]), ...on(1, ["NR03", 4])],
  },
  {
    email: "member@etude.test",
    name: "Demo member",
    role: "LEARNER",
    premiumSinceDaysAgo: 39,
    joinedDaysAgo: 40,
    practised: [
      ...on(33, ["NR01", 2], ["IN01", 5]),
      ...on(32, ["NR02", 0], ["IN01", 1]),
      ...on(20, ["NR03", 1], ["IN02", 3]),
      ...on(12, ["NR04", 2], ["CH01", 1]),
      ...on(6, ["NR05", 2], ["SD01", 4]),
      ...on(4, ["SD01", 1], ["RH01", 0]),
      ...on(3, ["NR06", 1], ["CH02", 3]),
      ...on(2, ["KS01", 0], ["SC01", 2]),
      ...on(1, ["RH02", 2], ["NR07", 5]),
    ],
  },
  { email: "admin@etude.test", name: "Demo admin", role: "ADMIN", premiumSinceDaysAgo: null, joinedDaysAgo: 60, practised: [] },
];

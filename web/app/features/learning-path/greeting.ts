/** "Good morning", "Good afternoon" or "Good evening" where the learner is; an unknown time zone is taken for UTC. */
export function greeting(now: Date, timeZone: string): string {
  const hour = hourIn(now, timeZone);
  if (hour < 5 || hour >= 18) return "Good evening";
  return hour < 12 ? "Good morning" : "Good afternoon";
}

function hourIn(now: Date, timeZone: string): number {
  try {
    return Number(new Intl.DateTimeFormat("en-GB", { hour: "2-digit", hourCycle: "h23", timeZone }).format(now));
  } catch {
    return now.getUTCHours();
  }
}

/** "today", "yesterday", else "12 November", in the learner's own days. */
export function dayOf(instant: Date, now: Date, timeZone: string): string {
  const zone = isZone(timeZone) ? timeZone : "UTC";
  const day = (at: Date) => new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(at);
  const ago = Math.round((Date.parse(day(now)) - Date.parse(day(instant))) / 86_400_000);
  if (ago <= 0) return "today";
  return ago === 1 ? "yesterday" : new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", timeZone: zone }).format(instant);
}

function isZone(timeZone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone }));
  } catch {
    return false;
  }
}

/** What the streak comes to and what keeps it, in one sentence. */
export function streakWords({ days, today }: { days: number; today: boolean }): { title: string; words: string } {
  const title = days === 0 ? "No streak yet" : `${days} ${days === 1 ? "day" : "days"} in a row`;
  if (today) return { title, words: "You have practised today." };
  return { title, words: days === 0 ? "One finished practice a day makes one." : "Finish a practice today to keep it." };
}

import { Link } from "@remix-run/react";
import { Flame } from "lucide-react";
import { Card } from "../../ui/page";
import { Stars } from "../../ui/progress";
import { percent, type LevelState } from "./level-state";
import { NoteStrip } from "./note-strip";

interface Stats {
  practices: number;
  accuracy: number;
  levelsCompleted: number;
  longestStreakDays: number;
  practisedToday: boolean;
}

/** Days in a row, and whether today is one of them yet. */
export function Streak({ title, words, stats }: { title: string; words: string; stats: Stats }) {
  return (
    <Card as="section" aria-labelledby="streak" className="streak" data-today={stats.practisedToday || undefined}>
      <Flame aria-hidden="true" />
      <div>
        <h2 id="streak">{title}</h2>
        <p className="muted small">{words}{stats.longestStreakDays > 1 && ` Your longest: ${stats.longestStreakDays} days.`}</p>
      </div>
    </Card>
  );
}

/** Every track on a line: its name, its notes, how many are passed. */
export function TrackOverview({ tracks }: { tracks: readonly { id: string; title: string; states: readonly LevelState["kind"][] }[] }) {
  return (
    <section aria-labelledby="tracks" className="overview-tracks">
      <div className="section-head"><h2 id="tracks">Your tracks</h2><Link to="/levels">All levels</Link></div>
      <ul className="track-lines">
        {tracks.map(({ id, title, states }) => (
          <li key={id}>
            <Link to={`/levels?track=${id}`} className="track-line">
              <span className="track-line-name">{title}</span>
              <NoteStrip states={states} />
              <span className="muted small">{states.filter((state) => state === "passed").length} of {states.length}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface Recent {
  id: string;
  score: number;
  completed: boolean;
  stars: number;
  day: string;
  level: { title: string };
}

export function RecentLevels({ recent }: { recent: readonly Recent[] }) {
  if (recent.length === 0) return null;
  return (
    <section aria-labelledby="recent" className="overview-recent">
      <div className="section-head"><h2 id="recent">Lately</h2></div>
      <ul className="recent">
        {recent.map(({ id, level, score, completed, stars, day }) => (
          <li key={id}>
            <span>{level.title}</span>
            <span className="muted small">{completed ? <Stars won={stars} /> : "Not passed yet,"} best {percent(score)}, {day}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What all practice came to. */
export function Figures({ stats }: { stats: Stats }) {
  const figures = [
    ["Practices", String(stats.practices)],
    ["Right answers", percent(stats.accuracy)],
    ["Levels passed", String(stats.levelsCompleted)],
  ];
  return (
    <section aria-labelledby="figures" className="overview-figures">
      <div className="section-head"><h2 id="figures">So far</h2></div>
      <dl className="figures">
        {figures.map(([name, value]) => <div key={name}><dt className="muted small">{name}</dt><dd>{value}</dd></div>)}
      </dl>
    </section>
  );
}

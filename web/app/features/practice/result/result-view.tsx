import { Form } from "@remix-run/react";
import { Flame } from "lucide-react";
import { Button, ButtonLink } from "../../../ui/button";
import { Card } from "../../../ui/page";
import { Badge, Stars } from "../../../ui/progress";
import { MistakeList, type Mistake } from "./mistake-list";
import { scoreWords, streakLine } from "./result-words";
import { ScoreStaff } from "./score-staff";

export interface ResultFacts {
  passed: boolean;
  score: number;
  stars: number;
  correct: number;
  questionCount: number;
  newBest: boolean;
  progress: { attempts: number };
  level: { id: string; title: string; passScore: number };
  nextLevel: { id: string; title: string; unlocked: boolean } | null;
  stats: { currentStreakDays: number; practisedToday: boolean };
  mistakes: readonly Mistake[];
}

/** What a practice came to, and the way on: the next level, or the same once more. */
export function ResultView({ result }: { result: ResultFacts }) {
  const { passed, level, stars, newBest, progress, mistakes, stats } = result;
  return (
    <div className="page page-prose result">
      <Card as="section" aria-labelledby="outcome" className="result-card" data-passed={passed || undefined}>
        <p className="eyebrow">{level.title}</p>
        <h1 id="outcome">{passed ? "Level passed" : "Not yet"}</h1>
        {passed && <p className="result-stars"><Stars won={stars} /></p>}
        <p className="lead">{scoreWords(result)}</p>
        <ScoreStaff total={result.questionCount} wrong={mistakes.map((mistake) => mistake.index)} />
        <p className="result-notes">
          {newBest && progress.attempts > 1 && <Badge kind="accent">Your best so far</Badge>}
          <span className="streak-line"><Flame aria-hidden="true" />{streakLine(stats.currentStreakDays)}</span>
        </p>
        <WayOn result={result} />
      </Card>
      {mistakes.length > 0 && <MistakeList mistakes={mistakes} />}
    </div>
  );
}

function WayOn({ result: { passed, level, nextLevel } }: { result: ResultFacts }) {
  const next = passed && nextLevel?.unlocked ? nextLevel : null;
  return (
    <div className="row result-ways">
      {next && <Start id={next.id} words={`Start: ${next.title}`} />}
      <Start id={level.id} words={passed ? "Practise it again" : "Try again"} secondary={next !== null} />
      <ButtonLink kind="quiet" to="/dashboard">Dashboard</ButtonLink>
    </div>
  );
}

function Start({ id, words, secondary = false }: { id: string; words: string; secondary?: boolean }) {
  return (
    <Form method="post" action={`/levels/${id}/start`}>
      <Button kind={secondary ? "secondary" : "primary"}>{words}</Button>
    </Form>
  );
}

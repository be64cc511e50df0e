import { ButtonLink } from "../../ui/button";
import { Card, VisuallyHidden } from "../../ui/page";
import { QuestionStaff } from "./question-staff";
import { StartButton } from "./start-button";

interface NextStepProps {
  open: { id: string; answered: number; questionCount: number; level: { title: string } } | null;
  suggested: { id: string; title: string; description: string; kind: string; questionCount: number } | null;
  isNew: boolean;
  plan: "FREE" | "PREMIUM";
}

/** The one thing to do next: go on with what is open, else begin what is suggested. */
export function NextStep({ open, suggested, isNew, plan }: NextStepProps) {
  return (
    <Card as="section" aria-labelledby="next-step" className="next-step">
      {open ? <Resume {...open} /> : suggested ? <Begin level={suggested} isNew={isNew} /> : <AllDone plan={plan} />}
    </Card>
  );
}

function Resume({ id, level, answered, questionCount }: NonNullable<NextStepProps["open"]>) {
  const left = questionCount - answered;
  return (
    <div className="stack">
      <h2 id="next-step">{level.title}</h2>
      <p className="muted">{left === 0 ? "All questions answered: your result is waiting." : `You left in the middle: ${left} ${left === 1 ? "question" : "questions"} to go.`}</p>
      <QuestionStaff total={questionCount} answered={answered} />
      <div><ButtonLink to={`/practice/${id}`}>Continue<VisuallyHidden>: {level.title}</VisuallyHidden></ButtonLink></div>
    </div>
  );
}

function Begin({ level, isNew }: { level: NonNullable<NextStepProps["suggested"]>; isNew: boolean }) {
  return (
    <div className="stack">
      <p className="eyebrow">{isNew ? "Your first level" : "Next for you"}</p>
      <h2 id="next-step">{level.title}</h2>
      <p className="muted">{level.description} {level.questionCount} questions, a few minutes.{isHeard(level.kind) && " Have your sound on."}</p>
      <QuestionStaff total={level.questionCount} answered={0} />
      <StartButton level={level} words="Start" />
    </div>
  );
}

function AllDone({ plan }: { plan: NextStepProps["plan"] }) {
  return (
    <div className="stack">
      <h2 id="next-step">Everything open to you is passed</h2>
      <p className="muted">Repeat a level for more stars: what you know today stays only if you use it.{plan === "FREE" && " Premium opens the levels after these."}</p>
      <div className="row">
        <ButtonLink to="/levels">Start from the levels</ButtonLink>
        {plan === "FREE" && <ButtonLink kind="secondary" to="/pricing">See Premium</ButtonLink>}
      </div>
    </div>
  );
}

/** Reading is silent; everything else is heard. */
const isHeard = (kind: string) => kind !== "note.read" && kind !== "key.sig";

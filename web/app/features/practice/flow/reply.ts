import type { ApiRefusal } from "../../../lib/refusal";
import type { Question, Reply, Verdict } from "./question";
import { withSoundPath } from "../sound/sound-path";

/** What the API answered to something the learner did. */
export interface Told {
  refusal?: ApiRefusal;
  asked?: { answered: number; nextQuestion?: Question | null } | null;
  judged?: { index: number; verdict: Verdict; answered: number; next: Question | null };
}

const NOT_HERE: Reply = { kind: "failed", message: "This practice isn't there any more. Go back to your dashboard to begin a new one." };

/** The page's reply to it, and its HTTP status. A conflict means that the practice went on elsewhere. */
export function asReply({ refusal, asked, judged }: Told): { reply: Reply; status: number } {
  if (refusal?.code === "CONFLICT") return { reply: { kind: "stale" }, status: 409 };
  if (refusal) return { reply: { kind: "failed", message: refusal.message }, status: refusal.code === "BAD_USER_INPUT" ? 422 : 503 };
  if (judged) {
    const { index, answered, next, verdict } = judged;
    const { solution, given } = verdict;
    const heard = { ...verdict, solution: withSoundPath(solution), given: given ? withSoundPath(given) : null };
    return { reply: { kind: "judged", index, answered, verdict: heard, next: next && withSoundPath(next) }, status: 200 };
  }
  if (!asked) return { reply: NOT_HERE, status: 404 };
  return { reply: { kind: "asked", answered: asked.answered, question: asked.nextQuestion ? withSoundPath(asked.nextQuestion) : null }, status: 200 };
}

/** The answer in a submitted form; the API judges whether it makes sense. */
export function readAnswer(form: FormData): { index: number; choice?: string; sequence?: string[] } {
  const index = Number(form.get("index") ?? Number.NaN);
  const strings = (name: string) => form.getAll(name).filter((value): value is string => typeof value === "string");
  const [choice] = strings("choice");
  return { index: Number.isInteger(index) ? index : -1, ...(choice === undefined ? { sequence: strings("sequence") } : { choice }) };
}

import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, type ClientActionFunctionArgs, type ShouldRevalidateFunctionArgs } from "@remix-run/react";
import { Expired } from "../features/practice/expired";
import stylesheet from "../features/practice/practice.css?url";
import { PracticeScreen } from "../features/practice/practice-screen";
import type { Reply } from "../features/practice/flow/question";
import { asReply, readAnswer, type Told } from "../features/practice/flow/reply";
import { withSoundPath } from "../features/practice/sound/sound-path";
import { graphql } from "../gql";
import { api, attempt } from "../lib/api.server";
import { text, ticked } from "../lib/form";
import { titled } from "../lib/title";

export const links = () => [{ rel: "stylesheet", href: stylesheet }];

export const meta: MetaFunction<typeof loader> = ({ data: page }) => titled(page?.level.title ?? "Practice");

/** Where the learner is. A timed question is left unasked: its clock starts when it is handed out, so that takes the learner's sign. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const id = params["id"] ?? "";
  const { practice } = await api(context, PracticeDocument, { id });
  if (!practice) throw data({ code: "NOT_FOUND", message: "There is no such practice." }, { status: 404 });
  if (practice.status === "FINISHED") throw redirect(`/practice/${id}/result`);
  const { level, questionCount, answered, status } = practice;
  const asks = status === "IN_PROGRESS" && level.timeLimitMs == null && answered < questionCount;
  const question = asks ? (await api(context, NextQuestionDocument, { id })).practice?.nextQuestion : null;
  return { id, level, status, opened: { total: questionCount, answered, question: question ? withSoundPath(question) : null } };
}

/** What a learner does with a question: ask for it, answer it, or end the practice. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const practiceId = params["id"] ?? "";
  const form = await request.formData();
  const intent = text(form, "intent");
  if (intent === "finish") {
    const { refusal } = await attempt(context, SaveProgressDocument, { practiceId });
    return refusal ? told({ refusal }) : redirect(`/practice/${practiceId}/result`);
  }
  if (intent === "answer") return told(await answer({ practiceId, form, context }));
  const { data: found, refusal } = await attempt(context, NextQuestionDocument, { id: practiceId });
  return told(refusal ? { refusal } : { asked: found.practice });
}

/** Where there is no hurry the next question comes along with the judgement, so that going on takes no time. */
async function answer({ practiceId, form, context }: { practiceId: string; form: FormData; context: LoaderFunctionArgs["context"] }): Promise<Told> {
  const input = { practiceId, ...readAnswer(form) };
  const { data: judged, refusal } = await attempt(context, AnswerQuestionDocument, { input, ahead: ticked(form, "ahead") });
  if (refusal) return { refusal };
  const { practice, ...verdict } = judged.answerQuestion;
  return { judged: { index: input.index, verdict, answered: practice.answered, next: practice.nextQuestion ?? null } };
}

function told(outcome: Told) {
  const { reply, status } = asReply(outcome);
  return data(reply, { status });
}

/** A request that doesn't get through leaves the page as it is, answer and all. */
export async function clientAction({ serverAction }: ClientActionFunctionArgs): Promise<Reply> {
  try {
    return await serverAction<typeof action>();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { kind: "failed", message: "We can't reach Etude. Your answer is kept: check your connection and try again." };
  }
}

/** The page keeps its own account of a practice; only what went on elsewhere makes it read anew. */
export const shouldRevalidate = ({ formMethod }: ShouldRevalidateFunctionArgs) => formMethod === undefined;

export default function PracticePage() {
  const { id, level, status, opened } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  if (status === "EXPIRED") return <Expired title={level.title} levelId={level.id} />;
  return <PracticeScreen key={id} title={level.title} timeLimitMs={level.timeLimitMs ?? null} opened={opened} reply={reply} />;
}

const PracticeDocument = graphql(`
  query Practice($id: ID!) {
    practice(id: $id) {
      status
      questionCount
      answered
      level {
        id
        title
        timeLimitMs
      }
    }
  }
`);

const NextQuestionDocument = graphql(`
  query NextQuestion($id: ID!) {
    practice(id: $id) {
      answered
      nextQuestion {
        ...Asked
      }
    }
  }

  fragment Asked on Question {
    index
    kind
    prompt
    notation
    audioUrl
    timeLimitMs
    answerForm
    answerLength
    choices {
      id
      label
      notation
    }
  }
`);

const AnswerQuestionDocument = graphql(`
  mutation AnswerQuestion($input: AnswerInput!, $ahead: Boolean!) {
    answerQuestion(input: $input) {
      correct
      credit
      inTime
      explanation
      solution {
        ...AnswerShown
      }
      given {
        ...AnswerShown
      }
      practice {
        answered
        nextQuestion @include(if: $ahead) {
          ...Asked
        }
      }
    }
  }

  fragment AnswerShown on Solution {
    choices
    text
    notation
    audioUrl
  }
`);

const SaveProgressDocument = graphql(`
  mutation SaveProgress($practiceId: ID!) {
    saveProgress(practiceId: $practiceId) {
      passed
    }
  }
`);

import { data, redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import stylesheet from "../features/practice/practice.css?url";
import { ResultView } from "../features/practice/result/result-view";
import { withSoundPath } from "../features/practice/sound/sound-path";
import { graphql } from "../gql";
import { api } from "../lib/api.server";
import { titled } from "../lib/title";

export const links = () => [{ rel: "stylesheet", href: stylesheet }];

export const meta: MetaFunction<typeof loader> = ({ data: result }) => titled(result ? `${result.passed ? "Level passed" : "Not yet"}: ${result.level.title}` : "Result");

export async function loader({ params, context }: LoaderFunctionArgs) {
  const id = params["id"] ?? "";
  const { practice } = await api(context, PracticeResultDocument, { id });
  if (!practice) throw data({ code: "NOT_FOUND", message: "There is no such practice." }, { status: 404 });
  const { result, level } = practice;
  if (!result) throw redirect(`/practice/${id}`);
  const mistakes = result.mistakes.map((mistake) => ({ ...mistake, solution: withSoundPath(mistake.solution) }));
  return { ...result, level, nextLevel: result.nextLevel ?? null, mistakes };
}

export default function PracticeResultPage() {
  return <ResultView result={useLoaderData<typeof loader>()} />;
}

const PracticeResultDocument = graphql(`
  query PracticeResult($id: ID!) {
    practice(id: $id) {
      level {
        id
        title
        passScore
      }
      result {
        passed
        score
        stars
        correct
        questionCount
        newBest
        progress {
          attempts
        }
        nextLevel {
          id
          title
          unlocked
        }
        stats {
          currentStreakDays
          practisedToday
        }
        mistakes {
          index
          prompt
          given
          explanation
          solution {
            choices
            text
            notation
            audioUrl
          }
        }
      }
    }
  }
`);

import { answersOf as storedAnswers } from "../modules/learning/practice/answers.store";
import { findPractice } from "../modules/learning/practice/practices.store";
import { questionsOf } from "../modules/learning/practice/questions";
import { signAccessToken } from "../platform/tokens";
import type { Api } from "./api";
import type { Person, World } from "./world";

/** One question's answer as the input wants it: the right one, and one that is wrong. */
export interface Crib {
  right: Record<string, unknown>;
  wrong: Record<string, unknown>;
}

const START = "mutation Start($levelId: ID!) { startPractice(levelId: $levelId) { id questionCount nextQuestion { index } } }";
const ANSWER = `mutation Answer($input: AnswerInput!) {
  answerQuestion(input: $input) { correct credit inTime explanation practice { id status answered nextQuestion { index } } }
}`;
const SAVE = `mutation Save($practiceId: ID!) {
  saveProgress(practiceId: $practiceId) {
    score passed stars correct questionCount newBest nextLevel { id }
    progress { score completed stars attempts level { id } }
    stats { practices answers accuracy currentStreakDays longestStreakDays levelsCompleted practisedToday }
    mistakes { index prompt given explanation solution { choices text audioUrl } }
  }
}`;

/** A caller whose access token is fresh at each call, however far the clock has moved. */
function staying(world: World, person: Person): Pick<Api, "query" | "fetch"> {
  const fresh = () => world.as({ ...person, accessToken: signAccessToken(world.config.jwtSecrets, world.clock, { userId: person.id, sessionId: person.sessionId }).token });
  return { query: (...call) => fresh().query(...call), fetch: (...call) => fresh().fetch(...call) };
}

/** A learner at the API, and what no learner has: the right answers, made again from the secret. */
export function practising(world: World, person: Person) {
  const api = staying(world, person);
  const steps = {
    api,
    start: (levelId: string) => api.query(START, { levelId }),
    answer: (practiceId: string, index: number, answer: Record<string, unknown>) => api.query(ANSWER, { input: { practiceId, index, ...answer } }),
    save: (practiceId: string) => api.query(SAVE, { practiceId }),

    async begin(levelId: string): Promise<string> {
      const { data, errors } = await steps.start(levelId);
      if (errors.length > 0) throw new Error(`${levelId}: ${errors[0]?.message}`);
      return data.startPractice.id;
    },

    async cribs(practiceId: string): Promise<Crib[]> {
      const practice = await findPractice(world.context(), person.id, practiceId);
      if (!practice) throw new Error(`There is no practice ${practiceId}.`);
      return questionsOf(world.config, practice).map(({ answerForm, answer, choices }) => {
        const other = choices.find(({ id }) => id !== answer[0])?.id ?? "";
        return answerForm === "CHOICE" ? { right: { choice: answer[0] }, wrong: { choice: other } } : { right: { sequence: answer }, wrong: { sequence: answer.map(() => other) } };
      });
    },

    /** A whole practice with the first `wrong` answers wrong; gives the answer of saveProgress. */
    async practise(levelId: string, { wrong = 0 } = {}) {
      const practiceId = await steps.begin(levelId);
      for (const [index, crib] of (await steps.cribs(practiceId)).entries()) await steps.answer(practiceId, index, index < wrong ? crib.wrong : crib.right);
      const { data, errors } = await steps.save(practiceId);
      if (errors.length > 0) throw new Error(`${levelId}: ${errors[0]?.message}`);
      return { practiceId, ...data.saveProgress };
    },

    /** As if those levels had been passed before. */
    async hasPassed(...levelIds: string[]): Promise<void> {
      const passed = { userId: person.id, bestScore: 1, completed: true, stars: 1, attempts: 1, updatedAt: world.clock.now() };
      await world.db.progress.createMany({ data: levelIds.map((levelId) => ({ ...passed, levelId })) });
    },

    stored: (practiceId: string) => storedAnswers(world.context(), practiceId),
  };
  return steps;
}

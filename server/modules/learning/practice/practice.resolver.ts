import { Arg, Ctx, Directive, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";

import { type Context, viewerOf } from "../../../platform/context";
import { Level } from "../curriculum/level.graphql";
import { practiceResult } from "../result/practice-result";
import { PracticeResult } from "../result/result.graphql";
import { type FinishedPractice, saveProgress } from "../result/save-progress";
import { answerQuestion } from "./answer-question";
import { AnswerResult } from "./answer.graphql";
import { AnswerInput, Practice, PracticeStatus, Question } from "./practice.graphql";
import { statusAt } from "./practice.rules";
import { findOpenPractice, findPractice, type PracticeRecord } from "./practices.store";
import { reveal } from "./reveal";
import { serveQuestion } from "./serve-question";
import { startPractice } from "./start-practice";

/** The grade, with the practice it belongs to, which the fields of PracticeResult ask. */
const toResult = ({ practice, attempt }: FinishedPractice): PracticeResult & { practice: PracticeRecord } => ({ ...attempt, practice });

@Resolver(() => Practice)
export class PracticeResolver {
  @Directive("@auth(requires: LEARNER)")
  @Query(() => Practice, { nullable: true, description: "The caller's own; null for all others." })
  practice(@Arg("id", () => ID) id: string, @Ctx() ctx: Context): Promise<Practice | null> {
    return findPractice(ctx, viewerOf(ctx).userId, id);
  }

  @Directive("@auth(requires: LEARNER)")
  @Query(() => Practice, { nullable: true, description: "The caller's latest practice that can be gone on with." })
  openPractice(@Ctx() ctx: Context): Promise<Practice | null> {
    return findOpenPractice(ctx, viewerOf(ctx).userId);
  }

  @Directive("@auth(requires: LEARNER)")
  @Directive('@rateLimit(max: 60, window: "1m")')
  @Mutation(() => Practice, { description: "Begins a practice of the level, or gives back the one under way." })
  startPractice(@Arg("levelId", () => ID) levelId: string, @Ctx() ctx: Context): Promise<Practice> {
    return startPractice(ctx, levelId);
  }

  @Directive("@auth(requires: LEARNER)")
  @Directive('@rateLimit(max: 240, window: "1m")')
  @Mutation(() => AnswerResult, { description: "Answers the practice's next question. The same answer sent again gives the same result." })
  async answerQuestion(@Arg("input", () => AnswerInput) input: AnswerInput, @Ctx() ctx: Context): Promise<AnswerResult> {
    const answered = await answerQuestion(ctx, input);
    return { ...reveal(ctx, answered), practice: answered.practice };
  }

  @Directive("@auth(requires: LEARNER)")
  @Directive('@rateLimit(max: 60, window: "1m")')
  @Mutation(() => PracticeResult, { description: "Ends the practice, grades it from the stored answers and saves the learner's progress. Twice is the same as once." })
  async saveProgress(@Arg("practiceId", () => ID) practiceId: string, @Ctx() ctx: Context): Promise<PracticeResult> {
    return toResult(await saveProgress(ctx, practiceId));
  }

  @FieldResolver(() => Level, { description: "As it was when the practice began." })
  level(@Root() practice: PracticeRecord): Level {
    return practice.level;
  }

  @FieldResolver(() => PracticeStatus)
  status(@Root() practice: PracticeRecord, @Ctx() ctx: Context): PracticeStatus {
    return PracticeStatus[statusAt(practice, ctx.clock.now())];
  }

  @FieldResolver(() => Question, { nullable: true, description: "Null when all are answered or the practice is over. On a timed level its clock starts when it is first asked for." })
  nextQuestion(@Root() practice: PracticeRecord, @Ctx() ctx: Context): Promise<Question | null> {
    return serveQuestion(ctx, practice);
  }

  @FieldResolver(() => PracticeResult, { nullable: true, description: "Once it is finished." })
  async result(@Root() practice: PracticeRecord, @Ctx() ctx: Context): Promise<PracticeResult | null> {
    const finished = await practiceResult(ctx, practice);
    return finished && toResult(finished);
  }
}

import { GraphQLDateTime } from "graphql-scalars";
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";

export enum PracticeStatus {
  IN_PROGRESS = "IN_PROGRESS",
  FINISHED = "FINISHED",
  EXPIRED = "EXPIRED",
}

registerEnumType(PracticeStatus, {
  name: "PracticeStatus",
  valuesConfig: { EXPIRED: { description: "Not finished within 24 hours." } },
});

export enum AnswerForm {
  CHOICE = "CHOICE",
  SEQUENCE = "SEQUENCE",
  TAPS = "TAPS",
  RECORDING = "RECORDING",
}

registerEnumType(AnswerForm, { name: "AnswerForm", description: "Which field of AnswerInput a question wants." });

@ObjectType({ description: "One run through a level: its questions are answered once each, in order, and graded by the server alone." })
export class Practice {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  questionCount!: number;

  @Field(() => Int, { description: "How many questions are answered, and so the index of the next one." })
  answered!: number;

  @Field(() => GraphQLDateTime)
  startedAt!: Date;

  @Field(() => GraphQLDateTime, { description: "It can be gone on with until then." })
  expiresAt!: Date;
}

@ObjectType()
export class Choice {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  label!: string;

  @Field(() => String, { nullable: true, description: "In ABC, where the choice is drawn, such as a rhythm." })
  notation!: string | null;
}

@ObjectType({ description: "What the learner may know of a question before answering: never the answer, nor the seed." })
export class Question {
  @Field(() => Int)
  index!: number;

  @Field(() => String)
  kind!: string;

  @Field(() => String, { description: "What to do, in words." })
  prompt!: string;

  @Field(() => String, { nullable: true, description: "Staff notation in ABC, where the question shows notes." })
  notation!: string | null;

  @Field(() => String, { nullable: true, description: "Sound rendered by the server, where the question is heard; for the practising learner only." })
  audioUrl!: string | null;

  @Field(() => Int, { nullable: true, description: "Milliseconds from when the question is first handed out; null where there is no hurry." })
  timeLimitMs!: number | null;

  @Field(() => AnswerForm)
  answerForm!: keyof typeof AnswerForm;

  @Field(() => Int, { nullable: true, description: "How many items a SEQUENCE wants." })
  answerLength!: number | null;

  @Field(() => [Choice], { description: "In the same order throughout the practice." })
  choices!: readonly Choice[];
}

@InputType({ description: "Give the one that the question's answerForm asks for; a recording is uploaded first (POST /api/recordings)." })
export class AnswerInput {
  @Field(() => ID)
  practiceId!: string;

  @Field(() => Int, { description: "Counted from 0." })
  index!: number;

  @Field(() => ID, { nullable: true })
  choice?: string | null;

  @Field(() => [ID], { nullable: true })
  sequence?: string[] | null;

  @Field(() => [Int], { nullable: true })
  tapsMs?: number[] | null;

  @Field(() => ID, { nullable: true })
  recordingId?: string | null;
}

import { createHash, createHmac } from "node:crypto";

import type { Config } from "../../../platform/config";
import type { Exercise } from "../exercises/exercise";
import { generate } from "../exercises/generate";
import type { PracticeRecord } from "./practices.store";

type Secrets = Pick<Config, "questionSecrets">;

/** A name for a secret that tells nothing of it: secrets come and go, and a practice keeps to the one it began with. */
const versionOf = (secret: string) => createHash("sha256").update(secret).digest("hex").slice(0, 8);

/** The version of the secret that new practices begin with: the first. */
export const secretVersionNow = ({ questionSecrets }: Secrets): string => versionOf(questionSecrets[0] ?? "");

/** What the questions of a practice follow from: HMAC-SHA256(secret, practice id). It never leaves the server. */
export function seedOf({ questionSecrets }: Secrets, { id, secretVersion }: PracticeRecord): Buffer {
  const secret = questionSecrets.find((candidate) => versionOf(candidate) === secretVersion);
  if (!secret) throw new Error(`QUESTION_SECRETS lacks the secret ${secretVersion}, with which practice ${id} began.`);
  return createHmac("sha256", secret).update(id).digest();
}

/** All questions of a practice, whole, answers and all: the same ones every time. */
export const questionsOf = (secrets: Secrets, practice: PracticeRecord): readonly Exercise[] => generate(practice.level, seedOf(secrets, practice));

/** One of them. Throws where there is none: whether an index is a question's is for the caller to know. */
export function questionAt(secrets: Secrets, practice: PracticeRecord, index: number): Exercise {
  const exercise = questionsOf(secrets, practice)[index];
  if (!exercise) throw new RangeError(`Practice ${practice.id} has no question ${index}.`);
  return exercise;
}

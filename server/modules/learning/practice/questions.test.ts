import { curriculum } from "../curriculum/curriculum";
import type { PracticeRecord } from "./practices.store";
import { questionAt, questionsOf, secretVersionNow, seedOf } from "./questions";

const OLD = { questionSecrets: ["the first secret that practices began with"] };
const ROTATED = { questionSecrets: ["a newer secret, put in front of the other", ...OLD.questionSecrets] };

const level = curriculum.levelOf("IN01")!;
const begun = (secrets: typeof OLD, id = "0190e000-0000-7000-8000-000000000001") => ({ id, level, secretVersion: secretVersionNow(secrets) }) as PracticeRecord;

test("a practice keeps its questions when a new secret is put in front", () => {
  const practice = begun(OLD);
  expect(questionsOf(ROTATED, practice)).toEqual(questionsOf(OLD, practice));
  expect(secretVersionNow(ROTATED)).not.toBe(practice.secretVersion);
});

test("a practice whose secret is gone is refused by that secret's version, never its value", () => {
  const gone = { questionSecrets: [ROTATED.questionSecrets[0]!] };
  expect(() => questionsOf(gone, begun(OLD))).toThrow(`QUESTION_SECRETS lacks the secret ${secretVersionNow(OLD)}`);
});

test("other practices and other secrets have other seeds, of 32 bytes", () => {
  const seeds = [seedOf(OLD, begun(OLD)), seedOf(OLD, begun(OLD, "0190e000-0000-7000-8000-000000000002")), seedOf(ROTATED, begun(ROTATED))];
  expect(new Set(seeds.map((seed) => seed.toString("hex"))).size).toBe(3);
  expect(seeds.map(({ length }) => length)).toEqual([32, 32, 32]);
});

test("a question beyond the last is a mistake of the caller", () => {
  expect(() => questionAt(OLD, begun(OLD), level.questionCount)).toThrow(RangeError);
});

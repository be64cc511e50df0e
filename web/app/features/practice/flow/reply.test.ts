import type { ApiRefusal } from "../../../lib/refusal";
import type { Question, Verdict } from "./question";
import { asReply, readAnswer } from "./reply";
import { soundPath } from "../sound/sound-path";

const refusal = (code: ApiRefusal["code"]): ApiRefusal => ({ code, message: "No.", field: null, retryAfter: null, payUrl: null });
const audioUrl = "http://127.0.0.1:4000/api/sound/abc-1/3/question.wav";
const question: Question = { index: 4, kind: "interval.ear", prompt: "?", audioUrl, answerForm: "CHOICE", choices: [] };
const verdict: Verdict = { correct: false, credit: 0, inTime: true, explanation: "", solution: { choices: ["5P"], text: "", audioUrl }, given: null };

const form = (...entries: [string, string][]) => {
  const made = new FormData();
  for (const [name, value] of entries) made.append(name, value);
  return made;
};

test("sound is asked for at our own address", () => {
  expect(soundPath(audioUrl)).toBe("/sound/abc-1/3/question.wav");
});

test("what is no sound of a practice gets no address", () => {
  for (const other of [null, undefined, "", "http://evil.example/x.wav", "http://api/api/sound/../3/question.wav", "http://api/api/sound/a/3/question.mp3"]) expect(soundPath(other)).toBeNull();
});

test("a judgement comes with the sounds of both answers and of the next question rewritten", () => {
  const { reply } = asReply({ judged: { index: 3, verdict, answered: 4, next: question } });
  expect(reply).toMatchObject({ kind: "judged", verdict: { solution: { audioUrl: "/sound/abc-1/3/question.wav" }, given: null }, next: { audioUrl: "/sound/abc-1/3/question.wav" } });
});

test("a conflict means that the page is out of date", () => {
  expect(asReply({ refusal: refusal("CONFLICT") })).toEqual({ reply: { kind: "stale" }, status: 409 });
});

test("any other refusal is said in its own words", () => {
  expect(asReply({ refusal: refusal("SERVICE_UNAVAILABLE") })).toEqual({ reply: { kind: "failed", message: "No." }, status: 503 });
});

test("a practice that is gone says so", () => {
  expect(asReply({ asked: null })).toMatchObject({ reply: { kind: "failed" }, status: 404 });
});

test("a choice and a sequence are read as they were sent", () => {
  expect(readAnswer(form(["index", "2"], ["choice", "C"]))).toEqual({ index: 2, choice: "C" });
  expect(readAnswer(form(["index", "0"], ["sequence", "q"], ["sequence", "h"], ["sequence", "q"]))).toEqual({ index: 0, sequence: ["q", "h", "q"] });
});

test("an index that is no number is left to the API to refuse", () => {
  expect(readAnswer(form(["index", "two"], ["choice", "C"])).index).toBe(-1);
});

import { openWorld, tokenIn, type World } from "../../../testing";

let world: World;

beforeAll(async () => void (world = await openWorld()), 30_000);
afterAll(() => world.close());

const EMAIL = "new-here@etude.test";
const PASSWORD = "a-rather-long-walk-home";

/** Reads the note on the staff, as a learner would: the letters of NR01's landmarks in ABC. */
function readNote(abc: string): string {
  const letter = /K:[^\n]*\n[^\n]*?([A-Ga-g])/.exec(abc)?.[1] ?? "";
  return { C: "C4", G: "G4", c: "C5" }[letter] ?? "?";
}

const QUESTION = "nextQuestion { index notation choices { id } }";

test("somebody registers, confirms the address from the mailbox, practises what the staff shows, and keeps the progress", async () => {
  const browser = world.browser();
  const registered = await browser.query("mutation ($input: RegisterInput!) { register(input: $input) { message } }", { input: { email: EMAIL, password: PASSWORD } });
  expect(registered.errors).toEqual([]);
  await world.drain();

  const token = tokenIn(world.mail.to(EMAIL)[0], "verify-email");
  const verified = await browser.query("mutation ($token: String!) { verifyEmail(token: $token) { user { emailVerified stats { practices } } } }", { token });
  expect(verified.data.verifyEmail.user).toEqual({ emailVerified: true, stats: { practices: 0 } });

  const started = await browser.query(`mutation { startPractice(levelId: "NR01") { id questionCount ${QUESTION} } }`);
  const { id, questionCount } = started.data.startPractice;
  let question = started.data.startPractice.nextQuestion;
  for (let index = 0; index < questionCount; index++) {
    expect(question.index).toBe(index);
    const input = { practiceId: id, index, choice: readNote(question.notation) };
    const { data } = await browser.query(`mutation ($input: AnswerInput!) { answerQuestion(input: $input) { correct practice { ${QUESTION} } } }`, { input });
    expect(data.answerQuestion.correct).toBe(true);
    question = data.answerQuestion.practice.nextQuestion;
  }
  expect(question).toBeNull();

  const saved = await browser.query("mutation ($id: ID!) { saveProgress(practiceId: $id) { score passed stars nextLevel { id unlocked } } }", { id });
  expect(saved.data.saveProgress).toEqual({ score: 1, passed: true, stars: 3, nextLevel: { id: "NR02", unlocked: true } });

  const kept = await browser.query("{ me { email progress { score completed level { id } } stats { practices answers accuracy currentStreakDays } } }");
  expect(kept.data.me).toEqual({
    email: EMAIL,
    progress: [{ score: 1, completed: true, level: { id: "NR01" } }],
    stats: { practices: 1, answers: 15, accuracy: 1, currentStreakDays: 1 },
  });
});

test("a score can't be forged: there is no input that takes one", async () => {
  const { data } = await world.nobody().query('{ answer: __type(name: "AnswerInput") { inputFields { name } } mutation: __type(name: "Mutation") { fields { name args { name } } } }');
  expect(data.answer.inputFields.map(({ name }: { name: string }) => name).sort()).toEqual(["choice", "index", "practiceId", "recordingId", "sequence", "tapsMs"]);
  const save = data.mutation.fields.find(({ name }: { name: string }) => name === "saveProgress");
  expect(save.args).toEqual([{ name: "practiceId" }]);
  const forged = await world.nobody().query('mutation { saveProgress(practiceId: "x", score: 1) { score } }');
  expect([forged.status, forged.code]).toEqual([400, "GRAPHQL_VALIDATION_FAILED"]);
});

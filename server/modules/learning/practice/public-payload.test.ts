import { openWorld, type World } from "../../../testing";
import { practising } from "../../../testing/practising";
import { curriculum } from "../curriculum/curriculum";

let world: World;

beforeAll(async () => void (world = await openWorld()), 30_000);
afterAll(() => world.close());

const START = `mutation ($levelId: ID!) { startPractice(levelId: $levelId) {
  id status questionCount answered nextQuestion { index kind prompt notation audioUrl answerForm answerLength timeLimitMs choices { id label notation } } } }`;

const everyLevel = curriculum.tracks.flatMap(({ levels }) => levels);

const members = (count: number) =>
  Promise.all(
    Array.from({ length: count }, async () => {
      const member = practising(world, await world.aMember());
      await member.hasPassed(...everyLevel.map(({ id }) => id));
      return member;
    }),
  );

test("a question that is heard gives no notation, and looks alike wherever it is asked in the same words", async () => {
  const listeners = await members(2);
  for (const { id: levelId } of everyLevel.filter(({ kind }) => kind.endsWith(".ear") || kind === "rhythm")) {
    const shown = new Map<string, string>();
    for (const { api } of listeners) {
      const { id, nextQuestion } = (await api.query(START, { levelId })).data.startPractice;
      const { prompt, audioUrl, notation, ...rest } = nextQuestion;
      expect([notation, audioUrl]).toEqual([null, `${world.config.apiUrl}/api/sound/${id}/0/question.wav`]);
      const looks = JSON.stringify(rest);
      expect({ levelId, looks: shown.get(prompt) ?? looks }).toEqual({ levelId, looks });
      shown.set(prompt, looks);
    }
  }
}, 60_000);

test("a question that is read gives its notation and no sound", async () => {
  const [reader] = await members(1);
  for (const { id: levelId } of everyLevel.filter(({ kind }) => kind === "note.read" || kind === "key.sig")) {
    const { notation, audioUrl } = (await reader!.api.query(START, { levelId })).data.startPractice.nextQuestion;
    expect({ levelId, notation, audioUrl }).toEqual({ levelId, notation: expect.stringContaining("K:"), audioUrl: null });
  }
}, 60_000);

test("no field of a question or practice is named after an answer, a seed or a secret", async () => {
  const { data } = await world.nobody().query('{ question: __type(name: "Question") { fields { name } } practice: __type(name: "Practice") { fields { name } } }');
  const names = [...data.question.fields, ...data.practice.fields].map(({ name }: { name: string }) => name);
  expect(names.filter((name: string) => /^(answer|correct|solution|skill|subject)$|seed|secret|midi|heard|pinned/i.test(name))).toEqual([]);
});

import { openWorld, type World } from "../../../testing";
import { buildPiano } from "../../../testing/piano";
import { practising } from "../../../testing/practising";

let piano: ReturnType<typeof buildPiano>;
let world: World;

beforeAll(async () => {
  piano = buildPiano();
  world = await openWorld({ pianoBank: piano.path });
}, 60_000);

afterAll(async () => {
  await world.close();
  piano.remove();
});

async function listening(levelId = "IN01") {
  const learner = practising(world, await world.aLearner());
  const id = await learner.begin(levelId);
  const hear = async (index: number | string, part: string, who = learner) => {
    const response = await who.api.fetch(`/api/sound/${id}/${index}/${part}.wav`);
    return { status: response.status, headers: response.headers, body: Buffer.from(await response.arrayBuffer()) };
  };
  return { ...learner, id, hear, crib: await learner.cribs(id) };
}

test("the practising learner hears the question at the address that it names", async () => {
  const { id, api } = await listening();
  const { data } = await api.query("query ($id: ID!) { practice(id: $id) { nextQuestion { audioUrl notation } } }", { id });
  const { audioUrl, notation } = data.practice.nextQuestion;
  expect([audioUrl, notation]).toEqual([`${world.config.apiUrl}/api/sound/${id}/0/question.wav`, null]);
  const response = await api.fetch(new URL(audioUrl).pathname);
  expect([response.status, response.headers.get("content-type"), response.headers.get("cache-control")]).toEqual([200, "audio/wav", "private, no-store"]);
  expect(Buffer.from(await response.arrayBuffer()).toString("latin1", 0, 4)).toBe("RIFF");
});

test("all questions of a level have files of one size, and no two are the same", async () => {
  const { crib, answer, id, hear } = await listening();
  const files: Buffer[] = [];
  for (const [index, { right }] of crib.entries()) {
    files.push((await hear(index, "question")).body);
    await answer(id, index, right);
  }
  expect(new Set(files.map((file) => file.length)).size).toBe(1);
  expect(new Set(files.map((file) => file.toString("base64"))).size).toBe(crib.length);
});

test("solution and own answer are heard once the question is answered, and not before", async () => {
  const { crib, answer, id, hear } = await listening();
  expect([(await hear(0, "solution")).status, (await hear(0, "yours")).status]).toEqual([404, 404]);
  await answer(id, 0, crib[0]!.wrong);
  const [question, solution, yours] = [await hear(0, "question"), await hear(0, "solution"), await hear(0, "yours")];
  expect([question.status, solution.status, yours.status]).toEqual([200, 200, 200]);
  expect(yours.body.equals(solution.body)).toBe(false);
});

test("a question that was not handed out yet is not heard", async () => {
  const { crib, answer, id, hear, api } = await listening();
  expect((await hear(1, "question")).status).toBe(404);
  await api.query("mutation ($input: AnswerInput!) { answerQuestion(input: $input) { correct } }", { input: { practiceId: id, index: 0, ...crib[0]!.right } });
  expect((await hear(1, "question")).status).toBe(404);
  await api.query("query ($id: ID!) { practice(id: $id) { nextQuestion { index } } }", { id });
  expect((await hear(1, "question")).status).toBe(200);
  expect((await answer(id, 1, crib[1]!.right)).code).toBeNull();
});

test("a finished practice can be heard whole", async () => {
  const { id, save, hear, crib } = await listening();
  await save(id);
  const last = crib.length - 1;
  expect([(await hear(last, "question")).status, (await hear(last, "solution")).status, (await hear(last, "yours")).status]).toEqual([200, 200, 404]);
});

test("nobody else hears it, and what does not exist looks the same", async () => {
  const { id, hear } = await listening();
  const stranger = await listening();
  expect((await hear(0, "question", stranger)).status).toBe(404);
  expect((await world.nobody().fetch(`/api/sound/${id}/0/question.wav`)).status).toBe(404);
  for (const [index, part] of [["99", "question"], ["-1", "question"], ["0.5", "question"], ["x", "question"], ["0", "answer"], ["0", "__proto__"]] as const) {
    expect((await hear(index, part)).status).toBe(404);
  }
  expect((await stranger.api.fetch("/api/sound/nonsense/0/question.wav")).status).toBe(404);
});

test("what is read has no sound before it is answered, and is heard in the solution", async () => {
  const { id, answer, crib, hear } = await listening("NR01");
  expect((await hear(0, "question")).status).toBe(404);
  await answer(id, 0, crib[0]!.right);
  expect((await hear(0, "solution")).status).toBe(200);
});

test("asking without end is refused for a while, with when to try again", async () => {
  const busy = await openWorld({ pianoBank: piano.path, rateLimitScale: 1 / 120 });
  try {
    const { api, begin } = practising(busy, await busy.aLearner());
    const id = await begin("IN01");
    const answers = [];
    for (let call = 0; call < 3; call++) answers.push(await api.fetch(`/api/sound/${id}/0/question.wav`));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(Number(answers[2]!.headers.get("retry-after"))).toBeGreaterThan(0);
    const retryAfter = Number(answers[2]!.headers.get("retry-after"));
    expect(await answers[2]!.json()).toMatchObject({ errors: [{ extensions: { code: "RATE_LIMITED", retryAfter } }] });
    expect(await busy.db.auditEntry.findMany({ where: { action: "limit.hit" }, select: { metadata: true } })).toEqual([{ metadata: { limit: "learning-sound" } }]);
  } finally {
    await busy.close();
  }
}, 30_000);

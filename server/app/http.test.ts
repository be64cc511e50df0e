import { openWorld, type World } from "../testing";

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const ME = "{ me { email } }";
const json = { "content-type": "application/json" };
const post = (body: string, headers: Record<string, string> = json) => world.nobody().fetch("/graphql", { method: "POST", headers, body });

const withCookie = async () => {
  const learner = await world.aLearner();
  return { ...json, cookie: `etude_access=${learner.accessToken}` };
};

test("every answer carries a request id, the caller's own if it has a decent form", async () => {
  const made = await post(JSON.stringify({ query: ME }));
  expect(made.headers.get("x-request-id")).toMatch(/^[\w-]{36}$/);
  const given = await post(JSON.stringify({ query: ME }), { ...json, "x-request-id": "from-the-web-1" });
  expect(given.headers.get("x-request-id")).toBe("from-the-web-1");
  const odd = await post(JSON.stringify({ query: ME }), { ...json, "x-request-id": "<script>" });
  expect(odd.headers.get("x-request-id")).not.toContain("<");
});

test("a session counts as cookie and as Bearer token", async () => {
  const learner = await world.aLearner();
  const { data } = await world.as(learner).query(ME);
  expect(data).toEqual({ me: { email: learner.email } });
  const response = await post(JSON.stringify({ query: ME }), { ...json, cookie: `etude_access=${learner.accessToken}` });
  expect(await response.json()).toEqual({ data: { me: { email: learner.email } } });
});

test.each([
  ["from our own pages", { origin: "http://localhost:3000" }, 200],
  ["from no browser", {}, 200],
  ["from the address bar", { "sec-fetch-site": "none" }, 200],
  ["from another site", { origin: "https://evil.test" }, 403],
  ["from a site whose name begins as ours", { origin: "http://localhost:3000.evil.test" }, 403],
  ["from our host by another scheme", { origin: "https://localhost:3000" }, 403],
  ["from a page that hides its origin", { origin: "null" }, 403],
  ["from a browser that keeps the origin to itself", { "sec-fetch-site": "cross-site" }, 403],
])("a call with our cookies %s is answered as it should", async (_from, headers, status) => {
  const response = await post(JSON.stringify({ query: ME }), { ...(await withCookie()), ...(headers as Record<string, string>) });
  expect(response.status).toBe(status);
  if (status === 403) expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: "FORBIDDEN" } }] });
});

test.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""])("a body sent as '%s' is never executed", async (type) => {
  const response = await post(JSON.stringify({ query: ME }), type ? { "content-type": type } : {});
  expect(response.status).toBe(400);
  expect(await response.text()).not.toContain('"data"');
});

test("a mutation is never executed by GET", async () => {
  const response = await world.nobody().fetch(`/graphql?query=${encodeURIComponent("mutation { logout }")}`, { headers: { "apollo-require-preflight": "1" } });
  expect(response.status).toBe(405);
});

test.each([
  ["that is no JSON", "{", 400],
  ["that is a list", "[]", 400],
  ["that is a number", "7", 400],
  ["with a NUL in it", JSON.stringify({ query: ME, variables: { a: "\0" } }), 400],
  ["with half a character in it", '{"query":"{ me { email } }","variables":{"a":"\\ud800"}}', 400],
  ["with a NUL in the query's own escapes", JSON.stringify({ query: '{ level(id: "\\u0000") { id } }' }), 400],
  ["nested too deep", `{"query":"{ me { email } }","variables":${'{"a":'.repeat(50)}1${"}".repeat(50)}}`, 400],
  ["with too many values", JSON.stringify({ query: ME, variables: { a: Array(6000).fill(1) } }), 400],
  ["over 100 KB", JSON.stringify({ query: ME, variables: { a: "x".repeat(200_000) } }), 413],
])("a body %s is refused in JSON", async (_what, body, status) => {
  const response = await post(body);
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ errors: [{ message: expect.any(String) as string, extensions: { code: "BAD_REQUEST" } }] });
});

test("a query that can't be parsed, or asks for what isn't there, is a 400 with Apollo's own code", async () => {
  expect(await world.nobody().query("{ me {")).toMatchObject({ status: 400, code: "GRAPHQL_PARSE_FAILED" });
  expect(await world.nobody().query("{ nothing }")).toMatchObject({ status: 400, code: "GRAPHQL_VALIDATION_FAILED" });
  expect(await world.nobody().query("query($id: ID!) { level(id: $id) { id } }")).toMatchObject({ status: 400, code: "BAD_USER_INPUT" });
});

test("a subscription is told that there are none here", async () => {
  expect(await world.nobody().query("subscription { __typename }")).toMatchObject({ status: 400, code: "OPERATION_NOT_SUPPORTED" });
});

test.each([
  ["of a name that the document lacks", { query: ME, operationName: "Other" }],
  ["that is one of several, and not named", { query: `query A ${ME} query B ${ME}` }],
])("an operation %s is a 400", async (_which, body) => {
  const response = await post(JSON.stringify(body));
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: "OPERATION_RESOLUTION_FAILURE" } }] });
});

test("an operation that asks for too much at once is refused before anything is done", async () => {
  const deep = `{ tracks { levels { requires { requires { requires { requires { requires { id } } } } } } } }`;
  expect(await world.nobody().query(deep)).toMatchObject({ status: 400, code: "QUERY_TOO_COMPLEX" });
});

test("aliases don't turn one call into many guesses", async () => {
  const guess = (alias: string) => `${alias}: login(input: { email: "a@etude.test", password: "${alias}" }) { expiresAt }`;
  expect(await world.nobody().query(`mutation { ${guess("a")} ${guess("b")} }`)).toMatchObject({ status: 400, code: "QUERY_TOO_COMPLEX" });
});

test("only the web server, which knows the secret, may say for whom it asks", async () => {
  const { webProxySecret } = world.config;
  const failedFrom = async (headers: Record<string, string>) => {
    const answer = await world.nobody().query(`mutation { login(input: { email: "nobody@etude.test", password: "wrong-password" }) { expiresAt } }`, {}, headers);
    const entry = await world.db.auditEntry.findFirst({ where: { action: "auth.login.failed", requestId: answer.headers.get("x-request-id") } });
    return entry?.ipAddress;
  };
  expect(await failedFrom({ "x-forwarded-for": "203.0.113.9", "x-etude-proxy-secret": webProxySecret })).toBe("203.0.113.9");
  expect(await failedFrom({ "x-forwarded-for": "203.0.113.9" })).toMatch(/127\.0\.0\.1/);
  expect(await failedFrom({ "x-forwarded-for": "203.0.113.9", "x-etude-proxy-secret": "guessed" })).toMatch(/127\.0\.0\.1/);
});

test("what nobody serves is a 404 in JSON, without a word on what runs here", async () => {
  const response = await world.nobody().fetch("/nothing");
  expect(response.status).toBe(404);
  expect(response.headers.get("x-powered-by")).toBeNull();
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: "NOT_FOUND" } }] });
});

test("metrics are for this machine, and not for what comes through a proxy", async () => {
  const seen = await world.nobody().fetch("/metrics");
  expect(await seen.text()).toContain("etude_graphql_operation_seconds");
  expect((await world.nobody().fetch("/metrics", { headers: { "x-forwarded-for": "203.0.113.9" } })).status).toBe(404);
});

test("a call too many answers 429 with Retry-After when it stands alone, and 200 beside others", async () => {
  const strict = await openWorld({ rateLimitScale: 1 });
  try {
    const learner = strict.as(await strict.aLearner());
    const update = `mutation { updateProfile(input: { name: "N" }) { id } }`;
    let answer = await learner.query(update);
    for (let call = 0; call < 100 && !answer.code; call++) answer = await learner.query(update);
    expect(answer).toMatchObject({ status: 429, code: "RATE_LIMITED" });
    expect(Number(answer.headers.get("retry-after"))).toBe(answer.errors[0]?.extensions.retryAfter);
    const beside = await learner.query(`mutation { updateProfile(input: { name: "N" }) { id } logout }`);
    expect(beside).toMatchObject({ status: 200, code: "RATE_LIMITED" });
    expect(await strict.db.auditEntry.count({ where: { action: "limit.hit" } })).toBeGreaterThan(0);
  } finally {
    await strict.close();
  }
});

test("a bug is masked to the caller, who gets the request id to tell us", async () => {
  const broken = await openWorld();
  try {
    const learner = await broken.aLearner();
    await broken.db.$executeRawUnsafe(`alter table app_user rename column "timeZone" to "lost"`);
    const answer = await broken.as(learner).query("{ me { email timeZone } }");
    expect(answer.code).toBe("INTERNAL_SERVER_ERROR");
    expect(answer.errors[0]?.extensions.requestId).toBe(answer.headers.get("x-request-id"));
    expect(JSON.stringify(answer.errors)).not.toMatch(/does not exist|app_user|prisma/i);
  } finally {
    await broken.close();
  }
});

test("production neither describes the schema nor shows a page", async () => {
  const production = await openWorld({ production: true });
  try {
    expect((await production.nobody().query("{ __schema { types { name } } }")).code).toBe("GRAPHQL_VALIDATION_FAILED");
    const typo = await production.nobody().query("{ mee { email } }");
    expect(JSON.stringify(typo.errors)).not.toContain("Did you mean");
    const page = await production.nobody().fetch("/graphql", { headers: { accept: "text/html" } });
    expect(page.status).toBeGreaterThanOrEqual(400);
  } finally {
    await production.close();
  }
});

test("without its database the process is alive, not ready, and says so to callers", async () => {
  const lonely = await openWorld();
  const { pathname } = new URL(lonely.config.database.url);
  const elsewhere = world.db;
  const learner = await lonely.aLearner();
  try {
    await elsewhere.$executeRawUnsafe(`alter database "${pathname.slice(1)}" allow_connections false`);
    await elsewhere.$queryRawUnsafe(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${pathname.slice(1)}'`);
    expect((await lonely.nobody().fetch("/healthz")).status).toBe(200);
    expect((await lonely.nobody().fetch("/readyz")).status).toBe(503);
    const answer = await lonely.nobody().query(`mutation { login(input: { email: "a@etude.test", password: "wrong-password" }) { expiresAt } }`);
    expect(answer.code).toBe("SERVICE_UNAVAILABLE");
    expect((await lonely.as(learner).query(ME)).code).toBe("SERVICE_UNAVAILABLE");
    expect((await lonely.as(learner).fetch("/api/exports/00000000-0000-4000-8000-000000000000")).status).toBe(503);
  } finally {
    await elsewhere.$executeRawUnsafe(`alter database "${pathname.slice(1)}" allow_connections true`);
    await lonely.close();
  }
});

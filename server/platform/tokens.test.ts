import jwt from "jsonwebtoken";

import { testClock } from "../testing/test-clock";
import { minutes } from "./clock";
import { ACCESS_TOKEN_LIFE, readAccessToken, signAccessToken } from "./tokens";

const SECRET = "the current secret, 0123456789 abcdef";
const OLD = "the secret before, 0123456789 abcdefg";
const claims = { userId: "0190a000-0000-7000-8000-000000000001", sessionId: "0190a000-0000-7000-8000-000000000002" };

const forged = (payload: object, { secret = SECRET, typ = "at+jwt", algorithm = "HS256" }: { secret?: string; typ?: string; algorithm?: jwt.Algorithm } = {}) => {
  const now = Math.floor(testClock().now().getTime() / 1000);
  const whole = { sub: claims.userId, sid: claims.sessionId, iss: "etude", aud: "etude-api", iat: now, exp: now + 60, ...payload };
  return jwt.sign(JSON.parse(JSON.stringify(whole)) as object, algorithm === "none" ? "" : secret, { algorithm, header: { alg: algorithm, typ } });
};

test("a token tells whose it is until its ten minutes are over", () => {
  const clock = testClock();
  const { token, expiresAt } = signAccessToken([SECRET], clock, claims);
  expect(ACCESS_TOKEN_LIFE).toBe(minutes(10));
  expect(expiresAt.getTime() - clock.now().getTime()).toBe(minutes(10));
  expect(readAccessToken([SECRET], clock, token)).toEqual(claims);
  clock.forward(minutes(10));
  expect(readAccessToken([SECRET], clock, token)).toBeNull();
});

test("after a rotation of secrets the old tokens still count, and new ones are signed with the first", () => {
  const clock = testClock();
  const old = signAccessToken([OLD], clock, claims).token;
  expect(readAccessToken([SECRET, OLD], clock, old)).toEqual(claims);
  const fresh = signAccessToken([SECRET, OLD], clock, claims).token;
  expect(readAccessToken([SECRET], clock, fresh)).toEqual(claims);
  expect(readAccessToken([OLD], clock, fresh)).toBeNull();
});

test("a token made by the test as ours are is accepted, so the refusals below have one reason each", () => {
  expect(readAccessToken([SECRET], testClock(), forged({}))).toEqual(claims);
});

test.each<[string, string]>([
  ["signed with another secret", forged({}, { secret: OLD })],
  ["without a signature", forged({}, { algorithm: "none" })],
  ["of another algorithm", forged({}, { algorithm: "HS512" })],
  ["of another type", forged({}, { typ: "JWT" })],
  ["without an expiry", forged({ exp: undefined })],
  ["that has expired", forged({ exp: 1 })],
  ["for another audience", forged({ aud: "somebody-else" })],
  ["from another issuer", forged({ iss: "somebody-else" })],
  ["without a subject", forged({ sub: undefined })],
  ["without a session", forged({ sid: undefined })],
  ["that is no token at all", "not.a.token"],
])("a token %s is as none", (_what, token) => {
  expect(readAccessToken([SECRET], testClock(), token)).toBeNull();
});

import { readPace } from "./pace";

test("a right answer goes on by itself after 900 ms until the learner says otherwise", () => {
  expect(readPace(null, false)).toEqual({ forwardMs: 900, autoplay: true, hasHeard: false });
  expect(readPace('{"forwardMs":null,"autoplay":false}', false)).toMatchObject({ forwardMs: null, autoplay: false });
});

test("who asked for less motion is not moved on unasked, but may choose it", () => {
  expect(readPace(null, true).forwardMs).toBeNull();
  expect(readPace('{"forwardMs":2500}', true).forwardMs).toBe(2500);
});

test("what makes no sense is forgotten", () => {
  for (const stored of ["", "{", "null", "[]", '{"forwardMs":1}', '{"forwardMs":"900"}']) expect(readPace(stored, false).forwardMs).toBe(900);
});

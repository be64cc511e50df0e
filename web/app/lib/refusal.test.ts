import { refusalFrom, statusOf, waitMessage } from "./refusal";

describe("what the API refused", () => {
  test("keeps the sentence meant for the person, and the field it is about", () => {
    const refusal = refusalFrom({ message: "Please choose a longer password.", extensions: { code: "BAD_USER_INPUT", field: "password" } });
    expect(refusal).toEqual({ code: "BAD_USER_INPUT", message: "Please choose a longer password.", field: "password", retryAfter: null, payUrl: null });
  });

  test("names where a missing payment is made, if that is an address of the web", () => {
    const payUrlOf = (payUrl: unknown) => refusalFrom({ message: "A payment is missing.", extensions: { code: "ALREADY_SUBSCRIBED", payUrl } }).payUrl;
    expect(payUrlOf("https://invoice.stripe.com/i/1")).toBe("https://invoice.stripe.com/i/1");
    expect([payUrlOf("javascript:alert(1)"), payUrlOf(7), payUrlOf(undefined)]).toEqual([null, null, null]);
  });

  test("says how long to wait when there were too many tries", () => {
    const refusal = refusalFrom({ message: "Rate limited", extensions: { code: "RATE_LIMITED", retryAfter: 179.2 } });
    expect(refusal).toMatchObject({ code: "RATE_LIMITED", retryAfter: 180, message: "Too many tries. Please wait 3 minutes, then try again." });
  });

  test.each([
    [{ message: "Cannot read properties of undefined", extensions: { code: "GRAPHQL_VALIDATION_FAILED" } }],
    [{ message: "boom" }],
    [{ message: "boom", extensions: null }],
    [{}],
  ])("shows no message that isn't meant for people: %j", (failure) => {
    expect(refusalFrom(failure)).toMatchObject({ code: "INTERNAL_SERVER_ERROR", message: "Something went wrong on our side. Nothing was changed; please try again." });
  });

  test("is unmoved by fields and waits of the wrong kind", () => {
    expect(refusalFrom({ message: "No.", extensions: { code: "CONFLICT", field: 7, retryAfter: "soon" } })).toMatchObject({ field: null, retryAfter: null });
  });

  test.each([[1, "1 second"], [89, "89 seconds"], [90, "2 minutes"], [3600, "60 minutes"], [7200, "2 hours"], [null, "a little"]])("%s seconds is %s", (seconds, words) => {
    expect(waitMessage(seconds)).toContain(`wait ${words},`);
  });

  test("a page without its data answers with the status that fits", () => {
    expect([statusOf("NOT_FOUND"), statusOf("RATE_LIMITED"), statusOf("SERVICE_UNAVAILABLE"), statusOf("INTERNAL_SERVER_ERROR")]).toEqual([404, 429, 503, 500]);
  });
});

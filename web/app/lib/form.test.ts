import { keptValues, refused, stateAfter, stateWith, text, ticked } from "./form";
import type { ApiRefusal } from "./refusal";

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

const refusal = (rest: Partial<ApiRefusal>): ApiRefusal => ({ code: "BAD_USER_INPUT", message: "Please mend this.", field: null, retryAfter: null, payUrl: null, ...rest });

describe("reading a form", () => {
  test("a field that is missing, or is a file, is empty text", () => {
    const form = formOf({});
    form.set("name", new File(["x"], "x.txt"));
    expect([text(form, "name"), text(form, "nothing")]).toEqual(["", ""]);
  });

  test("spaces are kept, since they count in passwords", () => {
    expect(text(formOf({ password: " a b " }), "password")).toBe(" a b ");
  });

  test("a text beyond all measure is cut", () => {
    expect(text(formOf({ name: "x".repeat(50_000) }), "name")).toHaveLength(10_000);
  });

  test("a checkbox is ticked when it is there", () => {
    expect([ticked(formOf({ optIn: "on" }), "optIn"), ticked(formOf({}), "optIn")]).toEqual([true, false]);
  });
});

describe("a form that was refused", () => {
  const form = formOf({ email: "ada@etude.test", password: "secret", newPassword: "secret", token: "secret" });

  test("keeps what was typed, but never a secret", () => {
    expect(keptValues(form, ["email", "password", "newPassword", "token"])).toEqual({ email: "ada@etude.test" });
  });

  test("tells the mistake at its field", () => {
    const state = stateAfter(refusal({ field: "email" }), { form, fields: ["email", "password"] });
    expect(state).toMatchObject({ errors: { email: "Please mend this." }, formError: null });
  });

  test("understands the path the API gives", () => {
    expect(stateAfter(refusal({ field: "input.email" }), { form, fields: ["email"] }).errors).toEqual({ email: "Please mend this." });
  });

  test("finds the field that it calls by another name", () => {
    const state = stateAfter(refusal({ field: "password" }), { form, fields: ["currentPassword", "newPassword"], names: { password: "newPassword" } });
    expect(state.errors).toEqual({ newPassword: "Please mend this." });
  });

  test("tells above the form what belongs to no field of it", () => {
    expect(stateAfter(refusal({ field: "somethingElse" }), { form, fields: ["email"] })).toMatchObject({ errors: {}, formError: "Please mend this." });
    expect(stateAfter(refusal({ code: "ALREADY_SUBSCRIBED", payUrl: "https://pay" }), { form, fields: ["email"] }).payUrl).toBe("https://pay");
    expect(stateAfter(refusal({ code: "INVALID_CREDENTIALS" }), { form, fields: ["email"] })).toMatchObject({ errors: {}, formError: "Please mend this." });
  });

  test("can say by itself what is missing", () => {
    expect(stateWith(form, { email: "Please fill this in." }, ["email"])).toMatchObject({ values: { email: "ada@etude.test" }, errors: { email: "Please fill this in." } });
  });

  test.each([["BAD_USER_INPUT", 422], ["RATE_LIMITED", 429], ["SERVICE_UNAVAILABLE", 503], ["INTERNAL_SERVER_ERROR", 500], ["INVALID_CREDENTIALS", 422]] as const)("answers %s with %i", (code, status) => {
    expect(refused(stateAfter(refusal({ code }), { form, fields: ["email"] })).init?.status).toBe(status);
  });
});

import { pagePath } from "./request-context.server";

describe("the page that was asked for", () => {
  test.each([
    ["/levels", "/levels"],
    ["/levels?track=IN", "/levels?track=IN"],
    ["/levels.data?_routes=root%2Clevels", "/levels"],
    ["/levels.data?track=IN&_routes=levels", "/levels?track=IN"],
    ["/_root.data", "/"],
    ["/", "/"],
  ])("%s is the page %s", (asked, page) => {
    expect(pagePath(asked)).toBe(page);
  });
});

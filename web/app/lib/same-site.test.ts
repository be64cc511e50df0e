import { isFromOurPages, safePath } from "./same-site";

describe("where to go after logging in", () => {
  test("a path of this site is kept with its query and hash", () => {
    expect(safePath("/levels?track=IN#IN03")).toBe("/levels?track=IN#IN03");
  });

  test.each([
    "//evil.example", "///evil.example", "/\\evil.example", "/\\/evil.example", "\\\\evil.example", "https://evil.example/", "javascript:alert(1)",
    "/\tevil", "/\n/evil.example", " //evil.example", "evil.example", "/..//evil.example", "/.//evil.example", "/\u0000", "",
  ])("%j leads to the dashboard instead", (wanted) => {
    expect(safePath(wanted)).toBe("/dashboard");
  });

  test("nothing wanted leads where the page says", () => {
    expect(safePath(null, "/account")).toBe("/account");
    expect(safePath(["/a"], "/account")).toBe("/account");
  });
});

describe("who may post", () => {
  const ours = { method: "POST", origin: "https://etude.example", secFetchSite: "same-origin", ownOrigins: ["https://etude.example"] };

  test("our own page may", () => {
    expect(isFromOurPages(ours)).toBe(true);
  });

  test.each(["https://evil.example", "http://etude.example", "https://etude.example.evil.example", "https://www.etude.example", "null"])("a page of %s may not", (origin) => {
    expect(isFromOurPages({ ...ours, origin })).toBe(false);
  });

  test.each(["cross-site", "same-site", "none"])("a browser that hides the origin and says %s may not", (secFetchSite) => {
    expect(isFromOurPages({ ...ours, origin: undefined, secFetchSite })).toBe(false);
  });

  test("a caller that is no browser may, having nobody's cookies but its own", () => {
    expect(isFromOurPages({ ...ours, origin: undefined, secFetchSite: undefined })).toBe(true);
  });

  test("anyone may look", () => {
    expect(isFromOurPages({ ...ours, method: "GET", origin: "https://evil.example", secFetchSite: "cross-site" })).toBe(true);
  });
});

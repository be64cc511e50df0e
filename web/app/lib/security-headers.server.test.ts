import { securityHeaders } from "./security-headers.server";

const site = { nonce: "n0nce", https: true, assetOrigin: null, paymentOrigins: [], development: false };
const policy = (headers: Record<string, string>) => headers["Content-Security-Policy"] ?? "";

describe("the headers of every page", () => {
  test("only scripts of this response run, and nothing inline without its nonce", () => {
    expect(policy(securityHeaders(site))).toContain("script-src 'self' 'nonce-n0nce';");
    expect(policy(securityHeaders(site))).not.toContain("unsafe-inline");
  });

  test("nothing is fetched from, framed by or sent to anyone else", () => {
    const directives = policy(securityHeaders(site)).split("; ");
    expect(directives).toEqual(expect.arrayContaining(["default-src 'none'", "connect-src 'self'", "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'"]));
    expect(policy(securityHeaders(site))).not.toMatch(/https?:/);
  });

  test("forms lead to the payment pages too, and nothing else does", () => {
    const directives = policy(securityHeaders({ ...site, paymentOrigins: ["https://checkout.stripe.com"] })).split("; ");
    expect(directives).toContain("form-action 'self' https://checkout.stripe.com");
    expect(directives.filter((directive) => directive.includes("stripe"))).toHaveLength(1);
  });

  test("a CDN for the assets is named, for assets only", () => {
    const directives = policy(securityHeaders({ ...site, assetOrigin: "https://cdn.etude.example" })).split("; ");
    expect(directives).toEqual(expect.arrayContaining(["script-src 'self' https://cdn.etude.example 'nonce-n0nce'", "font-src 'self' https://cdn.etude.example", "connect-src 'self'"]));
  });

  test("https is asked for always where the site has it, and never where it hasn't", () => {
    expect(securityHeaders(site)["Strict-Transport-Security"]).toMatch(/max-age=\d{8}/);
    expect(securityHeaders({ ...site, https: false })).not.toHaveProperty("Strict-Transport-Security");
  });

  test("the microphone is for singing here, everything else is off", () => {
    expect(securityHeaders(site)["Permissions-Policy"]).toBe("camera=(), geolocation=(), payment=(), usb=(), microphone=(self)");
  });
});

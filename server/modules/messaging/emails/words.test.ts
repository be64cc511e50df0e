import { days, hours, minutes } from "../../../platform/clock";
import { dateInWords, deviceInWords, durationInWords, greeting, instantInWords, linkTo, moneyInWords } from "./words";

test("a link keeps to the site, also when the site has a slash or the token odd characters", () => {
  expect(linkTo("https://etude.example", "/login")).toBe("https://etude.example/login");
  expect(linkTo("https://etude.example/", "/verify-email", "a b&c")).toBe("https://etude.example/verify-email?token=a+b%26c");
});

test.each([
  [minutes(1), "1 minute"],
  [minutes(30), "30 minutes"],
  [hours(1), "60 minutes"],
  [hours(2), "2 hours"],
  [hours(24), "24 hours"],
  [days(7), "7 days"],
  [1, "1 minute"],
])("%d ms are %s", (duration, words) => {
  expect(durationInWords(duration)).toBe(words);
});

test("an instant is told on the reader's clock, and in UTC where the zone is unknown", () => {
  const at = new Date("2026-07-01T22:30:00Z");
  expect(instantInWords(at, "Asia/Tokyo")).toBe("2 July 2026 at 07:30 (Asia/Tokyo)");
  expect(instantInWords(at, "Mars/Olympus")).toBe("1 July 2026 at 22:30 (UTC)");
});

test("a day is the one on the reader's own calendar", () => {
  const at = new Date("2026-07-01T22:30:00Z");
  expect(["Asia/Tokyo", "America/New_York", "Mars/Olympus"].map((zone) => dateInWords(at, zone))).toEqual(["2 July 2026", "1 July 2026", "1 July 2026"]);
});

test.each([
  [9600, "eur", "€96.00"],
  [123456, "gbp", "£1,234.56"],
  [5, "usd", "US$0.05"],
  [1900, "jpy", "JP¥1,900"],
  [4500, "kwd", "KWD 4.500"],
  [390000, "huf", "HUF 3,900.00"],
  [150000, "isk", "ISK 1,500.00"],
])("%d %s is %s, as Stripe counts it", (amount, currency, words) => {
  expect(moneyInWords({ amount, currency }).replace(/\s/g, " ")).toBe(words);
});

test.each([
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0", "Edge on Windows"],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1", "Safari on iOS"],
  ["Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36", "Chrome on Android"],
  ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15", "Safari on macOS"],
  ["curl/8.9.1", "An unknown device"],
  ["<script>", "An unknown device"],
])("%s is %s", (userAgent, device) => {
  expect(deviceInWords(userAgent)).toBe(device);
});

test("a greeting without a name still greets", () => {
  expect([greeting("Ada"), greeting("  "), greeting(null)]).toEqual(["Hello Ada,", "Hello,", "Hello,"]);
});

import { callerOf, networkOf } from "./network.rules";

test("an IPv4 network is the first three bytes, a caller all four", () => {
  expect(networkOf("203.0.113.7")).toBe("203.0.113");
  expect(callerOf("203.0.113.7")).toBe("203.0.113.7");
});

test("an IPv4 address wrapped in IPv6 is the same caller", () => {
  expect(callerOf("::ffff:203.0.113.7")).toBe(callerOf("203.0.113.7"));
  expect(networkOf("::FFFF:203.0.113.7")).toBe(networkOf("203.0.113.200"));
});

test("an IPv6 network is its first 48 bits, a caller its first 64, however the address is written", () => {
  expect(networkOf("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1");
  expect(callerOf("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2");
  expect(callerOf("2001:0db8:0001:0002::99")).toBe("2001:db8:1:2");
  expect(callerOf("2001:db8::1")).toBe("2001:db8:0:0");
  expect(callerOf("fe80::1%eth0")).toBe("fe80:0:0:0");
  expect(callerOf("::1")).toBe("0:0:0:0");
});

test.each([null, "", "unknown", "1.2.3", "1:2:3", "not an address"])("%p is nobody in particular", (ipAddress) => {
  expect(callerOf(ipAddress)).toBe("unknown");
});

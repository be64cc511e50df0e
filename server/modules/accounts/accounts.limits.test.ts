import { minutes } from "../../platform/clock";
import { accountLimits } from "./accounts.limits";

test("the limits are those that clients are promised", () => {
  const promised = Object.fromEntries(Object.entries(accountLimits).map(([what, { max, window }]) => [what, `${max} in ${window / minutes(1)} min`]));
  expect(promised).toEqual({
    loginFromOneIp: "100 in 60 min",
    loginToOneAccountFromOneIp: "5 in 15 min",
    loginToOneAccount: "20 in 60 min",
    registerOneAddress: "5 in 60 min",
    registerFromOneIp: "30 in 60 min",
    resendToOneAddress: "5 in 60 min",
    resendFromOneIp: "30 in 60 min",
    resetOneAddress: "5 in 60 min",
    resetFromOneIp: "30 in 60 min",
    changeToOneAddress: "5 in 60 min",
    changeAddressOfOneAccount: "5 in 60 min",
    wrongLinksFromOneIp: "30 in 60 min",
  });
});

test("no two limits share a counter", () => {
  const names = Object.values(accountLimits).map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

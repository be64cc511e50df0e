import { hours, minutes } from "../../platform/clock";
import type { Limit } from "../../platform/throttle";

/** How often what can be guessed, or makes us send mail, may be tried. The docs and the start-up print read this table. */
export const accountLimits = {
  loginFromOneIp: { name: "login-ip", max: 100, window: hours(1) },
  loginToOneAccountFromOneIp: { name: "login-account-ip", max: 5, window: minutes(15) },
  loginToOneAccount: { name: "login-account", max: 20, window: hours(1) },
  registerOneAddress: { name: "register-address", max: 5, window: hours(1) },
  registerFromOneIp: { name: "register-ip", max: 30, window: hours(1) },
  resendToOneAddress: { name: "resend-address", max: 5, window: hours(1) },
  resendFromOneIp: { name: "resend-ip", max: 30, window: hours(1) },
  resetOneAddress: { name: "reset-address", max: 5, window: hours(1) },
  resetFromOneIp: { name: "reset-ip", max: 30, window: hours(1) },
  changeToOneAddress: { name: "email-change-address", max: 5, window: hours(1) },
  changeAddressOfOneAccount: { name: "email-change-account", max: 5, window: hours(1) },
  wrongLinksFromOneIp: { name: "link-ip", max: 30, window: hours(1) },
} satisfies Record<string, Limit>;

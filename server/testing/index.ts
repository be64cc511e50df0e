/** The kit for tests of modules: worlds, the people in them, and callers over real HTTP. */
export { openWorld, PASSWORD, type Person, type World } from "./world";
export type { Answer, Api } from "./api";
export { tokenIn } from "./recorded-mail";

import { resolve } from "node:path";

/** The checkout's own folder, whatever folder a script was called from. */
export const ROOT = resolve(import.meta.dirname, "../..");

/** A path inside the checkout. */
export const inRoot = (...parts) => resolve(ROOT, ...parts);

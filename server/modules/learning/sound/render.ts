import type { Heard, NoteEvent } from "../exercises/exercise";
import type { Jitter } from "./jitter";
import type { PianoBank, PianoNote } from "./piano-bank";
import { wavOf } from "./wav";

/** Loudest sample of a rendering before its jitter: leaves room, so that nothing clips however many notes sound. */
const PEAK = 0.85;
const INT16 = 0x8000;

const ATTACK_SECONDS = 0.002;
/** A damper falling: the note dies away after its duration, rather than being cut. */
const RELEASE_SECONDS = 0.09;
const END_FADE_SECONDS = 0.02;

const CLICK = { seconds: 0.04, decay: 110, hertz: 1400, accentHertz: 2100, gain: 0.22, accentGain: 0.34 };

/**
 * The sound as a WAV file: one channel, 16 bit, at the bank's rate. It lasts `heard.lengthMs` to the sample, whatever
 * is played, so that the size of a file tells nothing; notes are within 10 cents of equal temperament (A4 = 440 Hz),
 * apart from the jitter.
 */
export function renderWav(heard: Heard, bank: PianoBank, jitter: Jitter): Buffer {
  const mix = new Float32Array(Math.round((heard.lengthMs / 1000) * bank.sampleRate));
  for (const note of heard.notes) addNote(mix, { ...note, midi: note.midi + jitter.cents / 100, startMs: note.startMs + jitter.delayMs }, bank);
  for (const click of heard.clicks ?? []) addClick(mix, { ...click, startMs: click.startMs + jitter.delayMs }, bank.sampleRate);
  level(mix, PEAK * jitter.gain);
  fadeOut(mix, END_FADE_SECONDS * bank.sampleRate);
  return wavOf(mix, bank.sampleRate);
}

function addNote(mix: Float32Array, note: NoteEvent, { notes, sampleRate }: PianoBank): void {
  const { samples, measured } = nearest(notes, note.midi);
  const step = 2 ** ((note.midi - measured) / 12);
  const begin = Math.round((note.startMs / 1000) * sampleRate);
  const held = (note.durationMs / 1000) * sampleRate;
  const attack = ATTACK_SECONDS * sampleRate;
  const release = RELEASE_SECONDS * sampleRate;
  const length = Math.floor(Math.min(held + release, mix.length - begin, (samples.length - 3) / step));
  const gain = (note.gain ?? 1) / INT16;
  for (let i = 0; i < length; i++) {
    const envelope = Math.min(1, i / attack) * (i < held ? 1 : (1 - (i - held) / release) ** 2);
    mix[begin + i] = (mix[begin + i] as number) + gain * envelope * sampleAt(samples, i * step);
  }
}

const nearest = (notes: readonly PianoNote[], midi: number): PianoNote =>
  notes.reduce((best, note) => (Math.abs(note.measured - midi) < Math.abs(best.measured - midi) ? note : best));

/** The value between two samples, on the cubic (Catmull-Rom) through them and their neighbours. */
function sampleAt(samples: Int16Array, position: number): number {
  const whole = Math.floor(position);
  const t = position - whole;
  const a = whole === 0 ? 0 : (samples[whole - 1] as number);
  const b = samples[whole] as number;
  const c = samples[whole + 1] as number;
  const d = samples[whole + 2] as number;
  return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
}

/** A metronome's tick: a short sine that dies away at once; the first of a bar is higher and louder. */
function addClick(mix: Float32Array, { startMs, accent }: { startMs: number; accent: boolean }, sampleRate: number): void {
  const begin = Math.round((startMs / 1000) * sampleRate);
  const length = Math.min(Math.round(CLICK.seconds * sampleRate), mix.length - begin);
  const hertz = accent ? CLICK.accentHertz : CLICK.hertz;
  const gain = accent ? CLICK.accentGain : CLICK.gain;
  for (let i = 0; i < length; i++) {
    const seconds = i / sampleRate;
    mix[begin + i] = (mix[begin + i] as number) + gain * Math.exp(-CLICK.decay * seconds) * Math.sin(2 * Math.PI * hertz * seconds);
  }
}

/** Scaled so that the loudest sample is `peak`. Silence stays silence. */
function level(mix: Float32Array, peak: number): void {
  let loudest = 0;
  for (const sample of mix) loudest = Math.max(loudest, Math.abs(sample));
  if (loudest === 0) return;
  const gain = peak / loudest;
  for (let i = 0; i < mix.length; i++) mix[i] = (mix[i] as number) * gain;
}

function fadeOut(mix: Float32Array, length: number): void {
  const begin = Math.max(0, Math.floor(mix.length - length));
  for (let i = begin; i < mix.length; i++) mix[i] = ((mix[i] as number) * (mix.length - i)) / length;
}

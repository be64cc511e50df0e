import { readFileSync } from "node:fs";

/** One recorded note: what it is called, what it really sounds, and where its samples are. */
export interface PianoNote {
  midi: number;
  /** As a MIDI number with a fraction: pianos are tuned with stretched octaves. */
  measured: number;
  samples: Int16Array;
}

export interface PianoBank {
  sampleRate: number;
  notes: readonly PianoNote[];
}

interface BankIndex {
  sampleRate: number;
  notes: readonly { midi: number; measured: number; offset: number; length: number }[];
}

const NEWLINE = 0x0a;
const BYTES_PER_SAMPLE = 2;

const loaded = new Map<string, PianoBank>();

/**
 * The piano's notes, read from the file at first use and kept. Throws, saying how to make it, where the file that
 * scripts/build-piano-bank.mjs writes is missing or is something else.
 */
export function pianoBank(path: string): PianoBank {
  const bank = loaded.get(path) ?? readBank(path);
  loaded.set(path, bank);
  return bank;
}

function readBank(path: string): PianoBank {
  try {
    return parseBank(readFileSync(path));
  } catch (cause) {
    throw new Error(`There is no piano in ${path}. Make it with: node scripts/build-piano-bank.mjs ${path}`, { cause });
  }
}

/** The file is one line of JSON, the index, and then the samples: 16 bit, little-endian, one channel. */
function parseBank(file: Buffer): PianoBank {
  const end = file.indexOf(NEWLINE);
  const { sampleRate, notes } = JSON.parse(file.toString("latin1", 0, end)) as BankIndex;
  const pcm = file.subarray(end + 1);
  return { sampleRate, notes: notes.map(({ midi, measured, offset, length }) => ({ midi, measured, samples: samplesIn(pcm, offset, length) })) };
}

function samplesIn(pcm: Buffer, offset: number, length: number): Int16Array {
  if ((offset + length) * BYTES_PER_SAMPLE > pcm.length) throw new RangeError("The file ends too early.");
  return Int16Array.from({ length }, (_, i) => pcm.readInt16LE((offset + i) * BYTES_PER_SAMPLE));
}

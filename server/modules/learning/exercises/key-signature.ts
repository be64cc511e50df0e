import type { Mode, ParamsOf } from "../curriculum/level";
import { staffAbc } from "../music/abc";
import { fifthsOf, type Key, keyName, keysUpTo, signatureOf } from "../music/keys";
import { midiOf, pretty } from "../music/pitch";
import { notesOf } from "../music/roots";
import { inTurn, LEAD_IN_MS, together } from "../music/sound";
import { counted, listed } from "../music/wording";
import { evenlyWithin, type Random, spaced } from "./draw";
import type { ExerciseOf, Shown } from "./exercise";
import { inWords, type Kind, onlyOf } from "./kind";

type Params = ParamsOf<"key.sig">;

const idOf = ({ tonic, mode }: Key) => `${tonic}-${mode}`;
const keyOf = (id: string): Key => {
  const [tonic = "", mode] = id.split("-");
  return { tonic, mode: mode === "minor" ? "minor" : "major" };
};

function keysIn({ keys, maxAcc }: Params, mode: Mode): Key[] {
  const inUse = keysUpTo(maxAcc ?? 7, mode);
  return keys ? inUse.filter(({ tonic }) => keys.includes(tonic)) : inUse;
}

/**
 * A signature alone belongs to a major and to a minor key, so the prompt says which is meant, and the choices are the
 * level's keys of that mode: relative keys cannot be mixed up by chance, only by not knowing.
 */
function pose(params: Params, count: number, random: Random): ExerciseOf<"key.sig">[] {
  const modes: Mode[] = params.mode === "both" ? ["major", "minor"] : [params.mode];
  const drawn = evenlyWithin(random, modes.map((mode) => keysIn(params, mode)), count);
  return spaced(random, drawn, { keyOf: idOf, maxRun: 2 }).map((key) => ({
    kind: "key.sig",
    prompt: `Which ${key.mode} key has this signature?`,
    notation: staffAbc({ clef: "treble", unit: "1/1", key }, [[]]),
    heard: null,
    answerForm: "CHOICE",
    answerLength: null,
    choices: keysIn(params, key.mode).map((it) => inWords(idOf(it), keyName(it))),
    answer: [idOf(key)],
    skill: `key:${key.mode}:${key.tonic}`,
    subject: { kind: "key.sig", mode: key.mode },
  }));
}

/** A signature with its tonic chord, heard note by note and then at once. */
function show(_: ExerciseOf<"key.sig">, ids: readonly string[]): Shown {
  const key = keyOf(onlyOf(ids));
  const octave = /^[GAB]/.test(key.tonic) ? 3 : 4;
  const chord = notesOf(`${key.tonic}${octave}`, ["1P", key.mode === "major" ? "3M" : "3m", "5P"]);
  const midis = chord.map(midiOf);
  const notes = [
    ...inTurn(midis, { startMs: LEAD_IN_MS, everyMs: 350, lastMs: 350 }),
    ...together(midis, LEAD_IN_MS + 1050, 1400),
  ];
  return {
    text: keyName(key),
    notation: staffAbc({ clef: "treble", unit: "1/1", key }, [[chord]]),
    heard: { notes, lengthMs: LEAD_IN_MS + 2600 },
  };
}

/** "three flats (B♭, E♭ and A♭)" */
function signs(key: Key): string {
  const fifths = fifthsOf(key);
  if (fifths === 0) return "no sharps or flats";
  return `${counted(Math.abs(fifths), fifths > 0 ? "sharp" : "flat")} (${listed(signatureOf(key).map(pretty))})`;
}

export const keySignature: Kind<"key.sig"> = {
  pose,
  show,
  affirm: ({ answer }) => `Yes, ${keyName(keyOf(onlyOf(answer)))} has ${signs(keyOf(onlyOf(answer)))}.`,
  correct: ({ answer }, given) => {
    const [right, wrong] = [keyOf(onlyOf(answer)), keyOf(onlyOf(given))];
    return `You chose ${keyName(wrong)}, which has ${signs(wrong)}; this signature has ${signs(right)}: ${keyName(right)}.`;
  },
};

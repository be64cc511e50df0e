import type { Exercise, Shown } from "../exercise";
import { nameOf, notesIn, readAbc, type ReadNote, staffPosition } from "./read-abc";
import {
  CHORD_WORDS, CHORDS, DEGREE_WORDS, FIFTHS, FLAT_ORDER, INTERVAL_NAMES, RHYTHMS, SCALE_WORDS, SCALES, SHARP_ORDER, sure,
} from "./tables";

/** An explanation, with the right and the given answer as they are shown. */
export interface Explained {
  exercise: Exercise;
  given: readonly string[];
  text: string;
  right: Shown;
  yours: Shown;
}

const NUMBERS = ("no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen " +
  "seventeen eighteen nineteen twenty twenty-one twenty-two twenty-three twenty-four").split(" ");
const ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"];

const plain = (text: string) => text.replaceAll("♯", "#").replaceAll("♭", "b");
const id = (ids: readonly string[]) => ids[0] ?? "";
const amount = (count: number, noun: string) => `${NUMBERS[count]} ${noun}${count === 1 ? "" : "s"}`;

const PLACE = new RegExp(
  "^(?:on the (bottom|second|third|fourth|top) line of|in the (first|second|third|fourth) space of|just (above|below)|" +
    "(on|just above|just below) the (first|second) ledger line (above|below)) the (?:treble|bass|alto|tenor) staff$",
);
const LINES = ["bottom", "second", "third", "fourth", "top"];

/** The staff position that a phrase such as "on the second line of the alto staff" means; NaN for any other phrase. */
function positionSaid(phrase: string): number {
  const [, line, space, edge, onOrBeyond, ledger, side] = PLACE.exec(phrase) ?? [];
  if (line !== undefined) return 2 * LINES.indexOf(line);
  if (space !== undefined) return 2 * ORDINALS.indexOf(space) + 1;
  if (edge !== undefined) return edge === "above" ? 9 : -1;
  if (ledger === undefined) return NaN;
  const distance = 2 * (ORDINALS.indexOf(ledger) + 1) + (onOrBeyond === "on" ? 0 : 1);
  return side === "above" ? 8 + distance : -distance;
}

const height = ({ letter, octave }: ReadNote) => "CDEFGAB".indexOf(letter) + 7 * octave;

const SIGN_SAID: Record<number, string> = { [-1]: "with a flat sign", 0: "without a sharp or flat sign", 1: "with a sharp sign" };

function noteClaim({ exercise, given, text, yours }: Explained): boolean {
  const staff = sure(readAbc(sure(exercise.notation)).find(({ bars }) => bars.flat(2).length > 0));
  const [shown, other] = [sure(staff.bars.flat(2)[0]), sure(notesIn(sure(yours.notation))[0])];
  const opening = `You chose ${id(given)}; this was ${id(exercise.answer)}`;
  const steps = height(shown) - height(other);
  if (steps === 0) return text === `${opening}: the right letter, but ${SIGN_SAID[shown.alter]}.`;
  const place = text.slice(opening.length + 2, text.lastIndexOf(", "));
  const isThere = positionSaid(place) === staffPosition(shown, staff.clef) && place.includes(`the ${staff.clef} staff`);
  return isThere && text === `${opening}, ${place}, ${amount(Math.abs(steps), "step")} ${steps > 0 ? "higher" : "lower"}.`;
}

function keyClaim({ exercise, given, text }: Explained): boolean {
  const name = (key: string) => key.replace("-", " ");
  const signs = (key: string) => {
    const [tonic = "", mode = ""] = key.split("-");
    const fifths = FIFTHS[mode]?.[tonic] ?? NaN;
    if (fifths === 0) return "no sharps or flats";
    const notes = fifths > 0 ? SHARP_ORDER.slice(0, fifths).map((it) => `${it}#`) : FLAT_ORDER.slice(0, -fifths).map((it) => `${it}b`);
    const list = notes.length === 1 ? notes.join("") : `${notes.slice(0, -1).join(", ")} and ${notes.at(-1)}`;
    return `${amount(Math.abs(fifths), fifths > 0 ? "sharp" : "flat")} (${list})`;
  };
  const [right, wrong] = [id(exercise.answer), id(given)];
  return text === `You chose ${name(wrong)}, which has ${signs(wrong)}; this signature has ${signs(right)}: ${name(right)}.`;
}

/** The first place where two answers differ, from 0. */
const parting = (right: readonly string[], given: readonly string[]) => right.findIndex((it, at) => it !== given[at]);

/** The note at a place of the melody after the tonic, in a solution that is written as it sounds. */
function melodyNote({ notation, heard }: Shown, place: number): ReadNote {
  const note = sure(notesIn(sure(notation))[place + 1]);
  if (note.midi !== sure(heard).notes[place + 1]?.midi) throw new Error("written otherwise than it sounds");
  return note;
}

function degreeClaim({ exercise, given, text, right, yours }: Explained): boolean {
  const { answer } = exercise;
  const place = parting(answer, given);
  if (given[place] === undefined) return text === `You named ${amount(given.length, "note")}; ${amount(answer.length, "note")} were played.`;
  const [asked, chosen] = [melodyNote(right, place), melodyNote(yours, place)];
  const distance = asked.midi - chosen.midi;
  const seventh = exercise.skill.includes("major") ? "the leading note" : "the subtonic";
  const said = `ou chose ${given[place]} (${nameOf(chosen)}); this was ${answer[place]} (${nameOf(asked)}), ` +
    `${DEGREE_WORDS[sure(answer[place])] ?? seventh}, ${amount(Math.abs(distance), "semitone")} ${distance > 0 ? "higher" : "lower"}.`;
  return text === (exercise.answerForm === "CHOICE" ? `Y${said}` : `The ${ORDINALS[place]} note went wrong first: y${said}`);
}

function intervalClaim({ text, right, yours }: Explained): boolean {
  const size = ({ heard }: Shown) => {
    const [one, other] = sure(heard).notes;
    return Math.abs(sure(one).midi - sure(other).midi);
  };
  const names = /^You chose (.+) \(\d+ semitones?\); this was (.+) \(/.exec(text)?.slice(1) ?? [];
  const sizes = [size(yours), size(right)];
  const [wrong, asked] = names.map((name, at) => `${name} (${sizes[at]} semitone${sizes[at] === 1 ? "" : "s"})`);
  const wider = size(right) - size(yours);
  const isNamed = names.every((name, at) => {
    const [article, ...words] = name.split(" ");
    return INTERVAL_NAMES[words.join(" ")] === sizes[at] && article === (/^[aeo]/.test(words.join(" ")) ? "an" : "a");
  });
  return isNamed && text === `You chose ${wrong}; this was ${asked}, ${amount(Math.abs(wider), "semitone")} ${wider > 0 ? "wider" : "narrower"}.`;
}

const sizesIn = (list: string | undefined) => (list ? list.split(/, | and /).map((it) => INTERVAL_NAMES[it.replace(/^an? /, "")] ?? NaN) : []);

/** ", first told by its third note: a minor third in place of a major third" */
function firstToldHolds([, ordinal, gained, lost]: readonly string[], right: readonly number[], wrong: readonly number[]): boolean {
  const place = ORDINALS.indexOf(sure(ordinal));
  const isSameBefore = right.slice(0, place).join() === wrong.slice(0, place).join();
  return isSameBefore && right[place] !== wrong[place] && sizesIn(gained)[0] === right[place] && sizesIn(lost)[0] === wrong[place];
}

/** Whether ", with … in place of …" turns what was given into what was right. */
function contrastHolds(claim: string, right: readonly number[], wrong: readonly number[]): boolean {
  if (claim === "") return right.join() === wrong.join();
  const told = /^, first told by its (\w+) note: (an? [a-z ]+) in place of (an? [a-z ]+)$/.exec(claim);
  if (told) return firstToldHolds(told, right, wrong);
  const found = /^, with (.+) in place of (.+)$/.exec(claim) ?? /^, with (.+?)( added)$/.exec(claim);
  const gained = sizesIn(found?.[1]);
  const lost = sizesIn(found ? found[2]?.replace(" added", "") : /^, without (.+)$/.exec(claim)?.[1]);
  const changed = [...wrong.filter((it) => !lost.includes(it)), ...gained].sort((one, other) => one - other);
  return lost.every((it) => wrong.includes(it)) && gained.every((it) => !wrong.includes(it)) && changed.join() === right.join();
}

function chordClaim({ exercise, given, text, right }: Explained): boolean {
  const parts = (it: string) => it.split("/");
  const [[wrongKind = "", wrongTurn], [rightKind = "", rightTurn]] = [parts(id(given)), parts(id(exercise.answer))];
  const words = (kind: string, turn: string | undefined) =>
    turn === undefined ? CHORD_WORDS[kind] : `${CHORD_WORDS[kind]} in ${turn === "0" ? "root position" : `${ORDINALS[Number(turn) - 1]} inversion`}`;
  const opening = `You chose ${words(wrongKind, wrongTurn)}; this was ${words(rightKind, rightTurn)}`;
  if (!text.startsWith(opening)) return false;
  const rest = text.slice(opening.length, -1);
  const lowest = notesIn(right.notation ?? "").sort((one, other) => one.midi - other.midi)[0];
  const tone = ["root", "third", "fifth", "seventh"][Number(rightTurn)];
  const turned = rightTurn === wrongTurn || !lowest ? "" : `, so its ${tone}, ${nameOf(lowest)}, is the lowest note`;
  return rest.endsWith(turned) && contrastHolds(rest.slice(0, rest.length - turned.length), CHORDS[rightKind] ?? [], CHORDS[wrongKind] ?? []);
}

function scaleClaim({ exercise, given, text }: Explained): boolean {
  const opening = `You chose ${SCALE_WORDS[id(given)]}; this was ${SCALE_WORDS[id(exercise.answer)]}`;
  const below = (scale: string) => (SCALES[scale] ?? []).slice(0, -1);
  return text.startsWith(opening) && contrastHolds(text.slice(opening.length, -1), below(id(exercise.answer)), below(id(given)));
}

function rhythmClaim({ exercise, given, text }: Explained): boolean {
  const [, top = "", bottom = ""] = /(\d+)\/(\d+)/.exec(exercise.prompt) ?? [];
  const place = parting(exercise.answer, given);
  const before = exercise.answer.slice(0, place).flatMap((it) => RHYTHMS[it]?.parts ?? []).reduce((sum, it) => sum + Math.abs(it), 0);
  const bar = (Number(top) * 4) / Number(bottom);
  const inBar = before - Math.floor(before / bar + 0.001) * bar;
  const beats: Record<string, number[]> = { "6/8": [0, 1.5], "7/8": [0, 1, 2] };
  const starts = beats[`${top}/${bottom}`] ?? [0, 1, 2, 3, 4];
  const beat = starts.findLastIndex((it) => it < inBar + 0.001) + 1;
  const where = `in bar ${Math.floor(before / bar + 0.001) + 1}, on beat ${beat}`;
  const words = (it: string | undefined) => RHYTHMS[it ?? ""]?.words;
  const asked = words(exercise.answer[place]);
  if (given[place] === undefined) return text === `It begins well, but stops early: next, ${where}, came ${asked}.`;
  return text === `The first difference is ${where}: you chose ${words(given[place])}; this was ${asked}.`;
}

const CLAIMS: Record<Exercise["kind"], (explained: Explained) => boolean> = {
  "note.read": noteClaim,
  "key.sig": keyClaim,
  "degree.ear": degreeClaim,
  "interval.ear": intervalClaim,
  "chord.ear": chordClaim,
  "scale.ear": scaleClaim,
  rhythm: rhythmClaim,
};

/** Whether all that the explanation of a wrong answer says is so. */
export const isTrue = (explained: Explained): boolean =>
  CLAIMS[explained.exercise.kind]({ ...explained, text: plain(explained.text) });

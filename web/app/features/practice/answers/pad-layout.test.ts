import { keysOf, padLayout } from "./pad-layout";

const choices = (...labels: string[]) => labels.map((label) => ({ id: label, label }));
const faces = (labels: string[]) => {
  const layout = padLayout(choices(...labels));
  return layout.form === "grid" ? layout.groups.map((group) => group.rows.map((row) => row.map((key) => key?.face ?? "·").join(" "))) : layout.form;
};

test("letters stand in one row from C to B, whatever order they come in", () => {
  expect(faces(["A", "B", "C", "D", "E", "F", "G"])).toEqual([["C D E F G A B"]]);
});

test("accidentals get rows of their own, sharps above and flats below", () => {
  const letters = ["C", "D", "E", "F", "G", "A", "B"];
  const all = letters.flatMap((letter) => [`${letter}♭`, letter, `${letter}♯`]);
  expect(faces(all)).toEqual([["C♯ D♯ E♯ F♯ G♯ A♯ B♯", "C D E F G A B", "C♭ D♭ E♭ F♭ G♭ A♭ B♭"]]);
  expect(keysOf(padLayout(choices(...all)))).toHaveLength(21);
});

test("keys of one mode leave gaps where there is none, and keep their whole name", () => {
  const keys = ["C major", "G major", "D major", "F major", "B♭ major"];
  expect(faces(keys)).toEqual([["C D F G ·", "· · · · B♭"]]);
  expect(keysOf(padLayout(choices(...keys))).map((key) => key.choice.label).sort()).toEqual([...keys].sort());
});

test("major and minor keys together make two groups", () => {
  const layout = padLayout(choices("C major", "G major", "A minor", "E minor"));
  expect(layout.form === "grid" && layout.groups.map((group) => group.title)).toEqual(["Major", "Minor"]);
});

test("degrees stand in a row, those outside the scale above and below", () => {
  expect(faces(["1", "2", "3", "4", "♯4", "5", "6", "♭7", "7"])).toEqual([["· · · ♯4 · · ·", "1 2 3 4 5 6 7", "· · · · · · ♭7"]]);
});

test("notes with their octave are a list, since two of them share a letter", () => {
  expect(faces(["C4", "G4", "C5", "G5"])).toBe("list");
});

test("chords with their inversions are grouped by chord", () => {
  const layout = padLayout(choices("Major, root position", "Major, first inversion", "Minor, root position", "Minor, first inversion"));
  expect(layout.form === "grid" && layout.groups.map((group) => [group.title, ...(group.rows[0] ?? []).map((key) => key?.face)])).toEqual([
    ["Major", "Root position", "First inversion"],
    ["Minor", "Root position", "First inversion"],
  ]);
});

test("intervals keep the order that they come in", () => {
  const intervals = ["Minor second", "Major second", "Perfect fourth", "Perfect fifth", "Octave"];
  expect(keysOf(padLayout(choices(...intervals))).map((key) => key.face)).toEqual(intervals);
});

test("rhythms are cells, drawn rather than named", () => {
  expect(padLayout([{ id: "q", label: "Quarter note", notation: "X:1" }]).form).toBe("cells");
});

test("no answer is lost, however the choices are called", () => {
  for (const labels of [["1", "5"], ["Dorian", "Natural minor (Aeolian)"], ["Major, open", "Minor"], ["A, b, c", "D, e, f"]]) {
    expect(keysOf(padLayout(choices(...labels))).map((key) => key.choice.id).sort()).toEqual([...labels].sort());
  }
});

import { curriculum, curriculumOf } from "./curriculum";
import type { TrackData } from "./level";

const levels = curriculum.tracks.flatMap((track) => track.levels);

const intervals: TrackData<"interval.ear"> = {
  id: "IN",
  kind: "interval.ear",
  title: "Intervals",
  description: "Hear how far apart two notes are.",
  levels: [
    { id: "IN01", stage: 1, title: "One", description: "First.", params: { set: ["5P", "8P"], dir: "asc" } },
    { id: "IN02", stage: 1, title: "Two", description: "Second.", params: { set: ["3M", "5P"], dir: "asc" }, requires: ["IN01"] },
  ],
};

const changed = (change: object) => () =>
  curriculumOf([{ ...intervals, levels: intervals.levels.map((level, at) => (at === 0 ? { ...level, ...change } : level)) }]);

test("seven tracks with seventy-five levels can be played", () => {
  expect(curriculum.tracks.map(({ id, levels: { length } }) => `${id} ${length}`)).toEqual(
    ["NR 12", "KS 8", "SD 11", "IN 15", "CH 10", "SC 7", "RH 12"],
  );
});

test("levels are found by their id, and only by it", () => {
  expect(curriculum.levelOf("SD03")).toMatchObject({ id: "SD03", track: "SD", kind: "degree.ear", passScore: 0.8, version: 1 });
  expect(curriculum.levelOf("XX01")).toBeNull();
});

test("what is free belongs to the first stage, and can be reached without paying", () => {
  const free = levels.filter((level) => level.free);
  expect(free).toHaveLength(17);
  for (const { stage, requires } of free) {
    expect(stage).toBe(1);
    for (const id of requires) expect(curriculum.levelOf(id)?.free).toBe(true);
  }
});

test("every level says what it is for in one sentence", () => {
  for (const { description, title } of levels) expect([title, description]).toEqual([expect.stringMatching(/\S/), expect.stringMatching(/^[A-Z].*\.$/)]);
  expect(new Set(levels.map(({ title, track }) => `${track} ${title}`)).size).toBe(levels.length);
});

test("a faulty level stops the start, and is named", () => {
  expect(changed({ requires: ["IN09"] })).toThrow("level IN01: requires IN09, which does not exist");
  expect(changed({ requires: ["IN02"] })).toThrow("level IN01: requires IN02, which comes no earlier");
  expect(changed({ requires: ["IN01"] })).toThrow("level IN01: requires IN01, which comes no earlier");
  expect(changed({ id: "IN02" })).toThrow("level IN02: is there twice");
  expect(changed({ params: { set: ["5P"], dir: "asc" } })).toThrow(/level IN01: params\.set/);
  expect(changed({ params: { set: ["5P", "8P"], dir: "sideways" } })).toThrow(/level IN01: params\.dir/);
  expect(changed({ passScore: 2 })).toThrow(/level IN01: passScore/);
  expect(changed({ tempo: 3 })).toThrow(/level IN01: .*tempo/);
});

test("parameters that read well but make no question stop the start too", () => {
  expect(changed({ params: { set: ["5M", "8P"], dir: "asc" } })).toThrow('level IN01: "5M" is no interval');
  expect(changed({ params: { set: ["8P", "50P"], dir: "asc" } })).toThrow("level IN01: ");
});

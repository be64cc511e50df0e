import { createPlayer, type Audio, type PlayerState } from "./player";

const sound = {} as AudioBuffer;
const settled = () => new Promise((resolve) => setImmediate(resolve));

function stage(load: Audio["load"] = async () => sound) {
  const told: PlayerState[] = [];
  const done: string[] = [];
  let end = () => {};
  const audio: Audio = {
    wake: () => done.push("wake"),
    load: (url) => (done.push(`load ${url}`), load(url)),
    start: (_, ended) => ((end = ended), done.push("start"), () => done.push("stop")),
  };
  return { player: createPlayer(audio, (state) => told.push(state)), told, done, end: () => end() };
}

test("the sound is woken within the press, before anything is waited for", () => {
  const { player, done } = stage();
  player.play("/a.wav");
  expect(done[0]).toBe("wake");
});

test("a press plays and tells when it is over", async () => {
  const { player, told, end } = stage();
  player.play("/a.wav");
  await settled();
  end();
  expect(told.map((state) => state.phase)).toEqual(["idle", "loading", "playing", "idle"]);
});

test("a second press starts from the beginning without fetching again", async () => {
  const { player, done } = stage();
  player.play("/a.wav");
  await settled();
  player.play("/a.wav");
  await settled();
  expect(done).toEqual(["wake", "load /a.wav", "start", "wake", "stop", "start"]);
});

test("what was fetched ahead sounds without another request", async () => {
  const { player, done } = stage();
  player.preload("/a.wav");
  await settled();
  player.play("/a.wav");
  await settled();
  expect(done.filter((entry) => entry.startsWith("load"))).toHaveLength(1);
});

test("of two quick presses only the last is heard", async () => {
  const { player, done } = stage();
  player.play("/a.wav");
  player.play("/b.wav");
  await settled();
  expect(done.filter((entry) => entry === "start")).toHaveLength(1);
});

test("nothing sounds after stopping, even when the file comes late", async () => {
  const { player, done } = stage();
  player.play("/a.wav");
  player.stop();
  await settled();
  expect(done).not.toContain("start");
});

test("a sound that didn't come is said to have failed, and the next press asks for it again", async () => {
  let fails = true;
  const { player, told, done } = stage(async () => {
    if (fails) throw new Error("offline");
    return sound;
  });
  player.play("/a.wav");
  await settled();
  expect(told.at(-1)?.phase).toBe("failed");
  fails = false;
  player.play("/a.wav");
  await settled();
  expect(told.at(-1)?.phase).toBe("playing");
  expect(done.filter((entry) => entry.startsWith("load"))).toHaveLength(2);
});

/** What the player needs of the Web Audio API; the browser's own, or a stand-in. */
export interface Audio {
  /** Must run inside a press: browsers let only people start sound. */
  wake(): void;
  load(url: string): Promise<AudioBuffer>;
  /** Starts at once; returns how to stop. `ended` is called when it is over by itself. */
  start(sound: AudioBuffer, ended: () => void): () => void;
}

export type PlayerState = { phase: "idle" } | { phase: "loading" | "playing" | "failed"; url: string };

export interface Player {
  /** Plays from the beginning, stopping what sounded before. Call it straight from the press, before anything is awaited. */
  play(url: string): void;
  stop(): void;
  /** Fetches ahead, so that the next press sounds at once. */
  preload(url: string): void;
}

/** Sounds kept in memory: a question, its answers, and the next question. */
const KEPT = 8;

/** One voice: what is played last is what is heard. */
export function createPlayer(audio: Audio, changed: (state: PlayerState) => void): Player {
  const sounds = new Map<string, Promise<AudioBuffer>>();
  let turn = 0;
  let silence = () => {};

  function load(url: string): Promise<AudioBuffer> {
    const known = sounds.get(url);
    if (known) return known;
    const loading = audio.load(url);
    sounds.set(url, loading);
    loading.catch(() => sounds.delete(url));
    const [oldest] = sounds.keys();
    if (sounds.size > KEPT && oldest) sounds.delete(oldest);
    return loading;
  }

  function stop() {
    turn += 1;
    silence();
    silence = () => {};
    changed({ phase: "idle" });
  }

  function play(url: string) {
    audio.wake();
    stop();
    const mine = turn;
    changed({ phase: "loading", url });
    load(url).then(
      (sound) => {
        if (mine !== turn) return;
        silence = audio.start(sound, () => mine === turn && changed({ phase: "idle" }));
        changed({ phase: "playing", url });
      },
      () => mine === turn && changed({ phase: "failed", url }),
    );
  }

  return { play, stop, preload: (url) => void load(url).catch(() => undefined) };
}

/** The browser's sound. On iPhones the session is declared as playback, which the ring switch doesn't mute (Safari 16.4 and later). */
export function browserAudio(): Audio {
  let context: AudioContext | null = null;
  const open = () => (context ??= new AudioContext({ latencyHint: "interactive" }));
  return {
    wake() {
      const session = (navigator as Navigator & { audioSession?: { type: string } }).audioSession;
      if (session) session.type = "playback";
      void open().resume();
    },
    async load(url) {
      const response = await fetch(url, { credentials: "same-origin" });
      if (!response.ok) throw new Error(`sound answered ${response.status}`);
      return open().decodeAudioData(await response.arrayBuffer());
    },
    start(sound, ended) {
      const source = new AudioBufferSourceNode(open(), { buffer: sound });
      source.onended = ended;
      source.connect(open().destination);
      source.start();
      return () => {
        source.onended = null;
        source.stop();
      };
    },
  };
}

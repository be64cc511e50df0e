const began = performance.now();
const live = process.stdout.isTTY === true;
const colourful = live && !process.env.NO_COLOR;
const underWay = new Map();
let ticker;
/** The first failure is the one to read: what fails after it fails of it. */
let failed = false;

const paint = (code) => (text) => (colourful ? `\x1b[${code}m${text}\x1b[0m` : text);
export const bold = paint(1);
export const dim = paint(2);
export const red = paint(31);
export const green = paint(32);
export const yellow = paint(33);

/** Since this process began, as people say it: "3.4 s". */
export const elapsed = (since = began) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Does one piece of work and says so when it is done, with its time; meanwhile a terminal shows what is under way. */
export async function step(name, work) {
  const since = performance.now();
  underWay.set(name, since);
  showUnderWay();
  try {
    const result = await work();
    underWay.delete(name);
    say(`  ${green("✓")} ${name} ${dim(elapsed(since))}`);
    return result;
  } catch (error) {
    underWay.delete(name);
    if (!failed) say(`  ${red("✗")} ${name} ${dim(elapsed(since))}`);
    failed = true;
    throw error;
  }
}

/** Prints whole lines without tearing the line of what is under way. */
export function say(text = "") {
  if (live) process.stdout.write("\r\x1b[K");
  process.stdout.write(`${text}\n`);
  showUnderWay();
}

function showUnderWay() {
  if (!live) return;
  if (underWay.size === 0) {
    clearInterval(ticker);
    ticker = undefined;
    return;
  }
  ticker ??= setInterval(showUnderWay, 500).unref();
  const [[, since]] = underWay;
  process.stdout.write(`\r\x1b[K  ${dim(`… ${[...underWay.keys()].join(", ")} ${elapsed(since)}`)}`);
}

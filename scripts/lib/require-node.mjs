/** Imported first by whatever a person may start: it must run on any Node, so it uses nothing new. */
const NEEDED = [20, 19];
const [major, minor] = process.versions.node.split(".").map(Number);

if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
  console.error(`Etude needs Node ${NEEDED.join(".")} or newer. This is Node ${process.versions.node}.`);
  process.exit(1);
}

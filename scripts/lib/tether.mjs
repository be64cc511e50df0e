/** Loaded into each child of the start script: it stops when that script is gone, even when nobody could tell it so. */
const LAST_MOMENTS_MS = 10_000;

process.on("disconnect", () => {
  setTimeout(() => process.exit(1), LAST_MOMENTS_MS).unref();
  process.kill(process.pid, "SIGTERM");
});
process.channel?.unref();

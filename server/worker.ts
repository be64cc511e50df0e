import { run } from "./app/run";

/** Takes jobs, as many processes of it as are wanted. */
void run(async (app) => {
  await app.work();
  app.parts.log.info("Etude's worker takes jobs");
}, process.env);

import { run } from "./app/run";

/** Serves the API, and takes jobs too when RUN_WORKER=1. */
void run(async (app) => {
  await app.listen();
  if (app.parts.config.runWorker) await app.work();
  app.parts.log.info({ url: app.parts.config.apiUrl, worker: app.parts.config.runWorker }, "Etude's API serves");
  await app.warmUp();
}, process.env);

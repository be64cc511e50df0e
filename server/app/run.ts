import { ConfigError, readConfig } from "../platform/config";
import { createApp, type App } from "./create-app";

/** Starts a process of Etude's and ends it cleanly on SIGTERM or Ctrl-C. A configuration that won't do is told in plain words. */
export async function run(begin: (app: App) => Promise<void>, environment: NodeJS.ProcessEnv): Promise<void> {
  try {
    const app = createApp(readConfig(environment));
    const { log } = app.parts;
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void app.stop().then(() => process.exit(0)));
    process.on("unhandledRejection", (error) => log.error({ err: error }, "a promise nobody waited for failed"));
    await begin(app);
  } catch (error) {
    console.error(error instanceof ConfigError ? error.message : error);
    process.exit(1);
  }
}

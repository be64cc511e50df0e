/**
 * Runs a program (argv: options as JSON, program, arguments…) for as long as the script that started this process lives:
 * when the channel to it closes, for whatever reason, the program gets its `stopSignal`.
 */
import { spawn } from "node:child_process";

const [options, program, ...args] = process.argv.slice(2);
const { uid, gid, cwd = "/", stopSignal } = JSON.parse(options);
const child = spawn(program, args, { uid, gid, cwd, stdio: ["ignore", "inherit", "inherit"] });

const stop = () => child.kill(stopSignal);
process.on("disconnect", stop);
process.on("SIGTERM", stop);
process.on("SIGQUIT", () => child.kill("SIGQUIT"));
process.channel?.unref();

child.on("error", (error) => {
  console.error(error.message);
  process.exit(1);
});
child.on("exit", (code) => process.exit(code ?? 1));

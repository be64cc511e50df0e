import { bold, dim, elapsed, say } from "./progress.mjs";

/** What a person needs first: where things are, who can log in, what is limited, how to stop. */
export function printSummary({ webUrl, apiUrl, sandboxUrl, forReal, dataFolder, databasePlace, scale }) {
  const row = (name, text) => say(`  ${dim(name.padEnd(10))} ${text}`);
  say();
  say(`  ${bold("Etude is running")} ${dim(`· ready in ${elapsed()}`)}`);
  say();
  row("Web", bold(webUrl));
  row("GraphQL", `${apiUrl}/graphql`);
  if (!forReal) row("Mailbox", `${sandboxUrl}/mail`);
  if (!forReal) row("Stripe", `${sandboxUrl}/stripe  a sandbox: 4242 4242 4242 4242 pays, no money moves`);
  if (databasePlace) row("Data", databasePlace === dataFolder ? dataFolder : `${dataFolder}, and the database in ${databasePlace}`);
  if (!forReal) {
    say();
    row("Sign in", `learner@etude.test ${dim("free")} · member@etude.test ${dim("premium")} · admin@etude.test ${dim("admin")}`);
    row("", `password of all: ${bold("practise-every-day")}`);
  }
  say();
  row("Limits", "login: 5 in 15 min for account and IP, 20 an hour for the account, 100 an hour for the IP");
  row("", "register, reset, resend: 5 an hour for the address, 30 for the IP");
  if (scale !== 1) row("", `each times ${scale} (RATE_LIMIT_SCALE)`);
  row("Stop", `Ctrl-C; the data stays.${databasePlace ? ` Begin anew: ${bold("npm start -- --fresh")}` : ""}`);
  say();
}

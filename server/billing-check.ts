import { printBillingCheck } from "./app/billing-check";

/** Says whether everything in billing is as it must be; with --sync, once all of it was compared with Stripe. Ends with 1 when something isn't. */
void printBillingCheck(process.env, { sync: process.argv.includes("--sync") });

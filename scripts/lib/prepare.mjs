import { installPackages, packagesAreInstalled } from "./packages.mjs";
import { generatePrismaClient } from "./prisma-generate.mjs";
import { step } from "./progress.mjs";

/** What everything else needs: the packages, and the database client generated from the schema. */
export async function prepare() {
  if (!packagesAreInstalled()) await step("packages installed", installPackages);
  await generatePrismaClient();
}

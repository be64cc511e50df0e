import { installPackages, packagesAreInstalled } from "./packages.mjs";
import { generatePrismaClient } from "./prisma-generate.mjs";
import { step } from "./progress.mjs";

/** Installs the packages of package-lock.json where they are not all there, in those versions. */
export async function installMissingPackages() {
  if (!packagesAreInstalled()) await step("packages installed", installPackages);
}

/** What everything else needs: the packages, and the database client generated from the schema. */
export async function prepare() {
  await installMissingPackages();
  await generatePrismaClient();
}

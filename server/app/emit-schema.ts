import { writeFileSync } from "node:fs";

import { printedSchema } from "./print-schema";

/** `npm run schema`: writes the schema that clients rely on, to be read in review as a diff. */
writeFileSync("schema.graphql", printedSchema());

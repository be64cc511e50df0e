/** npm run schema: writes schema.graphql as the server has it. */
import { emitSchema } from "./lib/generated.mjs";
import { prepare } from "./lib/prepare.mjs";

await prepare();
await emitSchema();

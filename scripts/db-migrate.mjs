/** npm run db:migrate: brings the database of DATABASE_URL up to date: our tables and the job queue's. */
import { migrate } from "./lib/migrate.mjs";

const { DATABASE_URL } = process.env;
if (!DATABASE_URL) {
  console.error("Give DATABASE_URL. (npm start migrates its own database by itself.)");
  process.exit(1);
}
try {
  const applied = await migrate(DATABASE_URL);
  console.log(applied.length ? `Applied ${applied.join(", ")}.` : "The database is up to date.");
  process.exit(0); // the schema engine leaves a timer of ten seconds
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

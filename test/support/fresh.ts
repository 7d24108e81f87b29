import { applyD1Migrations, type D1Migration, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";

const triesMax = 5;

/** An empty database with its tables, in the place of the one that was. */
export async function freshDatabase(): Promise<void> {
  // The binding is set in vitest.config.ts; the project's own Env does not know of it.
  const { DB, MIGRATIONS } = env as Env & { MIGRATIONS: D1Migration[] };
  await emptied(DB);
  await applyD1Migrations(DB, MIGRATIONS);
}

/** Right after a file that sent hundreds of requests, a reset was seen to leave the old tables. */
async function emptied(database: D1Database): Promise<void> {
  for (let tries = 1; tries <= triesMax; tries += 1) {
    await reset();
    const tables = database.prepare("SELECT count(*) AS count FROM sqlite_master WHERE name = ?");
    if ((await tables.bind("facts").first<number>("count")) === 0) return;
  }
  throw new Error(`The database was not empty after ${triesMax} resets.`);
}

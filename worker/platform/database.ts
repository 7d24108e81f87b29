import { type SQLWrapper, sql } from "drizzle-orm";
import { type DrizzleD1Database, drizzle } from "drizzle-orm/d1";
import { SQLiteAsyncDialect } from "drizzle-orm/sqlite-core";
import { Refusal } from "../kernel/refusal.ts";

export type Database = DrizzleD1Database & { readonly $client: D1Database };

/** A query of the builder, or `sql` written by hand. */
export type Statement = SQLWrapper;

const casing = "snake_case";
const dialect = new SQLiteAsyncDialect({ casing });

export function openDatabase(binding: D1Database): Database {
  return drizzle(binding, { casing });
}

/** Goes to the database and back. */
export async function ping(db: Database): Promise<void> {
  await db.run(sql`SELECT 1`);
}

/** Another writer was first. What is retried reads what the winner wrote. */
class Overtaken extends Refusal {
  constructor() {
    super("conflict", (say) => say.conflict());
  }
}

const lostRace = [
  "UNIQUE constraint failed",
  "FOREIGN KEY constraint failed",
  "NOT NULL constraint failed: guards.holds",
  "conflict: ",
];
const lostRole = "NOT NULL constraint failed: guards.stands";
const lostToTwin = "UNIQUE constraint failed: requests.key";
const outage = ["Network connection lost", "storage caused object to be reset", "overloaded"];

/**
 * Runs the statements as one transaction: D1 has no interactive ones, so a command reads first,
 * decides, and hands every write here at once. Refuses with `conflict` when another writer was
 * first.
 */
export async function runBatch(db: Database, statements: readonly Statement[]): Promise<void> {
  // Drizzle's own batch cannot run `sql` written by hand.
  const prepared = statements.map((statement) => {
    const query = dialect.sqlToQuery(statement.getSQL());
    return db.$client.prepare(query.sql).bind(...query.params);
  });
  try {
    await db.$client.batch(prepared);
  } catch (error) {
    const messages = messagesOf(error);
    if (messages.includes(lostToTwin)) throw new Refusal("conflict", (say) => say.keyReused());
    if (messages.includes(lostRole)) throw new Refusal("conflict", (say) => say.roleChanged());
    if (lostRace.some((part) => messages.includes(part))) throw new Overtaken();
    throw error;
  }
}

/** Whether the database is out of reach: nothing is wrong with the request. */
export function isOutage(error: unknown): boolean {
  const messages = messagesOf(error);
  return outage.some((part) => messages.includes(part));
}

function messagesOf(error: unknown): string {
  let messages = "";
  for (let e = error; e instanceof Error; e = e.cause) messages += `${e.message}\n`;
  return messages;
}

const triesMax = 16;
const waitMax = 400;

/**
 * Runs a command again when it lost a race: the second time it reads what the winner wrote, and
 * either goes through or says `stale` with the winner's values. Writers that lost together wait
 * for a random while, so that they do not meet again; each try doubles the while.
 */
export async function retrying<Answer>(run: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 1; ; tries += 1) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- one try after the other
      return await run();
    } catch (error) {
      if (!(error instanceof Overtaken) || tries === triesMax) throw error;
    }
    const wait = Math.random() * Math.min(2 ** tries, waitMax);
    // oxlint-disable-next-line no-await-in-loop -- one try after the other
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

/** D1 binds at most 2 MB in one value. */
const chunkSizeMax = 500_000;

/**
 * Rows as JSON arrays for `json_each(?)`, because D1 binds at most 100 values in a statement.
 * Each text is at most about 500 KB, unless a single row is larger.
 */
export function jsonChunks(rows: readonly object[]): string[] {
  const chunks: string[][] = [];
  let size = Infinity;
  for (const row of rows) {
    const json = JSON.stringify(row);
    if (size + json.length > chunkSizeMax) {
      chunks.push([]);
      size = 0;
    }
    chunks.at(-1)?.push(json);
    size += json.length * 3;
  }
  return chunks.map((chunk) => `[${chunk.join(",")}]`);
}

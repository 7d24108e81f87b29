import type { SQLWrapper } from "drizzle-orm";
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

const lostRace = ["UNIQUE constraint failed", "conflict: "];
const outage = ["Network connection lost", "storage caused object to be reset", "overloaded"];

/**
 * Runs the statements as one transaction: D1 has no interactive ones, so a command reads first,
 * decides, and hands every write here at once. Refuses with `conflict` when another writer was
 * first, and with `unavailable` when the database is out of reach.
 */
export async function runBatch(db: Database, statements: readonly Statement[]): Promise<void> {
  // Drizzle's own batch cannot run `sql` written by hand.
  const prepared = statements.map((statement) => {
    const { sql, params } = dialect.sqlToQuery(statement.getSQL());
    return db.$client.prepare(sql).bind(...params);
  });
  try {
    await db.$client.batch(prepared);
  } catch (error) {
    const messages = messagesOf(error);
    if (lostRace.some((part) => messages.includes(part))) {
      throw new Refusal("conflict", (say) => say.conflict());
    }
    if (outage.some((part) => messages.includes(part))) {
      throw new Refusal("unavailable", (say) => say.unavailable());
    }
    throw error;
  }
}

function messagesOf(error: unknown): string {
  let messages = "";
  for (let e = error; e instanceof Error; e = e.cause) messages += `${e.message}\n`;
  return messages;
}

const triesMax = 8;

/**
 * Runs a command again when it lost a race: the second time it reads what the winner wrote, and
 * either goes through or says `stale` with the winner's values.
 */
export async function retrying<Answer>(run: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await run();
    } catch (error) {
      const lost = error instanceof Refusal && error.code === "conflict" && error.current === undefined;
      if (!lost || tries === triesMax) throw error;
    }
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

import { addHours } from "date-fns";
import { eq, lt, type SQL, sql } from "drizzle-orm";
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { Refusal } from "../kernel/refusal.ts";
import { type Database, runBatch, type Statement } from "./database.ts";
import type { Deps, Keyed } from "./env.ts";

/** Answers kept for requests that carried an `Idempotency-Key`. */
export const requests = sqliteTable("requests", {
  key: text().primaryKey(),
  fingerprint: text().notNull(),
  status: integer().notNull(),
  etag: text(),
  answer: text().notNull(),
  at: text().notNull(),
});

/**
 * Never holds a row. A statement that would put NULL into it fails, and with it the whole batch:
 * D1's only way to say "write this if that still holds".
 */
export const guards = sqliteTable("guards", {
  /** NULL: a role of the actor is no longer what was read. */
  stands: integer().notNull(),
  /** NULL: something that was read is no longer so; the command reads again. */
  holds: integer().notNull(),
});

/** The statement that fails its batch where this has come true, so that the command reads again. */
export function failsWhere(condition: SQL): Statement {
  return sql`INSERT INTO ${guards} (stands, holds) SELECT 1, NULL WHERE ${condition}`;
}

const keptHours = 48;

/**
 * What a command answers when its writes are in. The same is replayed to a repeated request, but
 * for secrets, which are shown once and kept by nobody, and for words and names that may have to be
 * forgotten sooner: `kept` stands in for a body with such.
 */
export type Answer<Body> = {
  readonly status: 200 | 201;
  readonly body: Body;
  readonly version: number | null;
  readonly kept?: Body;
};

/**
 * Writes everything at once, together with the answer when the request carried a key: a client
 * that lost the answer sends the same request again and is told what it was told the first time.
 * Refuses with `conflict` when a role of the actor has ended or changed since it was read.
 */
export async function commit<Body>(
  { db, keyed, now, guard }: Pick<Deps, "db" | "keyed" | "now" | "guard">,
  answer: Answer<Body>,
  statements: readonly Statement[],
): Promise<Answer<Body>> {
  const kept = db.insert(requests).values({
    key: keyed?.key ?? "",
    fingerprint: keyed?.fingerprint ?? "",
    status: answer.status,
    etag: answer.version === null ? null : `"${answer.version}"`,
    answer: JSON.stringify(answer.kept ?? answer.body),
    at: now,
  });
  await runBatch(db, [...(guard ? [guard] : []), ...(keyed ? [kept] : []), ...statements]);
  return answer;
}

/** The answer that this key was given before. Refuses a key that was used for something else. */
export async function findAnswer(db: Database, keyed: Keyed) {
  const [found] = await db.select().from(requests).where(eq(requests.key, keyed.key)).limit(1);
  if (found && found.fingerprint !== keyed.fingerprint) {
    throw new Refusal("conflict", (say) => say.keyReused());
  }
  return found ?? null;
}

/** Drops answers older than 48 hours. The contract promises at least 24. */
export async function forgetAnswers(db: Database, now: string): Promise<void> {
  await db.delete(requests).where(lt(requests.at, addHours(now, -keptHours).toISOString()));
}

/** The statement that drops what a person was answered: the keys begin with their pseudonym. */
export function forgetAnswersTo(person: string): Statement {
  const start = `${person} `;
  return sql`DELETE FROM ${requests} WHERE substr(${requests.key}, 1, ${start.length}) = ${start}`;
}

import { addHours } from "date-fns";
import { eq, lt } from "drizzle-orm";
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

const keptHours = 48;

/** What a command answers when its writes are in. The same is replayed to a repeated request. */
export type Answer<Body> = {
  readonly status: 200 | 201;
  readonly body: Body;
  readonly version: number | null;
};

/**
 * Writes everything at once, together with the answer when the request carried a key: a client
 * that lost the answer sends the same request again and is told what it was told the first time.
 */
export async function commit<Body>(
  { db, keyed, now }: Pick<Deps, "db" | "keyed" | "now">,
  answer: Answer<Body>,
  statements: readonly Statement[],
): Promise<Answer<Body>> {
  const kept = db.insert(requests).values({
    key: keyed?.key ?? "",
    fingerprint: keyed?.fingerprint ?? "",
    status: answer.status,
    etag: answer.version === null ? null : `"${answer.version}"`,
    answer: JSON.stringify(answer.body),
    at: now,
  });
  await runBatch(db, keyed ? [kept, ...statements] : statements);
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

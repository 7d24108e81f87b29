import { and, desc, eq, lte, lt, max } from "drizzle-orm";
import type { Database } from "../platform/database.ts";
import { facts } from "./tables.ts";

/** The newest fact of every subject in a scope at a moment: what the state was then. */
export async function stateAsOf(db: Database, scope: string, asOf: string) {
  return db
    .select({
      subject: facts.subject,
      version: max(facts.version).mapWith(Number),
      hash: facts.hash,
      at: facts.at,
      detail: facts.detail,
    })
    .from(facts)
    .where(and(eq(facts.scope, scope), lte(facts.at, asOf)))
    .groupBy(facts.subject);
}

/** One subject's newest fact at a moment, or null where there was none yet. */
export async function factAsOf(db: Database, subject: string, asOf: string) {
  const [found] = await db
    .select()
    .from(facts)
    .where(and(eq(facts.subject, subject), lte(facts.at, asOf)))
    .orderBy(desc(facts.version))
    .limit(1);
  return found ?? null;
}

/** One subject's facts, newest first, below a version and up to a moment. */
export async function factsOf(
  db: Database,
  subject: string,
  { below, limit, until }: { readonly below: number; readonly limit: number; until: string | null },
) {
  return db
    .select()
    .from(facts)
    .where(
      and(
        eq(facts.subject, subject),
        lt(facts.version, below),
        until === null ? undefined : lte(facts.at, until),
      ),
    )
    .orderBy(desc(facts.version))
    .limit(limit);
}

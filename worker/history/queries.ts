import { and, asc, desc, eq, gt, gte, inArray, lt, lte, max, type SQL, sql } from "drizzle-orm";
import type { Database } from "../platform/database.ts";
import { facts } from "./tables.ts";
import type { FactKind } from "./terms.ts";

/**
 * A past moment. A change can be committed a little after the moment that it names: where nothing
 * may enter afterwards, `seq` is the last fact that was there when the moment was sealed.
 */
export type Past = { readonly at: string; readonly seq?: number | null };

const upTo = ({ at, seq }: Past) =>
  and(lte(facts.at, at), typeof seq === "number" ? lte(facts.seq, seq) : undefined);

/** The newest fact of every subject in a scope at a moment: what the state was then. */
export async function stateAsOf(db: Database, scope: string, past: Past) {
  return db
    .select({
      subject: facts.subject,
      version: max(facts.version).mapWith(Number),
      hash: facts.hash,
      at: facts.at,
      detail: facts.detail,
    })
    .from(facts)
    .where(and(eq(facts.scope, scope), upTo(past)))
    .groupBy(facts.subject);
}

/**
 * The same for the subjects of one kind in a project, `risk:hoppu:` and on. Costs their facts, and
 * none of the others.
 */
export async function statesOf(db: Database, start: string, past: Past) {
  return db
    .select({
      subject: facts.subject,
      version: max(facts.version).mapWith(Number),
      at: facts.at,
      detail: facts.detail,
    })
    .from(facts)
    .where(and(gte(facts.subject, start), lt(facts.subject, `${start}~`), upTo(past)))
    .groupBy(facts.subject);
}

/**
 * The newest fact of every subject in each of the parts of time that end at these moments, for
 * subjects of some kinds (`cell`, `milestone`). All parts together cost the facts of the scope up
 * to the last moment once. `detail` is what is given of each fact.
 */
export async function statesBetween(
  db: Database,
  scope: string,
  {
    moments,
    kinds,
    detail,
  }: {
    readonly moments: readonly string[];
    readonly kinds: readonly string[];
    detail: SQL<string>;
  },
) {
  const kind = sql`substr(${facts.subject}, 1, instr(${facts.subject}, ':') - 1)`;
  const between = (from: string, until: string) =>
    db
      .select({
        subject: facts.subject,
        version: max(facts.version).mapWith(Number),
        at: facts.at,
        detail,
      })
      .from(facts)
      .where(
        and(eq(facts.scope, scope), gt(facts.at, from), lte(facts.at, until), inArray(kind, kinds)),
      )
      .groupBy(facts.subject);
  const [first, ...others] = moments.map((until, index) =>
    between(moments[index - 1] ?? "", until),
  );
  return first ? db.batch([first, ...others]) : [];
}

/** The facts that were written in one batch with the one of this hash, in the order written. */
export async function factsBesides(db: Database, hash: string) {
  const [found] = await db.select({ key: facts.key }).from(facts).where(eq(facts.hash, hash));
  // A fact's key is that of its request, which ends where the running number begins.
  const request = found?.key.slice(0, found.key.lastIndexOf("#") + 1) ?? "";
  const near = await db
    .select()
    .from(facts)
    .where(and(gte(facts.key, request), lt(facts.key, `${request}:`)))
    .orderBy(asc(facts.seq));
  // Another request may have chosen a key that goes on where this one ends.
  return near.filter(({ key }) => /^\d+$/.test(key.slice(request.length)));
}

/** One subject's newest fact at a moment, or null where there was none yet. */
export async function factAsOf(db: Database, subject: string, past: Past) {
  const [found] = await db
    .select()
    .from(facts)
    .where(and(eq(facts.subject, subject), upTo(past)))
    .orderBy(desc(facts.version))
    .limit(1);
  return found ?? null;
}

/** One subject's facts, newest first, below a version and up to a moment. */
export async function factsOf(
  db: Database,
  subject: string,
  {
    below,
    limit,
    until,
    kinds = null,
  }: {
    readonly below: number;
    readonly limit: number;
    readonly until: string | null;
    /** Of these kinds alone, however many others lie between them; null for all. */
    readonly kinds?: readonly FactKind[] | null;
  },
) {
  return db
    .select()
    .from(facts)
    .where(
      and(
        eq(facts.subject, subject),
        lt(facts.version, below),
        kinds === null ? undefined : inArray(facts.kind, [...kinds]),
        until === null ? undefined : lte(facts.at, until),
      ),
    )
    .orderBy(desc(facts.version))
    .limit(limit);
}

/**
 * The facts of many subjects that begin alike, `cell:hoppu:3:`, newest first, below a running
 * number and up to a moment. Goes from subject to subject by their index: of each it looks at no
 * more than a page, below those that pages before have shown.
 */
export async function factsUnder(
  db: Database,
  start: string,
  { below, limit, until }: { readonly below: number; readonly limit: number; until: string | null },
) {
  const next = (after: SQL) => sql`
    SELECT f.subject FROM ${facts} f WHERE f.subject > ${after} AND f.subject < ${`${start}~`}
    ORDER BY f.subject LIMIT 1`;
  const isAsked = until === null ? sql`` : sql`AND f.at <= ${until}`;
  const found = await db.all<{ readonly seq: number }>(sql`
    WITH RECURSIVE subjects (subject) AS (
      SELECT (${next(sql`${start}`)})
      UNION ALL
      SELECT (${next(sql`subjects.subject`)}) FROM subjects WHERE subject IS NOT NULL
    )
    SELECT seq FROM subjects JOIN ${facts} ON ${facts.seq} IN (
      SELECT f.seq FROM ${facts} f
      WHERE f.subject = subjects.subject AND f.seq < ${below} ${isAsked}
      ORDER BY f.version DESC LIMIT ${limit})
    ORDER BY seq DESC LIMIT ${limit}`);
  const wanted = JSON.stringify(found.map(({ seq }) => seq));
  return db
    .select()
    .from(facts)
    .where(inArray(facts.seq, sql`(SELECT value FROM json_each(${wanted}))`))
    .orderBy(desc(facts.seq));
}

/** A page of the facts of a scope, newest first, below a running number. */
export async function factsInScope(
  db: Database,
  scope: string,
  { below, limit }: { readonly below: number; readonly limit: number },
) {
  return db
    .select()
    .from(facts)
    .where(and(eq(facts.scope, scope), lt(facts.seq, below)))
    .orderBy(desc(facts.at), desc(facts.seq))
    .limit(limit);
}

/**
 * Where the part of a day that an instant falls in begins. Midnight in Helsinki is at 21 UTC in
 * summer and at 22 in winter: cut at both, no part belongs to two days, at any time of the year.
 */
const partBegins = sql`CASE
  WHEN substr(parts.at, 12, 2) < '21' THEN date(substr(parts.at, 1, 10), '-1 day') || 'T22'
  WHEN substr(parts.at, 12, 2) = '21' THEN substr(parts.at, 1, 13)
  ELSE substr(parts.at, 1, 11) || '22' END`;

/**
 * The last fact of each part of a day in a scope, newest first, before a moment: at most two for a
 * day in Helsinki. Goes from part to part, so it costs a row or two for each, however many facts
 * there are.
 */
export async function lastOfDayParts(
  db: Database,
  scope: string,
  { before, limit }: { readonly before: string; readonly limit: number },
): Promise<string[]> {
  const newestBefore = (moment: SQL) =>
    sql`SELECT f.at FROM ${facts} f WHERE f.scope = ${scope} AND f.at < ${moment} ORDER BY f.at DESC LIMIT 1`;
  const rows = await db.all<{ at: string }>(sql`
    WITH RECURSIVE parts (at) AS (
      SELECT (${newestBefore(sql`${before}`)})
      UNION ALL
      SELECT (${newestBefore(partBegins)}) FROM parts WHERE at IS NOT NULL
      LIMIT ${limit}
    )
    SELECT at FROM parts WHERE at IS NOT NULL`);
  return rows.map(({ at }) => at);
}

/** The newest facts of some kinds in a scope. Costs the facts of the scope: for rare reads. */
export async function factsOfKinds(
  db: Database,
  scope: string,
  { kinds, limit }: { readonly kinds: readonly FactKind[]; readonly limit: number },
) {
  return db
    .select()
    .from(facts)
    .where(and(eq(facts.scope, scope), inArray(facts.kind, [...kinds])))
    .orderBy(desc(facts.seq))
    .limit(limit);
}

/** One fact of a subject by its version, or null. */
export async function findFact(db: Database, subject: string, version: number) {
  const [found] = await db
    .select()
    .from(facts)
    .where(and(eq(facts.subject, subject), eq(facts.version, version)));
  return found ?? null;
}

/** What the history says that one person did, newest first. Costs the facts: for rare reads. */
export async function factsBy(db: Database, actor: string, limit: number) {
  return db
    .select({ at: facts.at, kind: facts.kind, subject: facts.subject })
    .from(facts)
    .where(eq(facts.actor, actor))
    .orderBy(desc(facts.seq))
    .limit(limit);
}

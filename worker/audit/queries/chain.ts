import { and, asc, eq, gt, inArray, lte, max, type SQL, sql } from "drizzle-orm";
import { comments } from "../../comments/tables.ts";
import { evidence } from "../../evidence/tables.ts";
import { statements } from "../../feedback/tables.ts";
import { facts } from "../../history/tables.ts";
import { memberships } from "../../identity/tables.ts";
import type { Database } from "../../platform/database.ts";
import type { Deps } from "../../platform/env.ts";
import { loadMatrix, loadMatrixWithTexts } from "../../progress/queries/progress.ts";
import { cells } from "../../progress/tables.ts";
import { amendments, milestones, programmes, projects } from "../../projects/tables.ts";
import { reports, reportTexts } from "../../reporting/tables.ts";
import { deviations, risks } from "../../risks/tables.ts";
import type { ChainProblem } from "../contract/history.ts";
import { detailSizeMax, passedMax, problemsMax } from "../terms.ts";

/** Null: of everything. */
export type Scopes = readonly string[] | null;
type FactRow = typeof facts.$inferSelect;
type Read = { readonly rows: FactRow[]; readonly next: number | null };

const within = (scopes: Scopes) =>
  scopes === null
    ? undefined
    : inArray(facts.scope, sql`(SELECT value FROM json_each(${JSON.stringify(scopes)}))`);

/**
 * Facts by running number, from the one after `after` on: so many at most, and no more than their
 * details allow. The table is read in its order, so what others did is passed by; `next` is where
 * to go on, null at the end or at `until`.
 */
export async function factsAfter(
  db: Database,
  scopes: Scopes,
  {
    after,
    until,
    limit,
  }: { readonly after: number; readonly until?: number; readonly limit: number },
): Promise<Read> {
  const last = until ?? (await lastSeq(db));
  const end = Math.min(after + passedMax, last);
  const sized = db
    .select({
      seq: facts.seq,
      // The unary plus keeps SQLite from the index of scopes, which it would have to sort.
      size: sql<number>`sum(length(${facts.detail})) OVER (ORDER BY ${facts.seq})`.as("size"),
      own: sql<number>`length(${facts.detail})`.as("own"),
    })
    .from(facts)
    .where(
      and(
        gt(facts.seq, after),
        lte(facts.seq, end),
        scopes === null
          ? undefined
          : sql`+${facts.scope} IN (SELECT value FROM json_each(${JSON.stringify(scopes)}))`,
      ),
    )
    .orderBy(asc(facts.seq))
    .limit(limit + 1)
    .as("sized");
  const found = await db
    .select({ fact: facts, size: sized.size, own: sized.own })
    .from(sized)
    .innerJoin(facts, eq(facts.seq, sized.seq))
    .where(sql`${sized.size} - ${sized.own} <= ${detailSizeMax}`)
    .orderBy(asc(facts.seq));
  const rows = found.slice(0, limit).map(({ fact }) => fact);
  const isCut = found.length > limit || (found.at(-1)?.size ?? 0) > detailSizeMax;
  const reached = isCut ? (rows.at(-1)?.seq ?? end) : end;
  return { rows, next: reached < last ? reached : null };
}

async function lastSeq(db: Database): Promise<number> {
  const [row] = await db.select({ last: max(facts.seq) }).from(facts);
  return row?.last ?? 0;
}

/** How many facts there are, and the running number of the last. Reads the index of scopes. */
export async function countFacts(db: Database, scopes: Scopes) {
  const [row] = await db
    .select({ count: sql<number>`count(*)`, last: max(facts.seq) })
    .from(facts)
    .where(within(scopes));
  return { count: row?.count ?? 0, lastSeq: row?.last ?? 0 };
}

/** The facts of the version before each of these, wherever they stand. */
export async function predecessorsOf(db: Database, rows: readonly FactRow[]) {
  const wanted = JSON.stringify(
    rows.flatMap(({ subject, version }) => (version > 1 ? [[subject, version - 1]] : [])),
  );
  return db
    .select({
      seq: facts.seq,
      subject: facts.subject,
      version: facts.version,
      hash: facts.hash,
    })
    .from(facts)
    .where(
      sql`(${facts.subject}, ${facts.version}) IN
        (SELECT value ->> 0, value ->> 1 FROM json_each(${wanted}))`,
    );
}

/**
 * The versioned rows of every table, under the subjects of their facts and with their scopes. A role
 * from before roles had facts has the version 0.
 */
const HEADS: readonly SQL[] = [
  sql`SELECT '@county' AS scope, 'programme:' || slug AS subject, version, hash FROM ${programmes}`,
  sql`SELECT slug, 'project:' || slug, version, hash FROM ${projects}`,
  sql`SELECT project, 'milestone:' || project || ':' || number, version, hash FROM ${milestones}`,
  sql`SELECT project, 'cell:' || project || ':' || milestone || ':' || municipality, version, hash
    FROM ${cells}`,
  sql`SELECT iif(project = '@county', project, '@members/' || project),
    'membership:' || project || ':' || person || ':' || role, version, hash FROM ${memberships}
    WHERE version > 0`,
  sql`SELECT project, 'amendment:' || project || ':' || number, version, hash FROM ${amendments}`,
  sql`SELECT '@comments/' || project, 'comment:' || project || ':' || milestone || ':' || id, version, hash
    FROM ${comments}`,
  sql`SELECT project, 'evidence:' || project || ':' || id, version, hash FROM ${evidence}`,
  sql`SELECT project, 'risk:' || project || ':' || number, version, hash FROM ${risks}`,
  sql`SELECT project, 'deviation:' || project || ':' || number, version, hash FROM ${deviations}`,
  sql`SELECT '@county', 'statement:' || slug, version, hash FROM ${statements}`,
  sql`SELECT project, 'report:' || project || ':' || number, version, hash FROM ${reports}`,
  sql`SELECT '@reports/' || project, 'section:' || project || ':' || report || ':' || section, version, hash
    FROM ${reportTexts}`,
];

/**
 * Facts that no row stands for: what was brought in is in the facts of its cells and milestones.
 * Feedback, whose texts no fact holds, and links and webhooks, whose secrets none does, are not there
 * any more in a database rebuilt from facts.
 */
const isRowless = sql`substr(subject, 1, instr(subject, ':')) IN ('import:', 'feedback:', 'link:', 'webhook:')`;

/** All of them: two by two, because D1 takes at most five at once. */
function allOf(selects: readonly SQL[]): SQL {
  const [first = sql``, ...others] = selects;
  if (others.length === 0) return first;
  const half = Math.ceil(selects.length / 2);
  return sql`SELECT * FROM (${allOf(selects.slice(0, half))})
    UNION ALL SELECT * FROM (${allOf(selects.slice(half))})`;
}

/**
 * Where the newest fact of a subject and its row do not go together: another version or hash, no
 * row, or a row without facts. Costs the facts of the scopes and all versioned rows.
 */
export async function rowProblems(db: Database, scopes: Scopes): Promise<ChainProblem[]> {
  const wanted = JSON.stringify(scopes ?? []);
  const isAsked = sql`(${scopes === null ? 1 : 0} OR scope IN (SELECT value FROM json_each(${wanted})))`;
  return db.all<ChainProblem>(sql`
    WITH heads AS MATERIALIZED (
      SELECT subject, version, hash FROM (${allOf(HEADS)}) WHERE ${isAsked}
    ), newest AS MATERIALIZED (
      SELECT subject, max(version) AS version, hash FROM ${facts}
      WHERE ${isAsked} AND NOT ${isRowless} GROUP BY subject
    )
    SELECT coalesce(newest.subject, heads.subject) AS subject,
      coalesce(newest.version, heads.version) AS version,
      iif(heads.subject IS NULL, 'row_missing',
        iif(newest.subject IS NULL, 'fact_missing', 'row_differs')) AS problem
    FROM newest FULL JOIN heads ON heads.subject = newest.subject
    WHERE newest.version IS NOT heads.version OR newest.hash IS NOT heads.hash
    LIMIT ${problemsMax}`);
}

const triesMax = 3;

/**
 * Whether the matrix that people are shown, and its texts, are what the facts say, cell by cell.
 * Somebody may write meanwhile, so what differs is looked at again.
 */
export async function isShownAsSaid(deps: Deps, project: string): Promise<boolean> {
  for (let tries = 0; tries < triesMax; tries += 1) {
    const now = new Date().toISOString();
    const moment = { ...deps, now };
    // oxlint-disable-next-line no-await-in-loop -- one try after the other
    const [shown, rows, said] = await Promise.all([
      loadMatrix(moment, project, null),
      loadMatrixWithTexts(moment, project, null),
      loadMatrixWithTexts(moment, project, { at: now }),
    ]);
    const sameTexts = plain(textsOf(rows.texts)) === plain(textsOf(said.texts));
    const sameCells = [shown, rows.matrix].every((one) => plain(one) === plain(said.matrix));
    if (sameTexts && sameCells) return true;
  }
  return false;
}

type Texts = Awaited<ReturnType<typeof loadMatrixWithTexts>>["texts"];

/** What was said of each cell. Facts from before evidence had its own told of it here. */
const textsOf = (texts: Texts) =>
  Object.fromEntries(
    [...texts].map(([key, said]) => [
      key,
      Object.fromEntries(Object.entries(said).filter(([name]) => name !== "evidence")),
    ]),
  );

/** Fields come in whatever order they were written, and older facts do not say that one is empty. */
function plain(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(plain).join()}]`;
  const known = Object.entries(value).filter(([, inner]) => inner !== null && inner !== undefined);
  return `{${known
    .map(([name, inner]) => `${plain(name)}:${plain(inner)}`)
    .toSorted()
    .join()}}`;
}

import { inArray, type SQL, sql } from "drizzle-orm";
import { facts } from "../../history/tables.ts";
import { namesOfPeople } from "../../identity/queries/people.ts";
import { may } from "../../kernel/permissions.ts";
import type { Deps } from "../../platform/env.ts";
import type { FactView, HistoryQuery } from "../contract/history.ts";
import { changesBetween } from "../domain.ts";
import { detailSizeMax, scanMax } from "../terms.ts";
import { assertSubject, scopesFor } from "./scopes.ts";

type Reading = Pick<Deps, "db" | "actor">;
type Row = typeof facts.$inferSelect;

/** A place in the history: a fact's moment, and its running number or its version. */
export type Position = { readonly at: string; readonly number: number };

export type Asked = Omit<HistoryQuery, "limit" | "cursor"> & {
  /** Instants. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
};

type Page = { readonly before: Position | null; readonly limit: number };

/**
 * A page of what has happened, newest first. It may be short, or empty, and yet have a `next`: at
 * most `scanMax` facts are looked at for it. Refuses with `not_found` and `forbidden`.
 */
export async function loadHistory(
  reading: Reading,
  asked: Asked,
  page: Page,
): Promise<{ readonly items: FactView[]; readonly next: Position | null }> {
  const { subject, project } = asked;
  if (subject !== undefined) await assertSubject(reading, subject);
  const scopes =
    subject !== undefined && project === undefined ? null : await scopesFor(reading, asked);
  const window = windowOf(asked, scopes ?? [], page.before);
  const [found, [end]] = await Promise.all([
    reading.db.all<Found>(matching(window, filtersOf(asked, scopes), page.limit + 1)),
    reading.db.all<Position & { readonly count: number }>(endOf(window)),
  ]);
  const { keys, isCut } = affordable(found, page.limit);
  const last = keys.at(-1);
  const items = await viewsOf(
    reading,
    keys.map(({ seq }) => seq),
  );
  const isMore = end !== undefined && end.count >= scanMax;
  const next = isCut && last ? last : isMore ? { at: end.at, number: end.number } : null;
  return { items, next: next && { at: next.at, number: next.number } };
}

type Found = Position & { readonly seq: number; readonly size: number };

/** As many as the page holds and their details allow; at least one. */
function affordable(found: readonly Found[], limit: number) {
  let size = 0;
  const over = found.findIndex((one) => {
    size += one.size;
    return size > detailSizeMax;
  });
  const count = Math.min(limit, over === -1 ? found.length : Math.max(over, 1));
  return { keys: found.slice(0, count), isCut: found.length > count };
}

/**
 * The newest facts below a position, by their keys alone: of one subject by version, of scopes by
 * time. Each scope is read by its index, so that no more than this is ever looked at.
 */
function windowOf(
  { subject, since, until }: Asked,
  scopes: readonly string[],
  before: Position | null,
): SQL {
  const period = sql`${since === undefined ? sql`` : sql`AND at >= ${since}`}
    ${until === undefined ? sql`` : sql`AND at <= ${until}`}`;
  if (subject !== undefined) {
    return sql`
      SELECT seq, at, version AS number FROM ${facts}
      WHERE subject = ${subject} ${before ? sql`AND version < ${before.number}` : sql``} ${period}
      ORDER BY version DESC LIMIT ${scanMax}`;
  }
  const each = scopes.map(
    (scope) => sql`
      SELECT * FROM (
        SELECT seq, at, seq AS number FROM ${facts} WHERE scope = ${scope}
          ${before ? sql`AND (at, seq) < (${before.at}, ${before.number})` : sql``} ${period}
        ORDER BY at DESC, seq DESC LIMIT ${scanMax})`,
  );
  return sql`
    SELECT * FROM (${sql.join(each, sql` UNION ALL `)})
    ORDER BY at DESC, number DESC LIMIT ${scanMax}`;
}

const matching = (window: SQL, filters: readonly SQL[], limit: number) => sql`
  WITH looked AS (${window})
  SELECT looked.seq, looked.at, looked.number, length(f.detail) AS size
  FROM looked JOIN ${facts} f ON f.seq = looked.seq
  WHERE ${sql.join([sql`true`, ...filters], sql` AND `)}
  ORDER BY looked.at DESC, looked.number DESC LIMIT ${limit}`;

/** The oldest that is looked at, and how many are. */
const endOf = (window: SQL) => sql`
  WITH looked AS (${window})
  SELECT at, number, (SELECT count(*) FROM looked) AS count
  FROM looked ORDER BY at, number LIMIT 1`;

function filtersOf(
  { subject, kind, actor, role, municipality, milestone }: Asked,
  scopes: readonly string[] | null,
): SQL[] {
  const is = [
    kind === undefined ? null : kind.includes(".") ? sql`f.kind = ${kind}` : inGroup(kind),
    actor === undefined ? null : sql`f.actor = ${actor}`,
    role === undefined ? null : sql`f.role = ${role}`,
    municipality === undefined ? null : concerns(municipality),
    milestone === undefined ? null : isOfMilestone(milestone),
    subject === undefined || scopes === null
      ? null
      : sql`f.scope IN (SELECT value FROM json_each(${JSON.stringify(scopes)}))`,
  ];
  return is.filter((one) => one !== null);
}

/** Not LIKE: what is asked for is no pattern. */
const inGroup = (group: string) => sql`substr(f.kind, 1, ${group.length + 1}) = ${`${group}.`}`;

/** A cell of the municipality, a role that speaks for it, and what else names or links to it. */
const concerns = (code: string) => sql`(
  (f.kind GLOB 'progress.*' AND substr(f.subject, -4) = ${`:${code}`})
  OR f.detail ->> '$.after.municipality' = ${code}
  OR (f.subject NOT GLOB 'project:*' AND ${code} IN (
    SELECT value FROM json_each(f.detail, '$.after.municipalities')
    UNION ALL SELECT value FROM json_each(f.detail, '$.after.deputyFor')))
  OR ${code} IN (
    SELECT value ->> 'municipality' FROM json_each(f.detail, '$.after.links')))`;

/** A milestone itself, its cells, and what else names or links to it. */
const isOfMilestone = (number: number) => sql`(
  f.subject = 'milestone:' || f.scope || ':' || ${String(number)}
  OR instr(f.subject, 'cell:' || f.scope || ':' || ${String(number)} || ':') = 1
  OR f.detail ->> '$.after.milestone' = ${number}
  OR ${number} IN (SELECT value ->> 'milestone' FROM json_each(f.detail, '$.after.links')))`;

type Detail = { readonly before: unknown; readonly after: unknown; readonly reason: string | null };

/** Facts as people read them, in the order of these numbers. */
async function viewsOf(reading: Reading, seqs: readonly number[]): Promise<FactView[]> {
  const wanted = sql`(SELECT value FROM json_each(${JSON.stringify(seqs)}))`;
  const rows = await reading.db.select().from(facts).where(inArray(facts.seq, wanted));
  const bySeq = new Map(rows.map((row) => [row.seq, row]));
  const read = seqs.flatMap((seq) => bySeq.get(seq) ?? []);
  const names = await namesOfPeople(
    reading.db,
    read.flatMap((row) => [row.actor, personIn(row) ?? row.actor]),
  );
  return read.map((row) => viewOf(reading, row, names));
}

function viewOf({ actor }: Reading, row: Row, names: ReadonlyMap<string, string>): FactView {
  const { detail, key: _key, ...fact } = row;
  // Facts are written by `record` alone, with this shape and the kinds and roles of our lists.
  const { before, after, reason } = JSON.parse(detail) as Detail;
  const known = fact as typeof fact & Pick<FactView, "kind" | "role">;
  const readsNotes = may(actor, "progress.notes", { project: row.scope });
  const person = personIn(row);
  return {
    ...known,
    actorName: names.get(row.actor) ?? "",
    person,
    personName: person === null ? "" : (names.get(person) ?? ""),
    reason,
    changes: changesBetween(before, after).filter(({ field }) => field !== "note" || readsNotes),
  };
}

/** Whose role a fact is about: `membership:hoppu:<person>:contact`. */
function personIn({ subject }: Pick<Row, "subject">): string | null {
  const [what, , person] = subject.split(":");
  return what === "membership" ? (person ?? null) : null;
}

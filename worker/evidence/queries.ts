import { and, asc, count, desc, eq, lt, type SQL, sql } from "drizzle-orm";
import { factsOfKinds, type Past, stateAsOf, statesOf } from "../history/queries.ts";
import { namesOfPeople } from "../identity/queries/people.ts";
import { assertMay, may } from "../kernel/permissions.ts";
import { notFound, notSeen } from "../kernel/refusal.ts";
import type { Deps } from "../platform/env.ts";
import { loadProject } from "../projects/queries/projects.ts";
import type { EvidenceKind } from "../projects/terms.ts";
import type { EvidenceItem, EvidenceList, EvidenceRecords, EvidenceView } from "./contract.ts";
import { evidenceByCell } from "./domain.ts";
import { evidence } from "./tables.ts";
import { type EvidenceState, RECORD_KINDS, type RecordKind, recordsMax } from "./terms.ts";

type Reading = Pick<Deps, "db" | "actor">;
type PastState = { readonly subject: string; readonly detail: string; readonly version: number };
type Versioned = EvidenceItem & { readonly version: number };

/** The evidence of each cell at a past moment, from the facts that were the newest then. */
export function evidenceFrom(facts: readonly PastState[]): Record<string, string[]> {
  return evidenceByCell(itemsFrom(facts));
}

function itemsFrom(facts: readonly PastState[]): Versioned[] {
  return (
    facts
      .filter(({ subject }) => subject.startsWith("evidence:"))
      // Facts of evidence are written by this context's commands alone, with this shape.
      .map(({ detail, version }) => ({
        ...(JSON.parse(detail) as { after: EvidenceItem }).after,
        version,
      }))
  );
}

/** Every item of a project at a moment, for views that have asked for their own permission. */
export async function evidenceThen(
  { db }: Pick<Deps, "db">,
  slug: string,
  past: Past,
): Promise<EvidenceItem[]> {
  return itemsFrom(await statesOf(db, `evidence:${slug}:`, past));
}

/** An item with its head. Refuses with `not_found`, also where the actor may not know of it. */
export async function loadEvidence({ db, actor }: Reading, id: string) {
  const [row] = await db.select().from(evidence).where(eq(evidence.id, id));
  if (!row) throw notFound();
  if (!may(actor, "project.view", { project: row.project })) throw notSeen();
  assertMay(actor, "evidence.view", { project: row.project });
  const { version, hash, ...item } = row;
  return { item, head: { version, hash } };
}

/** An item as people see it: with the names of who added and who reviewed it. */
export async function evidenceView(
  { db }: Pick<Deps, "db">,
  item: EvidenceItem,
  version: number,
): Promise<EvidenceView> {
  const [view] = await named(db, [{ ...item, version }]);
  if (!view) throw notFound();
  return view;
}

async function named(db: Deps["db"], items: readonly Versioned[]): Promise<EvidenceView[]> {
  const ids = items.flatMap(({ addedBy, reviewedBy }) => [addedBy, reviewedBy ?? []].flat());
  const names = await namesOfPeople(db, [...new Set(ids)]);
  return items.map((item) => ({
    ...item,
    addedByName: names.get(item.addedBy) ?? "",
    reviewedByName: item.reviewedBy === null ? null : (names.get(item.reviewedBy) ?? ""),
  }));
}

export type EvidenceFilter = {
  readonly milestone?: number | undefined;
  readonly municipality?: string | undefined;
  readonly state?: EvidenceState | undefined;
  readonly kind?: EvidenceKind | undefined;
};

type Page = { readonly below: number | null; readonly limit: number };
type Listed = Pick<EvidenceList, "items" | "counts"> & { readonly next: number | null };

/**
 * A page of a project's evidence, the newest first, and how many items of the milestone (or of the
 * project) are in each state; now or as of a moment. Refuses with `not_found` and `forbidden`.
 */
export async function listEvidence(
  deps: Deps,
  slug: string,
  { asOf, page, ...filter }: EvidenceFilter & { readonly asOf: string | null; readonly page: Page },
): Promise<Listed> {
  await loadProject(deps, slug);
  assertMay(deps.actor, "evidence.view", { project: slug });
  const found =
    asOf === null
      ? await listNow(deps, slug, filter, page)
      : await listPast(deps, slug, { asOf, page, ...filter });
  return { ...found, items: await named(deps.db, found.items) };
}

type Found = Omit<Listed, "items"> & { readonly items: readonly Versioned[] };
const rowid = sql<number>`${evidence}.rowid`.mapWith(Number);

async function listNow(
  { db }: Pick<Deps, "db">,
  slug: string,
  { milestone, municipality, state, kind }: EvidenceFilter,
  { below, limit }: Page,
): Promise<Found> {
  const place = and(
    eq(evidence.project, slug),
    milestone === undefined ? undefined : eq(evidence.milestone, milestone),
    municipality === undefined ? undefined : belongsTo(municipality),
  );
  const [rows, counted] = await db.batch([
    db
      .select({ item: evidence, rowid })
      .from(evidence)
      .where(
        and(
          place,
          state === undefined ? undefined : eq(evidence.state, state),
          kind === undefined ? undefined : eq(evidence.kind, kind),
          below === null ? undefined : lt(rowid, below),
        ),
      )
      .orderBy(desc(rowid))
      .limit(limit + 1),
    db
      .select({ state: evidence.state, count: count() })
      .from(evidence)
      .where(place)
      .groupBy(evidence.state),
  ]);
  const shown = rows.slice(0, limit);
  return {
    items: shown.map(({ item: { hash: _hash, ...item } }) => item),
    counts: countsFrom(counted),
    next: rows.length > limit ? (shown.at(-1)?.rowid ?? null) : null,
  };
}

const belongsTo = (code: string): SQL =>
  sql`EXISTS (SELECT 1 FROM json_each(${evidence.municipalities}) WHERE value = ${code})`;

function countsFrom(counted: readonly { readonly state: EvidenceState; readonly count: number }[]) {
  const of = (state: EvidenceState) =>
    counted.reduce((sum, one) => sum + (one.state === state ? one.count : 0), 0);
  return {
    submitted: of("submitted"),
    accepted: of("accepted"),
    rejected: of("rejected"),
    withdrawn: of("withdrawn"),
  };
}

/** Costs the project's facts and items. `below` is how many the pages before have shown. */
async function listPast(
  { db }: Pick<Deps, "db">,
  slug: string,
  {
    asOf,
    page,
    milestone,
    municipality,
    state,
    kind,
  }: EvidenceFilter & { asOf: string; page: Page },
): Promise<Found> {
  const added = await db
    .select({ id: evidence.id })
    .from(evidence)
    .where(eq(evidence.project, slug))
    .orderBy(asc(rowid));
  const places = new Map(added.map(({ id }, place) => [id, place]));
  const placeOf = ({ id }: { readonly id: string }) => places.get(id) ?? 0;
  const there = itemsFrom(await stateAsOf(db, slug, { at: asOf }))
    .filter((item) => milestone === undefined || item.milestone === milestone)
    .filter((item) => municipality === undefined || item.municipalities.includes(municipality))
    .toSorted((one, other) => placeOf(other) - placeOf(one));
  const asked = there
    .filter((item) => state === undefined || item.state === state)
    .filter((item) => kind === undefined || item.kind === kind);
  const from = page.below ?? 0;
  const end = from + page.limit;
  return {
    items: asked.slice(from, end),
    counts: countsFrom(there.map((item) => ({ state: item.state, count: 1 }))),
    next: asked.length > end ? end : null,
  };
}

/** How many items a project, and one of its milestones, have. Reads those of the project. */
export async function countEvidence({ db }: Pick<Deps, "db">, slug: string, milestone: number) {
  const [found] = await db
    .select({
      project: count(),
      milestone: sql<number>`coalesce(sum(${evidence.milestone} = ${milestone}), 0)`.mapWith(
        Number,
      ),
    })
    .from(evidence)
    .where(eq(evidence.project, slug));
  return found ?? { project: 0, milestone: 0 };
}

/**
 * What the service has recorded of a project and can stand as evidence, the newest first. Refuses
 * with `not_found` and `forbidden`.
 */
export async function listRecords(reading: Reading, slug: string): Promise<EvidenceRecords> {
  await loadProject(reading, slug);
  assertMay(reading.actor, "evidence.view", { project: slug });
  const facts = await factsOfKinds(reading.db, slug, { kinds: RECORD_KINDS, limit: recordsMax });
  return {
    items: facts.map(({ subject, version, kind, at, hash, detail }) => ({
      subject,
      version,
      // One of those that were asked for.
      kind: kind as RecordKind,
      at,
      hash,
      name: nameIn(detail),
    })),
  };
}

/** Reports have a name, amendments a title. */
function nameIn(detail: string): string {
  const { after } = JSON.parse(detail) as { after: { name?: unknown; title?: unknown } };
  const name = after.name ?? after.title;
  return typeof name === "string" ? name : "";
}

import { and, asc, eq, gt, max, type SQL, sql } from "drizzle-orm";
import { type Past, statesOf } from "../../history/queries.ts";
import { dateInHelsinki } from "../../kernel/instant.ts";
import { assertMay } from "../../kernel/permissions.ts";
import { notFound } from "../../kernel/refusal.ts";
import type { Deps } from "../../platform/env.ts";
import { loadProject } from "../../projects/queries/projects.ts";
import type {
  CellLink,
  DeviationState,
  DeviationView,
  Register,
  RiskState,
  RiskView,
} from "../contract.ts";
import { viewDeviation, viewRisk } from "../domain.ts";
import { deviations, risks } from "../tables.ts";
import { deviationsMax, risksMax } from "../terms.ts";

type Reading = Pick<Deps, "db" | "actor" | "now">;
type Place = { readonly project: string; readonly number: number };
type Headed<View> = View & { readonly hash: string };

/** Which of a list: those of a state, or those that are linked to a cell. */
export type Asked<State> = {
  readonly state: State | undefined;
  readonly cell: CellLink | null;
  readonly after: number;
  readonly limit: number;
  readonly asOf: string | null;
};

export const riskSubject = ({ project, number }: Place) => `risk:${project}:${number}`;
export const deviationSubject = ({ project, number }: Place) => `deviation:${project}:${number}`;

/**
 * A page of the risks of a project by number, now or as of a moment. Refuses with `not_found` and
 * `forbidden`. Costs the project's risks, or their facts.
 */
export async function listRisks(
  deps: Reading,
  slug: string,
  asked: Asked<RiskView["state"]>,
): Promise<RiskView[]> {
  await assertSees(deps, slug);
  const past = asked.asOf === null ? null : { at: asked.asOf };
  if (past) return pageOf(await pastRisks(deps, slug, past), asked);
  const { after, state, cell, limit } = asked;
  const rows = await deps.db
    .select()
    .from(risks)
    .where(
      and(
        eq(risks.project, slug),
        gt(risks.number, after),
        state && eq(risks.state, state),
        cell ? isLinked(risks.links, cell) : undefined,
      ),
    )
    .orderBy(asc(risks.number))
    .limit(limit);
  return rows.map((row) => withoutHash(riskOf(row, deps.now)));
}

/** The same for deviations. */
export async function listDeviations(
  deps: Reading,
  slug: string,
  asked: Asked<DeviationView["state"]>,
): Promise<DeviationView[]> {
  await assertSees(deps, slug);
  const past = asked.asOf === null ? null : { at: asked.asOf };
  if (past) return pageOf(await pastDeviations(deps, slug, past), asked);
  const { after, state, cell, limit } = asked;
  const rows = await deps.db
    .select()
    .from(deviations)
    .where(
      and(
        eq(deviations.project, slug),
        gt(deviations.number, after),
        state && eq(deviations.state, state),
        cell ? isLinked(deviations.links, cell) : undefined,
      ),
    )
    .orderBy(asc(deviations.number))
    .limit(limit);
  return rows.map((row) => withoutHash(deviationOf(row)));
}

async function assertSees(reading: Reading, project: string): Promise<void> {
  await loadProject(reading, project);
  assertMay(reading.actor, "risk.view", { project });
}

function isLinked(links: typeof risks.links | typeof deviations.links, cell: CellLink): SQL {
  return sql`EXISTS (SELECT 1 FROM json_each(${links}) link
    WHERE link.value ->> 'milestone' = ${cell.milestone}
      AND link.value ->> 'municipality' = ${cell.municipality})`;
}

type Listed = { readonly number: number; readonly state: string; readonly links: CellLink[] };

function pageOf<View extends Listed>(views: readonly View[], asked: Asked<View["state"]>): View[] {
  const { after, state, cell, limit } = asked;
  const concerns = ({ milestone, municipality }: CellLink) =>
    cell?.milestone === milestone && cell.municipality === municipality;
  return views
    .filter((view) => view.number > after && (state === undefined || view.state === state))
    .filter(({ links }) => cell === null || links.some(concerns))
    .slice(0, limit);
}

/** One risk with its head. Refuses with `not_found` and `forbidden`. */
export async function loadRisk(deps: Reading, at: Place): Promise<Headed<RiskView>> {
  await assertSees(deps, at.project);
  const [row] = await deps.db
    .select()
    .from(risks)
    .where(and(eq(risks.project, at.project), eq(risks.number, at.number)));
  if (!row) throw notFound();
  return riskOf(row, deps.now);
}

/** One deviation with its head. Refuses with `not_found` and `forbidden`. */
export async function loadDeviation(deps: Reading, at: Place): Promise<Headed<DeviationView>> {
  await assertSees(deps, at.project);
  const [row] = await deps.db
    .select()
    .from(deviations)
    .where(and(eq(deviations.project, at.project), eq(deviations.number, at.number)));
  if (!row) throw notFound();
  return deviationOf(row);
}

/** The highest number so far, 0 where there is none: numbers have no gaps. */
export async function lastNumber(
  { db }: Pick<Deps, "db">,
  table: typeof risks | typeof deviations,
  slug: string,
): Promise<number> {
  const [row] = await db
    .select({ last: max(table.number) })
    .from(table)
    .where(eq(table.project, slug));
  return row?.last ?? 0;
}

/**
 * Every risk and deviation of a project, now or as of a moment, for views that have asked for
 * their own permission. Costs the project's risks and deviations, or their facts.
 */
export async function loadRegister(
  deps: Pick<Deps, "db" | "now">,
  slug: string,
  past: Past | null,
): Promise<Register> {
  if (past) {
    const [wereRisks, wereDeviations] = await Promise.all([
      pastRisks(deps, slug, past),
      pastDeviations(deps, slug, past),
    ]);
    return { risks: wereRisks, deviations: wereDeviations };
  }
  const { db, now } = deps;
  const [riskRows, deviationRows] = await db.batch([
    db
      .select()
      .from(risks)
      .where(eq(risks.project, slug))
      .orderBy(asc(risks.number))
      .limit(risksMax),
    db
      .select()
      .from(deviations)
      .where(eq(deviations.project, slug))
      .orderBy(asc(deviations.number))
      .limit(deviationsMax),
  ]);
  return {
    risks: riskRows.map((row) => withoutHash(riskOf(row, now))),
    deviations: deviationRows.map((row) => withoutHash(deviationOf(row))),
  };
}

/** A row of a risk as it is seen on the day of an instant. */
export function riskOf(row: typeof risks.$inferSelect, now: string): Headed<RiskView> {
  const { project: _project, version, hash, changedAt, ...state } = row;
  return { ...viewRisk(state, { version, changedAt }, dateInHelsinki(now)), hash };
}

/** The same of a deviation. */
export function deviationOf(row: typeof deviations.$inferSelect): Headed<DeviationView> {
  const { project: _project, version, hash, changedAt, ...state } = row;
  return { ...viewDeviation(state, { version, changedAt }), hash };
}

function withoutHash<View>({ hash: _hash, ...view }: Headed<View>) {
  return view;
}

async function pastRisks({ db }: Pick<Deps, "db">, slug: string, past: Past): Promise<RiskView[]> {
  const facts = await statesOf(db, `risk:${slug}:`, past);
  const today = dateInHelsinki(past.at);
  return facts
    .map(({ detail, version, at }) =>
      // Facts of a risk are written by this context's commands alone, with this shape.
      viewRisk(stateIn(detail) as RiskState, { version, changedAt: at }, today),
    )
    .toSorted(byNumber);
}

async function pastDeviations({ db }: Pick<Deps, "db">, slug: string, past: Past) {
  const facts = await statesOf(db, `deviation:${slug}:`, past);
  return facts
    .map(({ detail, version, at }) =>
      // As above.
      viewDeviation(stateIn(detail) as DeviationState, { version, changedAt: at }),
    )
    .toSorted(byNumber);
}

const stateIn = (detail: string) => (JSON.parse(detail) as { after: unknown }).after;
const byNumber = (one: { number: number }, other: { number: number }) => one.number - other.number;

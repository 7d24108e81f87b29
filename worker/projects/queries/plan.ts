import { and, asc, eq, gt, max } from "drizzle-orm";
import { factsBesides, type Past, statesOf } from "../../history/queries.ts";
import { assertMay } from "../../kernel/permissions.ts";
import { notFound } from "../../kernel/refusal.ts";
import type { Deps } from "../../platform/env.ts";
import type { AmendmentDetail } from "../contract/amendments.ts";
import type {
  AmendmentState,
  AmendmentView,
  MilestoneState,
  MilestoneView,
} from "../contract/plan.ts";
import { differencesIn } from "../domain/differences.ts";
import { OLDER } from "../domain/plan.ts";
import { amendments, milestones } from "../tables.ts";
import { loadProject, stateIn } from "./projects.ts";

type Reading = Pick<Deps, "db" | "actor">;
type Page = { readonly after: number; readonly limit: number };
/** An instant, or null for now. */
type AsOf = string | null;

/**
 * A page of a project's milestones by number, now or as of a moment: also those that an amendment
 * has ended. Refuses with `not_found` and `forbidden`. The past costs the facts of the plan.
 */
export async function listMilestones(
  reading: Reading,
  slug: string,
  { after, limit, asOf }: Page & { readonly asOf: AsOf },
): Promise<MilestoneView[]> {
  await loadProject(reading, slug);
  assertMay(reading.actor, "plan.view", { project: slug });
  if (asOf !== null) {
    const then = await milestonesThen(reading, slug, { at: asOf });
    return then.filter(({ number }) => number > after).slice(0, limit);
  }
  const rows = await reading.db
    .select()
    .from(milestones)
    .where(and(eq(milestones.project, slug), gt(milestones.number, after)))
    .orderBy(asc(milestones.number))
    .limit(limit);
  return rows.map(({ hash: _hash, project: _project, ...view }) => view);
}

/** Every milestone of a plan with its head, for a command that changes many of them. */
export async function allMilestones({ db }: Pick<Deps, "db">, slug: string) {
  const rows = await db
    .select()
    .from(milestones)
    .where(eq(milestones.project, slug))
    .orderBy(asc(milestones.number));
  return rows.map(({ project: _project, ...milestone }) => milestone);
}

/** The milestones as they were, by number. */
async function milestonesThen({ db }: Pick<Deps, "db">, slug: string, past: Past) {
  const facts = await statesOf(db, `milestone:${slug}:`, past);
  return facts
    .map((fact): MilestoneView => ({
      ...OLDER.milestone,
      // Facts of a milestone are written by this context's commands alone, with this shape.
      ...(stateIn(fact) as MilestoneState),
      version: fact.version,
    }))
    .toSorted((one, other) => one.number - other.number);
}

/** How many amendments a plan has had. */
export async function amendmentsSoFar({ db }: Pick<Deps, "db">, slug: string): Promise<number> {
  const [row] = await db
    .select({ last: max(amendments.number) })
    .from(amendments)
    .where(eq(amendments.project, slug));
  return row?.last ?? 0;
}

/**
 * A page of the amendments of a plan by number, now or as of a moment. Refuses with `not_found`
 * and `forbidden`.
 */
export async function listAmendments(
  reading: Reading,
  slug: string,
  { after, limit, asOf }: Page & { readonly asOf: AsOf },
): Promise<AmendmentView[]> {
  await loadProject(reading, slug);
  assertMay(reading.actor, "plan.view", { project: slug });
  if (asOf !== null) {
    const then = await amendmentsThen(reading, slug, { at: asOf });
    return then.filter(({ number }) => number > after).slice(0, limit);
  }
  const rows = await reading.db
    .select()
    .from(amendments)
    .where(and(eq(amendments.project, slug), gt(amendments.number, after)))
    .orderBy(asc(amendments.number))
    .limit(limit);
  return rows.map(({ hash: _hash, project: _project, ...view }) => view);
}

async function amendmentsThen({ db }: Pick<Deps, "db">, slug: string, past: Past) {
  const facts = await statesOf(db, `amendment:${slug}:`, past);
  return facts
    .map((fact): AmendmentView => ({
      // Facts of an amendment are written by this context's commands alone, with this shape.
      ...(stateIn(fact) as AmendmentState),
      createdAt: fact.at,
      version: fact.version,
    }))
    .toSorted((one, other) => one.number - other.number);
}

/**
 * One amendment with what it changed, field by field, from the facts of its batch. Refuses with
 * `not_found` and `forbidden`.
 */
export async function loadAmendment(
  reading: Reading,
  slug: string,
  number: number,
): Promise<AmendmentDetail> {
  await loadProject(reading, slug);
  assertMay(reading.actor, "plan.view", { project: slug });
  const [row] = await reading.db
    .select()
    .from(amendments)
    .where(and(eq(amendments.project, slug), eq(amendments.number, number)))
    .limit(1);
  if (!row) throw notFound();
  const { project: _project, hash, ...view } = row;
  const facts = await factsBesides(reading.db, hash);
  const told = facts
    .filter(({ kind }) => kind === "milestone.changed" || kind === "project.changed")
    // Facts of the plan are written by this context's commands alone, with this shape.
    .map(({ subject, detail }) => ({ subject, ...(JSON.parse(detail) as Told) }));
  return { ...view, differences: differencesIn(told) };
}

type Told = {
  readonly before: Record<string, unknown> | null;
  readonly after: Record<string, unknown>;
};

/**
 * The amendments of a plan up to a moment, or up to now, and what every milestone was called then:
 * as exports carry them. For who may see the project.
 */
export async function amendmentsWithTitles(reading: Reading, slug: string, past: Past | null) {
  await loadProject(reading, slug);
  const until = past ?? { at: endOfTime };
  const made = await amendmentsThen(reading, slug, until);
  const known = made.length === 0 ? [] : await milestonesThen(reading, slug, until);
  return { amendments: made, titles: new Map(known.map(({ number, title }) => [number, title])) };
}

/** After every instant, as text sorts. */
const endOfTime = "9999";

import { and, asc, eq, gt, inArray, sql } from "drizzle-orm";
import { factAsOf, type Past } from "../../history/queries.ts";
import { type Action, type Actor, assertMay, may } from "../../kernel/permissions.ts";
import { notFound, notSeen } from "../../kernel/refusal.ts";
import { namesOf } from "../../municipalities/queries.ts";
import type { Deps } from "../../platform/env.ts";
import type { MilestoneState, MilestoneView, Plan, PlanMunicipality } from "../contract/plan.ts";
import type { CreateProgramme } from "../contract/programmes.ts";
import type { ProjectState, ProjectView } from "../contract/projects.ts";
import { OLDER, planOf } from "../domain/plan.ts";
import { boards, milestones, participations, phases, projects } from "../tables.ts";
import { loadProgramme } from "./programmes.ts";

type Reading = Pick<Deps, "db" | "actor">;
type Headed<View> = View & { readonly hash: string };
type Page = { readonly after: string; readonly limit: number };

/** What every read of a project goes through: whether this actor may see it. */
function sees(actor: Actor, slug: string): boolean {
  return may(actor, "project.view", { project: slug });
}

/** A page of what the actor may see, by slug: read in order for all, or for so many slugs. */
export async function seenPage<Row>(
  actor: Actor,
  { after, limit, action }: Page & { readonly action: Action },
  read: {
    readonly all: (limit: number) => Promise<Row[]>;
    readonly some: (slugs: readonly string[]) => Promise<Row[]>;
  },
): Promise<Row[]> {
  if (actor.admin) return read.all(limit);
  const slugs = [...new Set(actor.memberships.map(({ project }) => project))]
    .filter((slug) => slug > after && may(actor, action, { project: slug }))
    .toSorted();
  const rows: Row[] = [];
  while (slugs.length > 0 && rows.length < limit) {
    // oxlint-disable-next-line no-await-in-loop -- the next are read only where some were missing
    rows.push(...(await read.some(slugs.splice(0, limit - rows.length))));
  }
  return rows;
}

/** Whether a project of this slug exists, seen or not: slugs are taken once in the whole county. */
export async function isSlugTaken({ db }: Pick<Deps, "db">, slug: string): Promise<boolean> {
  const rows = await db
    .select({ slug: projects.slug })
    .from(projects)
    .where(eq(projects.slug, slug))
    .limit(1);
  return rows.length > 0;
}

export async function listProjects({ db, actor }: Reading, page: Page): Promise<ProjectView[]> {
  const found = await seenPage(
    actor,
    { ...page, action: "project.view" },
    {
      all: async (limit) => {
        const rows = await db
          .select({ slug: projects.slug })
          .from(projects)
          .where(gt(projects.slug, page.after))
          .orderBy(asc(projects.slug))
          .limit(limit);
        return readProjects(
          { db },
          rows.map(({ slug }) => slug),
        );
      },
      some: (slugs) => readProjects({ db }, slugs),
    },
  );
  return found.map(({ hash: _hash, ...view }) => asSeenBy(actor, view));
}

/**
 * What stands at the head of every report is for funders too; what a project tells of itself today
 * is not.
 */
export function asSeenBy(actor: Actor, view: ProjectView): ProjectView {
  if (may(actor, "progress.view", { project: view.slug })) return view;
  return {
    ...view,
    summary: "",
    description: {},
    topics: [],
    phenomena: [],
    authorRole: "",
    contactRole: "",
    publicParts: [],
    phases: [],
    municipalities: [],
  };
}

/** A project with its head, if the actor may see it. Refuses with `not_found`. */
export async function loadProject(reading: Reading, slug: string): Promise<Headed<ProjectView>> {
  const [found] = sees(reading.actor, slug) ? await readProjects(reading, [slug]) : [];
  if (!found) throw notSeen();
  return found;
}

/**
 * A project and its programme in their own words, now or as of a moment. Refuses with
 * `not_found`, also where the project was not there yet.
 */
export async function loadWithProgramme(
  reading: Reading,
  slug: string,
  past: Past | null,
): Promise<{ readonly project: ProjectState; readonly programme: CreateProgramme }> {
  const live = await loadProject(reading, slug);
  if (past === null)
    return { project: live, programme: await loadProgramme(reading, live.programme) };
  return withProgrammeThen(reading, slug, past);
}

/**
 * The same of a past moment, for one who has been found to see the project. Costs two facts.
 * Refuses with `not_found`.
 */
export async function withProgrammeThen(reading: Pick<Deps, "db">, slug: string, past: Past) {
  // Facts of both are written by this context's commands alone, with these shapes.
  const project = (await stateThen(reading, `project:${slug}`, past)) as ProjectState;
  const subject = `programme:${project.programme}`;
  const programme = (await stateThen(reading, subject, past)) as CreateProgramme;
  return { project, programme: { ...OLDER.programme, ...programme } };
}

async function stateThen({ db }: Pick<Deps, "db">, subject: string, past: Past): Promise<unknown> {
  const fact = await factAsOf(db, subject, past);
  if (!fact) throw notFound();
  return stateIn(fact);
}

/** What a project is called, seen or not: for those whom an invitation tells of it. */
export async function projectName({ db }: Pick<Deps, "db">, slug: string): Promise<string> {
  const [row] = await db
    .select({ name: projects.name })
    .from(projects)
    .where(eq(projects.slug, slug));
  return row?.name ?? slug;
}

async function readProjects(
  { db }: Pick<Deps, "db">,
  slugs: readonly string[],
): Promise<Headed<ProjectView>[]> {
  const wanted = sql`(SELECT value FROM json_each(${JSON.stringify(slugs)}))`;
  const [rows, phaseRows, participationRows] = await db.batch([
    db.select().from(projects).where(inArray(projects.slug, wanted)).orderBy(asc(projects.slug)),
    db
      .select()
      .from(phases)
      .where(inArray(phases.project, wanted))
      .orderBy(asc(phases.project), asc(phases.number)),
    db
      .select()
      .from(participations)
      .where(inArray(participations.project, wanted))
      .orderBy(asc(participations.project), asc(participations.municipality)),
  ]);
  return rows.map((row) => ({
    ...row,
    phases: phaseRows
      .filter(({ project }) => project === row.slug)
      .map(({ project: _project, ...phase }) => phase),
    municipalities: participationRows
      .filter(({ project }) => project === row.slug)
      .map(({ municipality }) => municipality),
  }));
}

/** A milestone with its head, if the actor may see the project. Refuses with `not_found`. */
export async function loadMilestone(
  reading: Reading,
  slug: string,
  number: number,
): Promise<Headed<MilestoneView>> {
  const [[row]] = await Promise.all([
    reading.db
      .select()
      .from(milestones)
      .where(and(eq(milestones.project, slug), eq(milestones.number, number)))
      .limit(1),
    loadProject(reading, slug),
  ]);
  assertMay(reading.actor, "plan.view", { project: slug });
  if (!row) throw notFound();
  const { project: _project, ...milestone } = row;
  return milestone;
}

/**
 * The highest number so far, how many are tracked by municipality, the phases in use, and what a
 * measure may count.
 */
export async function milestonesSoFar({ db }: Pick<Deps, "db">, slug: string) {
  const { phase, number, scope, state } = milestones;
  const rows = await db
    .select({ phase, number, scope, state })
    .from(milestones)
    .where(eq(milestones.project, slug));
  return {
    all: rows,
    last: Math.max(0, ...rows.map((row) => row.number)),
    byMunicipality: rows.filter((row) => row.scope === "municipality").length,
    phases: rows.map((row) => row.phase),
  };
}

export const boardColumns = {
  plan: boards.plan,
  cells: boards.cells,
  evidence: boards.evidence,
  reported: boards.reported,
};

/** A project's board as it stands: its plan, and the other parts as JSON text. One row. */
export async function loadBoard({ db, actor }: Reading, slug: string) {
  if (!sees(actor, slug)) throw notSeen();
  const [row] = await db.select(boardColumns).from(boards).where(eq(boards.project, slug)).limit(1);
  if (!row) throw notFound();
  return { ...row, plan: readPlan(row.plan) };
}

/** The boards of the projects whose progress the actor may see, by slug. One row each. */
export async function loadBoards({ db, actor }: Reading, page: Page) {
  const boardAt = (slug: string) =>
    db.select(boardColumns).from(boards).where(eq(boards.project, slug));
  const rows = await seenPage(
    actor,
    { ...page, action: "progress.view" },
    {
      all: (limit) =>
        db
          .select(boardColumns)
          .from(boards)
          .where(gt(boards.project, page.after))
          .orderBy(asc(boards.project))
          .limit(limit),
      // One statement each, in one trip: against a list in IN, SQLite reads two rows for each found.
      some: async ([first = "", ...others]) =>
        (await db.batch([boardAt(first), ...others.map(boardAt)])).flat(),
    },
  );
  return rows.map((row) => ({ ...row, plan: readPlan(row.plan) }));
}

/** The board's plan is written by `refreshBoard` alone, in exactly this shape. */
export const readPlan = (plan: string): Plan => JSON.parse(plan) as Plan;

type PastState = { readonly subject: string; readonly version: number; readonly detail: string };

/**
 * The plan at a past moment, from the facts that were the newest then. Refuses with `not_found`
 * when the project did not exist yet.
 */
export async function planFrom(
  { db }: Pick<Deps, "db">,
  facts: readonly PastState[],
): Promise<Plan> {
  const project = projectIn(facts);
  if (!project) throw notFound();
  return planAround(project, facts, await namesOf(db, project.municipalities));
}

/**
 * The same where the names of its municipalities are at hand: no read at all. Null where the
 * project did not exist yet.
 */
export function planAmong(
  facts: readonly PastState[],
  names: readonly PlanMunicipality[],
): Plan | null {
  const project = projectIn(facts);
  return project && planAround(project, facts, names);
}

type Dated = ProjectState & { readonly version: number };

function projectIn(facts: readonly PastState[]): Dated | null {
  const fact = facts.find(({ subject }) => subject.startsWith("project:"));
  return fact
    ? { ...OLDER.project, ...(stateIn(fact) as ProjectState), version: fact.version }
    : null;
}

function planAround(
  project: Dated,
  facts: readonly PastState[],
  names: readonly PlanMunicipality[],
): Plan {
  return planOf(
    project,
    facts
      .filter(({ subject }) => subject.startsWith("milestone:"))
      .map((fact) => ({
        ...OLDER.milestone,
        ...(stateIn(fact) as MilestoneState),
        version: fact.version,
      })),
    names,
  );
}

/** What a fact says the subject became. Facts are written by `record` alone, with this shape. */
export function stateIn(fact: Pick<PastState, "detail">): unknown {
  return (JSON.parse(fact.detail) as { after: unknown }).after;
}

import { and, eq, gt, sql } from "drizzle-orm";
import type { Fact } from "../history/record.ts";
import { type Problem, Refusal } from "../kernel/refusal.ts";
import type { Database, Statement } from "../platform/database.ts";
import { failsWhere } from "../platform/requests.ts";
import type {
  AmendmentState,
  ChangeMilestone,
  CreateMilestone,
  MilestoneState,
} from "./contract/plan.ts";
import type { CreateProgramme } from "./contract/programmes.ts";
import type { ProjectState } from "./contract/projects.ts";
import { changeMilestone, type Countable, planMilestone } from "./domain/milestones.ts";
import { amendments, milestones, participations, phases, programmes, projects } from "./tables.ts";

/*
 * The statements that make a row what its fact says: the first version appears, later ones change
 * it. Commands put them into their batch, and a database is rebuilt from its facts by them.
 */

type Written = Pick<Fact, "version" | "hash" | "at">;

export function writeProgramme(
  db: Database,
  state: CreateProgramme,
  { version, hash, at }: Written,
): Statement {
  const row = { ...state, version, hash, changedAt: at };
  return version === 1
    ? db.insert(programmes).values({ ...row, createdAt: at })
    : db.update(programmes).set(row).where(eq(programmes.slug, state.slug));
}

type Shown = Pick<ProjectState, "visibility">;

/** What happened to a project: whether it got a public page, lost it, or was changed otherwise. */
export function kindOfChange(before: Shown, after: Shown) {
  if (before.visibility === after.visibility) return "project.changed";
  return after.visibility === "public" ? "project.published" : "project.unpublished";
}

/** With its phases and participations. The board is refreshed apart, once a batch. */
export function writeProject(
  db: Database,
  state: ProjectState,
  { version, hash, at }: Written,
): Statement[] {
  const row = { ...state, version, hash, changedAt: at };
  return [
    version === 1
      ? db.insert(projects).values({ ...row, createdAt: at })
      : db.update(projects).set(row).where(eq(projects.slug, state.slug)),
    ...writeParts(db, state),
  ];
}

/** The statements that make phases and participations what the state says. */
function writeParts(db: Database, { slug, municipalities, ...state }: ProjectState): Statement[] {
  return [
    sql`
      INSERT INTO ${participations} (project, municipality)
      SELECT ${slug}, value FROM json_each(${JSON.stringify(municipalities)}) WHERE true
      ON CONFLICT DO NOTHING`,
    sql`
      INSERT INTO ${phases} (project, number, name, starts_on, ends_on)
      SELECT ${slug}, value ->> 'number', value ->> 'name', value ->> 'startsOn', value ->> 'endsOn'
      FROM json_each(${JSON.stringify(state.phases)}) WHERE true
      ON CONFLICT (project, number) DO UPDATE
      SET name = excluded.name, starts_on = excluded.starts_on, ends_on = excluded.ends_on`,
    db.delete(phases).where(and(eq(phases.project, slug), gt(phases.number, state.phases.length))),
  ];
}

export function writeMilestone(
  db: Database,
  project: string,
  state: MilestoneState,
  { version, hash }: Written,
): Statement {
  const row = {
    ...state,
    predecessors: [...state.predecessors],
    successors: [...state.successors],
    project,
    version,
    hash,
  };
  return version === 1
    ? db.insert(milestones).values(row)
    : db
        .update(milestones)
        .set(row)
        .where(and(eq(milestones.project, project), eq(milestones.number, state.number)));
}

/** The statement that fails its batch where the plan has been granted since it was read. */
export const failsOnceGranted = (slug: string): Statement =>
  failsWhere(
    sql`(SELECT ${projects.grantedOn} FROM ${projects} WHERE ${projects.slug} = ${slug}) IS NOT NULL`,
  );

/** Fails the batch where an amendment has ended one of these milestones meanwhile. */
export const failsOnceEnded = (slug: string, numbers: readonly number[]): Statement =>
  failsWhere(sql`
    EXISTS (SELECT 1 FROM json_each(${JSON.stringify([...new Set(numbers)])}) asked
      CROSS JOIN ${milestones} ON ${milestones.project} = ${slug} AND ${milestones.number} = asked.value
      WHERE ${milestones.state} <> 'active')`);

/**
 * Fails the batch where a target would count a milestone that has ended: what it counts can be
 * chosen at the same time as an amendment ends it.
 */
export const failsWhereEndedIsCounted = (slug: string): Statement =>
  failsWhere(sql`
    EXISTS (SELECT 1 FROM ${milestones} one
      JOIN ${milestones} counted ON counted.project = one.project
        AND counted.number = one.measure ->> 'milestone' AND counted.state <> 'active'
      WHERE one.project = ${slug} AND one.state = 'active')`);

/** What was granted of many milestones, in one statement. A fact for each, in the same order. */
export function writeGranted(
  project: string,
  granted: readonly MilestoneState[],
  written: readonly Written[],
): Statement {
  const rows = granted.map((state, index) => ({
    number: state.number,
    granted: JSON.stringify(state.granted),
    version: written[index]?.version,
    hash: written[index]?.hash,
  }));
  return sql`
    UPDATE ${milestones}
    SET granted = value ->> 'granted', version = value ->> 'version', hash = value ->> 'hash'
    FROM json_each(${JSON.stringify(rows)})
    WHERE ${milestones.project} = ${project} AND ${milestones.number} = value ->> 'number'`;
}

export function writeAmendment(
  db: Database,
  project: string,
  state: AmendmentState,
  { version, hash, at }: Written,
): Statement {
  return db.insert(amendments).values({ ...state, project, version, hash, createdAt: at });
}

/**
 * Writes the plan of a project anew into its board, from the rows as they are at this point of
 * the batch: two changes at the same time cannot leave one of them out. The shape is `Plan`.
 */
export function refreshBoard(slug: string): Statement {
  return sql`
    INSERT INTO boards (project, plan, cells, publication)
    SELECT p.slug, json_object(
      'project', json_object('slug', p.slug, 'name', p.name, 'programme', p.programme,
        'startsOn', p.starts_on, 'endsOn', p.ends_on, 'stage', p.stage,
        'visibility', p.visibility, 'freshnessDays', p.freshness_days,
        'grantedOn', p.granted_on, 'version', p.version),
      'phases', (
        SELECT json_group_array(json_object('number', number, 'name', name,
          'startsOn', starts_on, 'endsOn', ends_on))
        FROM (SELECT * FROM phases WHERE project = p.slug ORDER BY number)),
      'municipalities', (
        SELECT json_group_array(json_object('code', code, 'nameFi', name_fi, 'nameSv', name_sv,
          'population', population, 'tileColumn', tile_column, 'tileRow', tile_row))
        FROM (SELECT m.* FROM participations a JOIN municipalities m ON m.code = a.municipality
          WHERE a.project = p.slug ORDER BY m.code)),
      'milestones', (
        SELECT json_group_array(json_object('number', number, 'phase', phase, 'kind', kind,
          'scope', scope, 'title', title, 'dueOn', due_on,
          'dueOnByMunicipality', json(due_on_by_municipality), 'weight', weight, 'unit', unit,
          'baseline', baseline, 'goal', goal, 'evidenceKinds', json(evidence_kinds),
          'measure', json(measure), 'granted', json(granted), 'state', state,
          'predecessors', json(predecessors), 'successors', json(successors),
          'amendment', amendment, 'version', version))
        FROM (SELECT * FROM milestones WHERE project = p.slug ORDER BY number))
    ), '{}', ${publicationOf}
    FROM projects p WHERE p.slug = ${slug}
    ON CONFLICT (project) DO UPDATE
    SET plan = excluded.plan, publication = excluded.publication`;
}

/** What the public page says of the project `p` beside its plan, null where it has none. */
const publicationOf = sql`
  iif(p.visibility = 'public', (
    SELECT json_object('parts', json(p.public_parts), 'summary', p.summary,
      'leadOrganisation', p.lead_organisation, 'contactRole', p.contact_role,
      'programme', json_object('name', g.name, 'funder', g.funder,
        'visibilityText', json(g.visibility_text), 'emblem', g.emblem))
    FROM programmes g WHERE g.slug = p.programme), NULL)`;

/** The same of all projects of a programme, after what it says of itself has changed. */
export function refreshPublications(programme: string): Statement {
  return sql`
    UPDATE boards
    SET publication = (SELECT ${publicationOf} FROM projects p WHERE p.slug = boards.project)
    WHERE publication IS NOT NULL
      AND project IN (SELECT slug FROM projects WHERE programme = ${programme})`;
}

type Step =
  | { readonly create: CreateMilestone; readonly number: number }
  | {
      readonly before: MilestoneState;
      readonly change: ChangeMilestone;
    };

/**
 * What a milestone becomes by the rules of the plan, with every problem instead of a refusal.
 * `others` are the milestones of the plan, which its measure may count.
 */
export function decideMilestone(
  project: ProjectState,
  step: Step,
  others: readonly Countable[],
): { readonly after: MilestoneState | null; readonly problems: readonly Problem[] } {
  try {
    const after =
      "create" in step
        ? planMilestone(project, step.create, step.number, others)
        : changeMilestone(project, step.before, step.change, others);
    return { after, problems: [] };
  } catch (error) {
    if (error instanceof Refusal && error.code === "invalid") {
      return { after: null, problems: error.problems };
    }
    throw error;
  }
}

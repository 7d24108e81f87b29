import { allHappened, type Fact, record } from "../../history/record.ts";
import { assertMay, may, type Role } from "../../kernel/permissions.ts";
import { type Problem, Refusal } from "../../kernel/refusal.ts";
import { type Database, retrying, type Statement } from "../../platform/database.ts";
import type { Deps } from "../../platform/env.ts";
import { type Answer, commit } from "../../platform/requests.ts";
import type { MilestoneState, MilestoneView } from "../contract/plan.ts";
import type { CreateProject } from "../contract/projects.ts";
import type { FromTemplate } from "../contract/templates.ts";
import { type Beginning, copyOf, movedProblems, planMany } from "../domain/copies.ts";
import { assertNotGranted } from "../domain/milestones.ts";
import { milestonesFrom, phasesFrom } from "../domain/templates.ts";
import { allMilestones } from "../queries/plan.ts";
import { loadProject } from "../queries/projects.ts";
import { failsOnceGranted, refreshBoard, writeMilestone } from "../record.ts";

type Begun = Omit<Beginning, "phases"> & {
  readonly phases: Beginning["phases"] | undefined;
  /** The field that says what the plan begins with. */
  readonly path: string;
  readonly problems: readonly Problem[];
};

type Asked = Pick<CreateProject, "startsOn" | "endsOn" | "copyFrom" | "template" | "phases"> & {
  readonly municipalities: readonly string[];
};

/** What the plan of a new project begins with: that of another project, a template, or nothing. */
export async function beginning(deps: Deps, asked: Asked): Promise<Begun> {
  const { copyFrom, template, startsOn, endsOn = startsOn, municipalities } = asked;
  const nothing = { endsOn, phases: undefined, milestones: [], path: "", problems: [] };
  if (copyFrom !== undefined && template !== undefined) {
    return { ...nothing, problems: [{ path: "template", message: (say) => say.beginningTwice() }] };
  }
  if (template !== undefined) {
    const { language } = deps;
    const phases = asked.phases ?? phasesFrom(template, { startsOn, endsOn }, language);
    const count = municipalities.length;
    const milestones = milestonesFrom(template, phases, { language, last: 0, count });
    return { ...nothing, phases, milestones, path: "template" };
  }
  if (copyFrom === undefined) return nothing;
  const source = await sourceOf(deps, copyFrom);
  if (!source) {
    return { ...nothing, problems: [{ path: "copyFrom", message: (say) => say.sourceUnknown() }] };
  }
  const copy = copyOf(source, { startsOn, endsOn: asked.endsOn }, municipalities);
  return { ...copy, path: "copyFrom", problems: movedProblems(copy) };
}

/** A project whose plan the actor may see, with its plan; null as if there was none. */
async function sourceOf(deps: Deps, slug: string) {
  if (!may(deps.actor, "plan.view", { project: slug })) return null;
  const project = await loadProject(deps, slug).catch(absent);
  return project && { project, milestones: await allMilestones(deps, slug) };
}

function absent(error: unknown): null {
  if (error instanceof Refusal && error.code === "not_found") return null;
  throw error;
}

/**
 * Adds the milestones of a template to a plan that is not granted yet, in one batch. Refuses with
 * `not_found`, `forbidden`, and with `locked` where the plan is granted or holds no more.
 */
export async function addFromTemplate(
  deps: Deps,
  slug: string,
  { template }: FromTemplate,
): Promise<Answer<{ readonly items: MilestoneView[]; readonly nextCursor: null }>> {
  return retrying(async () => {
    const project = await loadProject(deps, slug);
    const role = assertMay(deps.actor, "plan.change", { project: slug });
    assertNotGranted(project);
    const before = await allMilestones(deps, slug);
    const added = milestonesFrom(template, project.phases, {
      language: deps.language,
      last: before.at(-1)?.number ?? 0,
      count: project.municipalities.length,
    });
    const milestones = planMany(project, added, { before, at: "template" });
    const facts = await allHappened(deps, addedMilestones(slug, milestones, role));
    const items = milestones.map((state) => ({ ...state, version: 1 }));
    return commit(deps, { status: 201, body: { items, nextCursor: null }, version: null }, [
      failsOnceGranted(slug),
      ...record(facts),
      ...writeAdded(deps.db, slug, milestones, facts),
      refreshBoard(slug),
    ]);
  });
}

/** What happened when these milestones were added. */
export const addedMilestones = (
  slug: string,
  milestones: readonly MilestoneState[],
  role: Role,
): Parameters<typeof allHappened>[1] =>
  milestones.map((after) => ({
    head: null,
    happening: {
      scope: slug,
      subject: `milestone:${slug}:${after.number}`,
      kind: "milestone.added",
      role,
      before: null,
      after,
    },
  }));

/** The statements that add them: a fact for each, in the same order. */
export function writeAdded(
  db: Database,
  slug: string,
  milestones: readonly MilestoneState[],
  facts: readonly Fact[],
): Statement[] {
  return milestones.flatMap((state, index) => {
    const fact = facts[index];
    return fact ? [writeMilestone(db, slug, state, fact)] : [];
  });
}

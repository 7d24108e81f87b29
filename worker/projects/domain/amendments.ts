import { given } from "../../kernel/given.ts";
import { type Problem, Refusal, refuseProblems } from "../../kernel/refusal.ts";
import type { CreateAmendment } from "../contract/amendments.ts";
import type { AmendmentState, MilestoneState } from "../contract/plan.ts";
import type { ProjectState } from "../contract/projects.ts";
import {
  amendmentChangesMax,
  amendmentsMax,
  milestonesMax,
  PLANNED_OF_MILESTONE,
  PLANNED_OF_PROJECT,
} from "../terms.ts";
import { differing } from "./differences.ts";
import type { Resulting } from "./grants.ts";
import { measureProblems, milestoneProblems } from "./milestones.ts";
import { emptyProblems, problem } from "./problems.ts";
import { applyToProject, assertRoom, projectProblems } from "./projects.ts";
import { type PlanNow, type Step, stepsOf, type Touched, touchedBy } from "./steps.ts";

export type Amended = {
  readonly amendment: AmendmentState;
  /** Null where it stays. */
  readonly project: ProjectState | null;
  readonly milestones: readonly Touched[];
};

/**
 * What an amendment makes of a granted plan, all of it or nothing. `today` is a date in Helsinki,
 * `found` what the registers found. Refuses with `locked` where the plan is not granted or holds
 * no more, and with every problem by its path.
 */
export function amend(
  plan: PlanNow,
  input: CreateAmendment,
  { today, found = [] }: { readonly today: string; readonly found?: readonly Problem[] },
): Amended {
  assertAmendable(plan);
  const { changes, ...told } = input;
  const number = plan.amendments + 1;
  const steps = stepsOf(changes, Math.max(0, ...plan.milestones.map((one) => one.number)));
  const project = projectAfter(plan, steps);
  const touched = steps.flatMap((step) => touchedBy(plan, step, number));
  const milestones = plan.milestones.map(
    (one) => touched.find(({ after }) => after.number === one.number)?.after ?? one,
  );
  const added = touched.flatMap(({ before, after }) => (before === null ? after : []));
  const resulting = { project, milestones: [...milestones, ...added] };
  refuseProblems([
    ...dateProblems(plan, input, today),
    ...found,
    ...stepProblems(plan, steps),
    ...projectStepProblems(plan, resulting, steps),
    ...touched.flatMap((one) =>
      within(one.path, milestoneProblems(project, one.after, one.before ?? undefined)),
    ),
    ...measuresIn(resulting.milestones, { touched, steps }),
  ]);
  assertFits(resulting);
  return {
    amendment: { ...told, number, changes: steps.map((step) => summaryOf(plan, project, step)) },
    project: steps.some(({ change }) => change.kind === "project") ? project : null,
    milestones: touched,
  };
}

function assertAmendable({ project, amendments }: PlanNow): void {
  if (project.grantedOn === null) throw new Refusal("locked", (say) => say.planNotGranted());
  if (amendments >= amendmentsMax) {
    throw new Refusal("locked", (say) => say.amendmentsFull(amendmentsMax));
  }
}

/** Refuses what its board could not hold. */
function assertFits({ project, milestones }: Resulting): void {
  if (milestones.some(({ number }) => number > milestonesMax)) {
    throw new Refusal("locked", (say) => say.milestonesFull(milestonesMax));
  }
  const byMunicipality = milestones.filter(({ scope }) => scope === "municipality");
  assertRoom(byMunicipality.length, project.municipalities.length);
}

function projectAfter(
  { project: { version: _version, ...project } }: PlanNow,
  steps: readonly Step[],
) {
  return steps.reduce<ProjectState>(
    (state, { change }) => (change.kind === "project" ? applyToProject(state, change.set) : state),
    project,
  );
}

function dateProblems({ project }: PlanNow, { decidedOn }: CreateAmendment, today: string) {
  if (decidedOn > today) return [problem("decidedOn", (say) => say.decidedInFuture())];
  const granted = project.grantedOn ?? decidedOn;
  return decidedOn < granted
    ? [problem("decidedOn", (say) => say.decidedBeforeGrant(granted))]
    : [];
}

/** What is wrong with what the changes name: what is not there, has ended, or comes twice. */
function stepProblems({ milestones }: PlanNow, steps: readonly Step[]): Problem[] {
  const named = steps.flatMap(({ from }) => from);
  const count = named.length + steps.reduce((sum, { into }) => sum + into.length, 0);
  const found = named.flatMap(({ number, path }, index) => {
    const milestone = milestones.find((one) => one.number === number);
    if (!milestone) return [problem(path, (say) => say.milestoneUnknown(number))];
    if (milestone.state !== "active") return [problem(path, (say) => say.milestoneEnded(number))];
    const isTwice = named.findIndex((one) => one.number === number) < index;
    return isTwice ? [problem(path, (say) => say.milestoneTwice(number))] : [];
  });
  const idle = steps.flatMap(({ change, path }) => {
    if (change.kind !== "change") return [];
    const before = milestones.find(({ number }) => number === change.number);
    if (!before) return [];
    const after = { ...before, ...given(change.set) };
    const fields = differing(before, after, PLANNED_OF_MILESTONE);
    return fields.length === 0 ? [problem(`${path}.set`, (say) => say.nothingChanged())] : [];
  });
  return [
    ...(count > amendmentChangesMax
      ? [problem("changes", (say) => say.tooMany(amendmentChangesMax))]
      : []),
    ...found,
    ...idle,
  ];
}

function projectStepProblems(
  { project, milestones }: PlanNow,
  { project: after, milestones: resulting }: Resulting,
  steps: readonly Step[],
): Problem[] {
  const [first, ...others] = steps.filter(({ change }) => change.kind === "project");
  if (!first) return [];
  const phasesInUse = [...new Set(milestones.map(({ phase }) => phase))];
  const empty = differing(project, after, PLANNED_OF_PROJECT).length === 0;
  return [
    ...others.map(({ path }) => problem(path, (say) => say.projectTwice())),
    ...within(`${first.path}.set`, [
      ...(empty ? emptyProblems({}) : []),
      ...projectProblems(project, after, phasesInUse),
      ...movedProblems({ project, milestones }, { project: after, milestones: resulting }),
    ]),
  ];
}

/**
 * Phases that would stand elsewhere while milestones in them stay behind. A phase is known by its
 * name: renaming one in its place moves nothing.
 */
function movedProblems(before: Resulting, after: Resulting): Problem[] {
  return before.project.phases.flatMap(({ name, number }) => {
    const isThere = after.project.phases.some((phase) => phase.name === name);
    const isHere = after.project.phases.some(
      (phase) => phase.name === name && phase.number === number,
    );
    if (!isThere || isHere) return [];
    const wasIn = new Set(
      before.milestones.filter(({ phase }) => phase === number).map((one) => one.number),
    );
    const left = after.milestones.filter(
      (one) => one.state === "active" && one.phase === number && wasIn.has(one.number),
    );
    const numbers = left.map((one) => one.number).join(", ");
    return left.length > 0 ? [problem("phases", (say) => say.phaseMoved(name, numbers))] : [];
  });
}

const within = (path: string, found: readonly Problem[]): Problem[] =>
  found.map((one) => ({ ...one, path: one.path === "" ? path : `${path}.${one.path}` }));

/**
 * Measures that would count what is not there to be counted: named where they were set, or where
 * the milestone that they count is ended.
 */
function measuresIn(
  milestones: readonly MilestoneState[],
  { touched, steps }: { touched: readonly (Touched & { path: string })[]; steps: readonly Step[] },
): Problem[] {
  return milestones
    .filter(({ state }) => state === "active")
    .flatMap((milestone) => {
      const found = measureProblems(milestone, milestones);
      const own = touched.find(({ after }) => after.number === milestone.number);
      if (found.length === 0) return [];
      if (own) return within(own.path, found);
      const counted = milestone.measure?.milestone;
      return steps
        .flatMap(({ from }) => from)
        .filter(({ number }) => number === counted)
        .map(({ path }) => problem(path, (say) => say.milestoneCounted(milestone.number)));
    });
}

/** What the amendment's list says of a change. */
function summaryOf(
  plan: PlanNow,
  project: ProjectState,
  { change, from, into }: Step,
): AmendmentState["changes"][number] {
  const { kind } = change;
  const before = plan.milestones.find(({ number }) => number === from[0]?.number);
  const fields =
    kind === "project"
      ? differing(plan.project, project, PLANNED_OF_PROJECT)
      : kind === "change" && before
        ? differing(before, { ...before, ...given(change.set) }, PLANNED_OF_MILESTONE)
        : [];
  return {
    kind,
    from: from.map(({ number }) => number),
    into: into.map(({ number }) => number),
    fields,
  };
}

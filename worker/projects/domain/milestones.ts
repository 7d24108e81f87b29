import { given } from "../../kernel/given.ts";
import { type Problem, Refusal, refuseProblems, type Sentence } from "../../kernel/refusal.ts";
import type { ChangeMilestone, CreateMilestone, MilestoneState } from "../contract/plan.ts";
import type { ProjectState } from "../contract/projects.ts";
import { GRANTED_OF_MILESTONE } from "../terms.ts";
import { differing } from "./differences.ts";
import { emptyProblems, problem } from "./problems.ts";

/** What a milestone begins with. */
export const NEW_MILESTONE = {
  granted: null,
  state: "active",
  predecessors: [],
  successors: [],
  amendment: null,
} as const satisfies Partial<MilestoneState>;

/** What a measure needs to know of the milestone that it counts. */
export type Countable = Pick<MilestoneState, "number" | "scope" | "state">;

/**
 * A new milestone or target with its running number. `others` are the milestones that its measure
 * may count.
 */
export function planMilestone(
  project: ProjectState,
  input: CreateMilestone,
  number: number,
  others: readonly Countable[],
): MilestoneState {
  const milestone = { ...input, ...NEW_MILESTONE, number };
  refuseProblems([...milestoneProblems(project, milestone), ...measureProblems(milestone, others)]);
  return milestone;
}

/**
 * A milestone with a change made. Its kind and scope stay as they are. Refuses with `locked` what
 * was granted, and all where an amendment has ended it.
 */
export function changeMilestone(
  project: ProjectState,
  before: MilestoneState,
  { reason: _reason, ...change }: ChangeMilestone,
  others: readonly Countable[],
): MilestoneState {
  const after = { ...before, ...given(change) };
  if (before.state !== "active") {
    throw new Refusal("locked", (say) => say.milestoneEnded(before.number));
  }
  if (differing(before, after, GRANTED_OF_MILESTONE).length > 0) assertNotGranted(project);
  refuseProblems([
    ...emptyProblems(change),
    ...milestoneProblems(project, after, before),
    ...measureProblems(after, others),
  ]);
  return after;
}

/** Refuses with `locked` once the plan is granted. */
export function assertNotGranted({ grantedOn }: Pick<ProjectState, "grantedOn">): void {
  if (grantedOn === null) return;
  throw new Refusal("locked", (say) => say.planGranted(grantedOn));
}

/** A measure counts an active milestone that is tracked by municipality. */
export function measureProblems(
  { measure }: Pick<MilestoneState, "measure">,
  others: readonly Countable[],
): Problem[] {
  if (measure === null) return [];
  const counted = others.find(({ number }) => number === measure.milestone);
  const isCountable = counted?.scope === "municipality" && counted.state === "active";
  return isCountable ? [] : [problem("measure", (say) => say.countedMilestone())];
}

/**
 * Due dates may fall after the end of the project: embedding is followed up later. One that
 * stood before stays allowed, though the project's start has moved past it since.
 */
export function milestoneProblems(
  project: ProjectState,
  milestone: MilestoneState,
  before?: MilestoneState,
): Problem[] {
  const found: Problem[] = [];
  const add = (path: string, message: Sentence) => found.push(problem(path, message));
  const stood = new Set([before?.dueOn, ...Object.values(before?.dueOnByMunicipality ?? {})]);
  const early = (due: string) => due < project.startsOn && !stood.has(due);
  if (milestone.phase > project.phases.length) add("phase", (say) => say.phaseUnknown());
  if (milestone.dueOn && early(milestone.dueOn)) {
    add("dueOn", (say) => say.dueBeforeStart(project.startsOn));
  }
  for (const [code, due] of Object.entries(milestone.dueOnByMunicipality)) {
    const path = `dueOnByMunicipality.${code}`;
    if (milestone.scope === "project") add(path, (say) => say.dueForProject());
    else if (!project.municipalities.includes(code)) add(path, (say) => say.dueForStranger(code));
    if (early(due)) add(path, (say) => say.dueBeforeStart(project.startsOn));
  }
  const { kind, unit, goal, baseline, measure } = milestone;
  if (measure && (kind !== "target" || milestone.scope !== "project")) {
    add("measure", (say) => say.countedMilestone());
  }
  if (kind === "target") {
    if (unit === null) add("unit", (say) => say.measureMissing());
    if (goal === null) add("goal", (say) => say.measureMissing());
  } else {
    if (unit !== null) add("unit", (say) => say.measureForMilestone());
    if (goal !== null) add("goal", (say) => say.measureForMilestone());
    if (baseline !== null) add("baseline", (say) => say.measureForMilestone());
  }
  return found;
}

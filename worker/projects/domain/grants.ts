import { refuseProblems } from "../../kernel/refusal.ts";
import type { GrantPlan } from "../contract/amendments.ts";
import type { MilestoneState } from "../contract/plan.ts";
import type { ProjectState } from "../contract/projects.ts";
import { assertNotGranted } from "./milestones.ts";
import { problem } from "./problems.ts";

export type Resulting = {
  readonly project: ProjectState;
  readonly milestones: readonly MilestoneState[];
};

/**
 * A plan as it is granted: its dates and goals stand from now on as they are. Refuses with
 * `locked` when it is granted already, and a plan without milestones or granted in the future.
 */
export function grantPlan(
  { project, milestones }: Resulting,
  { grantedOn }: Pick<GrantPlan, "grantedOn">,
  today: string,
): Resulting {
  assertNotGranted(project);
  refuseProblems([
    ...(grantedOn > today ? [problem("grantedOn", (say) => say.decidedInFuture())] : []),
    ...(milestones.length === 0 ? [problem("", (say) => say.planEmpty())] : []),
  ]);
  return {
    project: { ...project, grantedOn },
    milestones: milestones.map((milestone) => {
      const { dueOn, dueOnByMunicipality, goal } = milestone;
      return { ...milestone, granted: { dueOn, dueOnByMunicipality, goal } };
    }),
  };
}

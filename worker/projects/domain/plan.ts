import type { MilestoneState, Plan, PlanMilestone, PlanMunicipality } from "../contract/plan.ts";
import type { CreateProgramme } from "../contract/programmes.ts";
import type { ProjectState, ProjectView } from "../contract/projects.ts";
import type { PublicPart } from "../terms.ts";
import { NEW_MILESTONE } from "./milestones.ts";

/**
 * The plan as one document, from its parts: what the board keeps, computed from scratch. The
 * board's own is made in SQL in the batch of the change; a test holds the two to be equal.
 */
export function planOf(
  project: ProjectState & Pick<ProjectView, "version">,
  milestones: readonly (MilestoneState & { readonly version: number })[],
  municipalities: readonly PlanMunicipality[],
): Plan {
  const { slug, name, programme, startsOn, endsOn, stage, visibility, freshnessDays } = project;
  const { grantedOn, version } = project;
  return {
    project: {
      slug,
      name,
      programme,
      startsOn,
      endsOn,
      stage,
      visibility,
      freshnessDays,
      grantedOn,
      version,
    },
    phases: project.phases,
    municipalities: municipalities.filter(({ code }) => project.municipalities.includes(code)),
    milestones: milestones.map(withoutProse).toSorted((a, b) => a.number - b.number),
  };
}

/** What facts leave out that are older than these fields. */
export const OLDER = {
  programme: { reportSections: [] as CreateProgramme["reportSections"] },
  project: { grantedOn: null, publicParts: [] as PublicPart[] },
  milestone: { ...NEW_MILESTONE, evidenceKinds: [], measure: null },
} as const;

function withoutProse(milestone: PlanMilestone & Partial<MilestoneState>): PlanMilestone {
  const { description: _description, verification: _verification, ...rest } = milestone;
  return rest;
}

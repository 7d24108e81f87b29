import type { ProjectStory } from "./story.ts";

type Planned = ProjectStory["milestones"][number];

type Told = Pick<Planned, "phase" | "scope" | "title" | "description" | "verification" | "dueOn"> &
  Partial<Pick<Planned, "dueOnByMunicipality" | "weight" | "evidenceKinds" | "measure">>;

type Measured = Told & { readonly unit: string; readonly baseline: number; readonly goal: number };

const usual = {
  dueOnByMunicipality: {},
  weight: 1,
  unit: null,
  baseline: null,
  goal: null,
  evidenceKinds: [],
  measure: null,
};

/** A milestone of the plan, with what goes without saying. */
export function milestone(told: Told): Planned {
  return { ...usual, ...told, kind: "milestone" };
}

/** A target of the plan: a milestone with a measure. */
export function target(told: Measured): Planned {
  return { ...usual, ...told, kind: "target" };
}

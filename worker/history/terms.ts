/** Every kind of fact, in the past tense. */
export const FACT_KINDS = [
  "programme.created",
  "programme.changed",
  "project.created",
  "project.changed",
  "milestone.added",
  "milestone.changed",
  "progress.declared",
  "progress.confirmed",
] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** The scope of facts that belong to no project: a word that no project can have for its slug. */
export const COUNTY_SCOPE = "@county";

/** Every kind of fact, in the past tense. */
export const FACT_KINDS = [
  "programme.created",
  "programme.changed",
  "project.created",
  "project.changed",
  "project.published",
  "project.unpublished",
  "milestone.added",
  "milestone.changed",
  "milestone.ended",
  "plan.granted",
  "plan.amended",
  "plan.imported",
  "progress.declared",
  "progress.confirmed",
  "progress.imported",
  "comment.written",
  "comment.changed",
  "comment.withdrawn",
  "comment.removed",
  "comment.resolved",
  "comment.reopened",
  "evidence.added",
  "evidence.reviewed",
  "evidence.withdrawn",
  "risk.added",
  "risk.changed",
  "risk.reviewed",
  "risk.closed",
  "deviation.added",
  "deviation.changed",
  "deviation.resolved",
  "member.added",
  "member.changed",
  "member.removed",
  "report.drafted",
  "report.changed",
  "report.submitted",
  "report.returned",
  "report.accepted",
  "report.reopened",
  "section.written",
  "link.shared",
  "link.revoked",
  "webhook.added",
  "webhook.changed",
  "webhook.removed",
  "statement.approved",
  "feedback.answered",
  "feedback.closed",
] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** `progress` of `progress.declared`. */
const groupOf = (kind: string) => kind.split(".")[0] ?? "";

/** What facts are of: the first halves of their kinds. */
export const FACT_GROUPS = [...new Set(FACT_KINDS.map(groupOf))];

/** The scope of facts that belong to no project: a word that no project can have for its slug. */
export const COUNTY_SCOPE = "@county";

/** The scope of the facts of who has which role in a project, apart from what its views read. */
export const membersScope = (project: string) =>
  project === COUNTY_SCOPE ? COUNTY_SCOPE : `@members/${project}`;

/** The scope of what is written in reports: a view of a past moment reads none of it. */
export const reportsScope = (project: string) => `@reports/${project}`;

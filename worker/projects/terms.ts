export const MILESTONE_KINDS = ["milestone", "target"] as const;
export type MilestoneKind = (typeof MILESTONE_KINDS)[number];

/** What has become of a milestone. All but `active` were ended by an amendment. */
export const MILESTONE_STATES = ["active", "cancelled", "superseded", "merged", "split"] as const;

/** What an amendment does to the plan. `project`: its dates, phases and municipalities. */
export const AMENDMENT_CHANGES = [
  "add",
  "change",
  "cancel",
  "supersede",
  "merge",
  "split",
  "project",
] as const;

export type AmendmentKind = (typeof AMENDMENT_CHANGES)[number];

/** What of a milestone is granted with the plan: once it is, only amendments change it. */
export const GRANTED_OF_MILESTONE = [
  "phase",
  "title",
  "verification",
  "dueOn",
  "dueOnByMunicipality",
  "weight",
  "unit",
  "baseline",
  "goal",
  "evidenceKinds",
] as const;

/** All that an amendment can change of a milestone, in the order in which it is told. */
export const PLANNED_OF_MILESTONE = [...GRANTED_OF_MILESTONE, "description", "measure"] as const;

/** The same of a project. */
export const PLANNED_OF_PROJECT = ["startsOn", "endsOn", "phases", "municipalities"] as const;

/** Plans that come with the service, for a project of their kind. */
export const TEMPLATES = ["pilot", "training", "network"] as const;
export type TemplateName = (typeof TEMPLATES)[number];

/** What can be counted for a target, as a suggestion beside what people declare. */
export const MEASURES = ["municipalities_done"] as const;

/** What can stand as evidence. `record`: something that the service itself has recorded. */
export const EVIDENCE_KINDS = ["file", "link", "decision", "record"] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** Tracked once for the whole project, or once for every participating municipality. */
export const SCOPES = ["project", "municipality"] as const;
export type Scope = (typeof SCOPES)[number];

export const VISIBILITIES = ["internal", "public"] as const;
/** What the public page of a published project shows beside its name, funding, period and stage. */
export const PUBLIC_PARTS = ["summary", "progress", "municipalities", "targets", "dates"] as const;
export type PublicPart = (typeof PUBLIC_PARTS)[number];
export const STAGES = ["planned", "developing", "ready"] as const;

export const EMBLEMS = ["eu", "none"] as const;
export const REPORT_KINDS = ["interim", "final"] as const;

/** What a section of a report tells; the service puts together what it knows of it. */
export const REPORT_SECTIONS = [
  "summary",
  "measures",
  "indicators",
  "deviations",
  "risks",
  "planChanges",
  "networks",
  "training",
  "communication",
  "costs",
  "other",
] as const;
export type ReportSectionKind = (typeof REPORT_SECTIONS)[number];

/** What a programme asks for that has not said anything else. */
export const STANDARD_SECTIONS = REPORT_SECTIONS.filter((kind) => kind !== "other").map((kind) => ({
  key: kind.toLowerCase(),
  kind,
  title: null,
  guidance: null,
  required: kind === "summary" || kind === "measures",
}));
/** What is kept for a time of its own. `funding_evidence`: reports, evidence, files and facts. */
export const RETENTION_CLASSES = ["funding_evidence", "comments", "feedback", "use_log"] as const;
export type RetentionClass = (typeof RETENTION_CLASSES)[number];

/** What a project tells of itself, in the order in which it is read. */
export const SECTIONS = [
  "purpose",
  "background",
  "actors",
  "targetGroup",
  "operatingEnvironment",
  "coreIdea",
  "conditions",
  "results",
  "tips",
] as const;

export const nameLengthMax = 120;
export const slugLengthMax = 60;
/** Words that stand where a project's slug would, in addresses of the dashboard. */
export const RESERVED_SLUGS: readonly string[] = ["new"];
export const textLengthMax = 5000;
export const wordLengthMax = 60;
export const phasesMax = 12;
/** With those that have ended: their numbers are not used again. */
export const milestonesMax = 120;
export const municipalitiesMax = 400;
/** Cells of one project: its board keeps them in one row, and a row of D1 holds 2 MB. */
export const cellsMax = 8_000;
export const amendmentsMax = 200;
/** Milestones that one amendment adds, changes or ends. */
export const amendmentChangesMax = 60;
/** More versions than a milestone or a project can have. */
export const planVersionMax = 1_000_000_000;
export const reportPeriodsMax = 40;
export const reportSectionsMax = 30;
export const sectionGuidanceLengthMax = 1000;
export const topicsMax = 20;

export const freshnessDaysDefault = 90;
export const freshnessDaysMax = 730;

export const weightMax = 100;
export const valueMax = 1_000_000_000_000;

/** The municipality of a cell that belongs to the whole project. */
export const WHOLE_PROJECT = "all";

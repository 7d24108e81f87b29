import * as z from "zod";
import {
  date,
  freeText,
  listOf,
  municipalityCode,
  slug,
  text,
  translated,
} from "../kernel/shapes.ts";
import {
  EMBLEMS,
  freshnessDaysDefault,
  freshnessDaysMax,
  MILESTONE_KINDS,
  municipalitiesMax,
  nameLengthMax,
  phasesMax,
  REPORT_KINDS,
  reportPeriodsMax,
  SCOPES,
  SECTIONS,
  STAGES,
  textLengthMax,
  topicsMax,
  valueMax,
  VISIBILITIES,
  weightMax,
  wordLengthMax,
} from "./terms.ts";

const ReportPeriod = z.strictObject({
  name: text(nameLengthMax),
  kind: z.enum(REPORT_KINDS),
  startsOn: date,
  endsOn: date,
  dueOn: date,
});

const programmeFields = {
  name: text(nameLengthMax),
  funder: text(nameLengthMax),
  funderClass: text(nameLengthMax),
  visibilityText: translated(300),
  emblem: z.enum(EMBLEMS),
  reportPeriods: z.array(ReportPeriod).max(reportPeriodsMax),
  retainUntil: date.nullable(),
  retentionBasis: freeText(nameLengthMax),
};

export const CreateProgramme = z
  .strictObject({
    ...programmeFields,
    slug,
    reportPeriods: programmeFields.reportPeriods.default([]),
    emblem: programmeFields.emblem.default("none"),
    retainUntil: programmeFields.retainUntil.default(null),
    retentionBasis: programmeFields.retentionBasis.default(""),
  })
  .meta({ id: "CreateProgramme" });
export type CreateProgramme = z.output<typeof CreateProgramme>;

export const ChangeProgramme = z
  .strictObject(programmeFields)
  .partial()
  .meta({ id: "ChangeProgramme" });
export type ChangeProgramme = z.output<typeof ChangeProgramme>;

export const ProgrammeView = z
  .object({
    slug: z.string(),
    ...programmeFields,
    version: z.number().int(),
    createdAt: z.string(),
    changedAt: z.string(),
  })
  .meta({ id: "Programme" });
export type ProgrammeView = z.infer<typeof ProgrammeView>;
export const ProgrammeList = listOf(ProgrammeView).meta({ id: "ProgrammeList" });

export const PhaseInput = z.strictObject({
  name: text(nameLengthMax),
  startsOn: date,
  endsOn: date,
});
export type PhaseInput = z.infer<typeof PhaseInput>;

const section = freeText(textLengthMax);
const Description = z
  .strictObject(Object.fromEntries(SECTIONS.map((name) => [name, section])) as Sections)
  .partial();
type Sections = { [Name in (typeof SECTIONS)[number]]: typeof section };

const projectFields = {
  name: text(nameLengthMax),
  summary: freeText(textLengthMax),
  leadOrganisation: text(nameLengthMax),
  grantReference: text(nameLengthMax).nullable(),
  place: freeText(nameLengthMax),
  startsOn: date,
  endsOn: date,
  stage: z.enum(STAGES),
  visibility: z.enum(VISIBILITIES),
  municipalities: z.array(municipalityCode).min(1).max(municipalitiesMax),
  phases: z.array(PhaseInput).min(1).max(phasesMax),
  freshnessDays: z
    .number()
    .int()
    .min(1)
    .max(freshnessDaysMax)
    .meta({ description: "After how many days without a word an open cell is stale" }),
  description: Description,
  topics: z.array(text(wordLengthMax)).max(topicsMax),
  phenomena: z.array(text(wordLengthMax)).max(topicsMax),
  authorRole: freeText(nameLengthMax),
  contactRole: freeText(nameLengthMax),
};

export const CreateProject = z
  .strictObject({
    ...projectFields,
    slug: slug.optional().meta({ description: "Made from the name where it is not given" }),
    programme: slug,
    county: z
      .string()
      .regex(/^\d{2}$/)
      .default("08"),
    summary: projectFields.summary.default(""),
    grantReference: projectFields.grantReference.default(null),
    place: projectFields.place.default(""),
    stage: projectFields.stage.default("planned"),
    visibility: projectFields.visibility.default("internal"),
    municipalities: projectFields.municipalities
      .optional()
      .meta({ description: "All of the county where they are not given" }),
    phases: projectFields.phases
      .optional()
      .meta({ description: "One phase over the whole project where they are not given" }),
    freshnessDays: projectFields.freshnessDays.default(freshnessDaysDefault),
    description: projectFields.description.default({}),
    topics: projectFields.topics.default([]),
    phenomena: projectFields.phenomena.default([]),
    authorRole: projectFields.authorRole.default(""),
    contactRole: projectFields.contactRole.default(""),
  })
  .meta({ id: "CreateProject" });
export type CreateProject = z.output<typeof CreateProject>;

export const ChangeProject = z.strictObject(projectFields).partial().meta({ id: "ChangeProject" });
export type ChangeProject = z.output<typeof ChangeProject>;

const PhaseView = z.object({
  number: z.number().int(),
  name: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
});
export type PhaseView = z.infer<typeof PhaseView>;

export const ProjectView = z
  .object({
    slug: z.string(),
    programme: z.string(),
    county: z.string(),
    ...projectFields,
    phases: z.array(PhaseView),
    version: z.number().int(),
    createdAt: z.string(),
    changedAt: z.string(),
  })
  .meta({ id: "Project" });
export type ProjectView = z.infer<typeof ProjectView>;
export const ProjectList = listOf(ProjectView).meta({ id: "ProjectList" });

const value = z.number().min(-valueMax).max(valueMax);

const milestoneFields = {
  phase: z.number().int().min(1).max(phasesMax),
  title: text(nameLengthMax),
  description: freeText(textLengthMax),
  verification: freeText(textLengthMax).meta({ description: "How it is verified" }),
  dueOn: date.nullable(),
  dueOnByMunicipality: z
    .record(municipalityCode, date)
    .refine((dates) => Object.keys(dates).length <= municipalitiesMax)
    .meta({ description: "Due dates that differ from dueOn, by municipality code" }),
  weight: z.number().min(0).max(weightMax).meta({ description: "Weight in percentages" }),
  unit: text(wordLengthMax).nullable(),
  baseline: value.nullable(),
  goal: value.nullable(),
};

export const CreateMilestone = z
  .strictObject({
    ...milestoneFields,
    kind: z.enum(MILESTONE_KINDS).default("milestone"),
    scope: z.enum(SCOPES).default("municipality"),
    description: milestoneFields.description.default(""),
    verification: milestoneFields.verification.default(""),
    dueOn: milestoneFields.dueOn.default(null),
    dueOnByMunicipality: milestoneFields.dueOnByMunicipality.default({}),
    weight: milestoneFields.weight.default(1),
    unit: milestoneFields.unit.default(null),
    baseline: milestoneFields.baseline.default(null),
    goal: milestoneFields.goal.default(null),
  })
  .meta({ id: "CreateMilestone" });
export type CreateMilestone = z.output<typeof CreateMilestone>;

export const ChangeMilestone = z
  .strictObject(milestoneFields)
  .partial()
  .extend({ reason: text(textLengthMax).optional() })
  .meta({ id: "ChangeMilestone" });
export type ChangeMilestone = z.output<typeof ChangeMilestone>;

export const MilestoneView = z
  .object({
    number: z.number().int(),
    kind: z.enum(MILESTONE_KINDS),
    scope: z.enum(SCOPES),
    ...milestoneFields,
    dueOnByMunicipality: z.record(z.string(), z.string()),
    version: z.number().int(),
  })
  .meta({ id: "Milestone" });
export type MilestoneView = z.infer<typeof MilestoneView>;
export const MilestoneList = listOf(MilestoneView).meta({ id: "MilestoneList" });

/** What every view of a project needs of its plan, kept as one document in its board. */
export type Plan = {
  readonly project: Pick<
    ProjectView,
    | "slug"
    | "name"
    | "programme"
    | "startsOn"
    | "endsOn"
    | "stage"
    | "visibility"
    | "freshnessDays"
    | "version"
  >;
  readonly phases: readonly PhaseView[];
  readonly municipalities: readonly PlanMunicipality[];
  readonly milestones: readonly PlanMilestone[];
};

export type PlanMunicipality = {
  readonly code: string;
  readonly nameFi: string;
  readonly nameSv: string;
  readonly population: number | null;
  readonly tileColumn: number | null;
  readonly tileRow: number | null;
};

export type PlanMilestone = Omit<MilestoneView, "description" | "verification">;

/** A project as its facts carry it: all that a person can set. */
export type ProjectState = Omit<ProjectView, "version" | "createdAt" | "changedAt">;
export type MilestoneState = Omit<MilestoneView, "version">;

import * as z from "zod";
import { date, freeText, listOf, municipalityCode, text } from "../../kernel/shapes.ts";
import {
  AMENDMENT_CHANGES,
  EVIDENCE_KINDS,
  MEASURES,
  MILESTONE_KINDS,
  MILESTONE_STATES,
  milestonesMax,
  municipalitiesMax,
  nameLengthMax,
  phasesMax,
  PLANNED_OF_MILESTONE,
  PLANNED_OF_PROJECT,
  SCOPES,
  textLengthMax,
  valueMax,
  weightMax,
  wordLengthMax,
} from "../terms.ts";
import type { PhaseView, ProjectView } from "./projects.ts";

const value = z.number().min(-valueMax).max(valueMax);

const Measure = z
  .strictObject({
    kind: z.enum(MEASURES),
    milestone: z.number().int().min(1).max(milestonesMax),
  })
  .meta({
    id: "Measure",
    description: "What is counted as a suggestion for a target of the whole project",
  });

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
  evidenceKinds: z
    .array(z.enum(EVIDENCE_KINDS))
    .max(EVIDENCE_KINDS.length)
    .refine((kinds) => new Set(kinds).size === kinds.length)
    .meta({ description: "The kinds of evidence that are all needed; none: any will do" }),
  measure: Measure.nullable(),
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
    evidenceKinds: milestoneFields.evidenceKinds.default([]),
    measure: milestoneFields.measure.default(null),
  })
  .meta({ id: "CreateMilestone" });
export type CreateMilestone = z.output<typeof CreateMilestone>;

/** What is changed of a milestone; what is not named stays. */
export const MilestoneChange = z
  .strictObject(milestoneFields)
  .partial()
  .meta({ id: "MilestoneChange" });
export type MilestoneChange = z.output<typeof MilestoneChange>;

export const ChangeMilestone = z
  .strictObject({ ...milestoneFields, reason: text(textLengthMax) })
  .partial()
  .meta({ id: "ChangeMilestone" });
export type ChangeMilestone = z.output<typeof ChangeMilestone>;

/** What was granted of a milestone: amendments leave it as it was. */
const Granted = z.object({
  dueOn: z.string().nullable(),
  dueOnByMunicipality: z.record(z.string(), z.string()),
  goal: z.number().nullable(),
});

export const MilestoneView = z
  .object({
    number: z.number().int(),
    kind: z.enum(MILESTONE_KINDS),
    scope: z.enum(SCOPES),
    ...milestoneFields,
    dueOnByMunicipality: z.record(z.string(), z.string()),
    granted: Granted.nullable().meta({ description: "Null where nothing of it was granted" }),
    state: z.enum(MILESTONE_STATES),
    predecessors: z.array(z.number().int()),
    successors: z.array(z.number().int()),
    amendment: z
      .number()
      .int()
      .nullable()
      .meta({ description: "The newest amendment that touched it" }),
    version: z.number().int(),
  })
  .meta({ id: "Milestone" });
export type MilestoneView = z.infer<typeof MilestoneView>;
export const MilestoneList = listOf(MilestoneView).meta({ id: "MilestoneList" });

/** A numbered, dated and reasoned change of a granted plan. */
export const AmendmentView = z
  .object({
    number: z.number().int(),
    title: z.string(),
    reason: z.string(),
    reference: z.string().nullable().meta({ description: "Of the decision, for instance" }),
    decidedOn: z.string(),
    changes: z.array(
      z.object({
        kind: z.enum(AMENDMENT_CHANGES),
        from: z.array(z.number().int()).meta({ description: "Milestones it was made to" }),
        into: z.array(z.number().int()).meta({ description: "Milestones that came of it" }),
        fields: z
          .array(z.enum([...PLANNED_OF_MILESTONE, ...PLANNED_OF_PROJECT]))
          .meta({ description: "What of them was changed" }),
      }),
    ),
    createdAt: z.string(),
    version: z.number().int(),
  })
  .meta({ id: "Amendment" });
export type AmendmentView = z.infer<typeof AmendmentView>;
export const AmendmentList = listOf(AmendmentView).meta({ id: "AmendmentList" });

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
    | "grantedOn"
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

/** As facts carry them: all that a person can set. */
export type MilestoneState = Omit<MilestoneView, "version">;
export type AmendmentState = Omit<AmendmentView, "createdAt" | "version">;

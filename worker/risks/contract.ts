import * as z from "zod";
import { ROLES } from "../kernel/permissions.ts";
import { date, freeText, listOf, municipalityCode, text } from "../kernel/shapes.ts";
import { milestonesMax, nameLengthMax, textLengthMax, WHOLE_PROJECT } from "../projects/terms.ts";
import {
  DEVIATION_FACTS,
  DEVIATION_STATES,
  type Level,
  LEVELS,
  linksMax,
  RISK_FACTS,
  RISK_STATES,
  risksMax,
} from "./terms.ts";

// An integer from 1 to 5 is a level. Written as five literals, the document would not bound it.
const level = z.number().int().min(1).max(LEVELS.length) as z.ZodType<Level>;

/** The cell that a risk or deviation is about. */
const CellLink = z.strictObject({
  milestone: z.number().int().min(1).max(milestonesMax),
  municipality: z.union([municipalityCode, z.literal(WHOLE_PROJECT)]),
});
export type CellLink = z.infer<typeof CellLink>;

const riskFields = {
  title: text(nameLengthMax),
  description: freeText(textLengthMax),
  likelihood: level.meta({ description: "1 hardly … 5 almost surely" }),
  significance: level.meta({ description: "1 slight … 5 severe" }),
  mitigation: text(textLengthMax),
  owner: text(nameLengthMax).meta({ description: "A role, not a person" }),
  links: z.array(CellLink).max(linksMax),
};

export const CreateRisk = z
  .strictObject({
    ...riskFields,
    description: riskFields.description.default(""),
    links: riskFields.links.default([]),
    reviewedOn: date.optional().meta({ description: "Today where it is not given" }),
  })
  .meta({ id: "CreateRisk" });
export type CreateRisk = z.output<typeof CreateRisk>;

export const ChangeRisk = z
  .strictObject({
    ...riskFields,
    state: z.enum(RISK_STATES),
    reviewedOn: date,
    closedBecause: text(textLengthMax).nullable(),
  })
  .partial()
  .meta({ id: "ChangeRisk" });
export type ChangeRisk = z.output<typeof ChangeRisk>;

export const RiskView = z
  .object({
    number: z.number().int(),
    ...riskFields,
    level: z.number().int().meta({ description: "Likelihood × significance, 1-25" }),
    reviewedOn: z.string(),
    reviewDueOn: z
      .string()
      .meta({ description: "12 months after the last review (Decree 547/2024)" }),
    reviewOverdue: z.boolean().meta({ description: "Open, and that day has passed in Helsinki" }),
    state: z.enum(RISK_STATES),
    closedBecause: z.string().nullable(),
    createdAt: z.string(),
    changedAt: z.string(),
    version: z.number().int(),
  })
  .meta({ id: "Risk" });
export type RiskView = z.infer<typeof RiskView>;
export const RiskList = listOf(RiskView).meta({ id: "RiskList" });

const deviationFields = {
  title: text(nameLengthMax),
  cause: text(textLengthMax),
  effect: text(textLengthMax),
  correctiveAction: freeText(textLengthMax),
  owner: text(nameLengthMax).meta({ description: "A role, not a person" }),
  noticedOn: date,
  risk: z
    .number()
    .int()
    .min(1)
    .max(risksMax)
    .nullable()
    .meta({ description: "The risk that came true" }),
  links: z.array(CellLink).max(linksMax),
};

export const CreateDeviation = z
  .strictObject({
    ...deviationFields,
    correctiveAction: deviationFields.correctiveAction.default(""),
    risk: deviationFields.risk.default(null),
    links: deviationFields.links.default([]),
  })
  .meta({ id: "CreateDeviation" });
export type CreateDeviation = z.output<typeof CreateDeviation>;

export const ChangeDeviation = z
  .strictObject({ ...deviationFields, resolvedOn: date.nullable() })
  .partial()
  .meta({ id: "ChangeDeviation" });
export type ChangeDeviation = z.output<typeof ChangeDeviation>;

export const DeviationView = z
  .object({
    number: z.number().int(),
    ...deviationFields,
    resolvedOn: z.string().nullable(),
    state: z.enum(DEVIATION_STATES),
    createdAt: z.string(),
    changedAt: z.string(),
    version: z.number().int(),
  })
  .meta({ id: "Deviation" });
export type DeviationView = z.infer<typeof DeviationView>;
export const DeviationList = listOf(DeviationView).meta({ id: "DeviationList" });

/** As facts carry them: all that a person can set, and when they began. */
const RiskState = RiskView.omit({
  level: true,
  reviewDueOn: true,
  reviewOverdue: true,
  changedAt: true,
  version: true,
});
export type RiskState = z.infer<typeof RiskState>;
const DeviationState = DeviationView.omit({ changedAt: true, version: true });
export type DeviationState = z.infer<typeof DeviationState>;

const entry = {
  version: z.number().int(),
  at: z.string(),
  actorName: z.string().meta({ description: "Empty for one who was erased" }),
  actor: z.string().meta({ description: "A pseudonym" }),
  role: z.enum(ROLES),
  hash: z.string(),
  previousHash: z.string(),
};

const RiskEntry = z
  .object({
    ...entry,
    kind: z.enum(RISK_FACTS),
    before: RiskState.nullable(),
    after: RiskState,
  })
  .meta({ id: "RiskEntry" });
export type RiskEntry = z.infer<typeof RiskEntry>;
export const RiskHistory = listOf(RiskEntry).meta({ id: "RiskHistory" });

const DeviationEntry = z
  .object({
    ...entry,
    kind: z.enum(DEVIATION_FACTS),
    before: DeviationState.nullable(),
    after: DeviationState,
  })
  .meta({ id: "DeviationEntry" });
export type DeviationEntry = z.infer<typeof DeviationEntry>;
export const DeviationHistory = listOf(DeviationEntry).meta({ id: "DeviationHistory" });

/** All risks and deviations of a project at a moment. */
export type Register = {
  readonly risks: readonly RiskView[];
  readonly deviations: readonly DeviationView[];
};

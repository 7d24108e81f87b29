import * as z from "zod";
import { date, freeText, listOf, municipalityCode, text } from "../kernel/shapes.ts";
import { milestonesMax, nameLengthMax, textLengthMax, WHOLE_PROJECT } from "../projects/terms.ts";
import { DEVIATION_STATES, linksMax, RISK_STATES } from "./terms.ts";

const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]);

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
  risk: z.number().int().min(1).nullable().meta({ description: "The risk that came true" }),
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

/** As facts carry them: all that a person can set. */
export type RiskState = Omit<
  RiskView,
  "level" | "reviewDueOn" | "createdAt" | "changedAt" | "version"
>;
export type DeviationState = Omit<DeviationView, "createdAt" | "changedAt" | "version">;

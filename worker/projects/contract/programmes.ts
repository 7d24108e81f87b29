import * as z from "zod";
import { date, freeText, listOf, slug, text, translated } from "../../kernel/shapes.ts";
import { EMBLEMS, nameLengthMax, REPORT_KINDS, reportPeriodsMax } from "../terms.ts";

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

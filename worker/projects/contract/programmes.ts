import * as z from "zod";
import { date, freeText, listOf, slug, text, translated } from "../../kernel/shapes.ts";
import {
  EMBLEMS,
  nameLengthMax,
  REPORT_KINDS,
  REPORT_SECTIONS,
  reportPeriodsMax,
  reportSectionsMax,
  sectionGuidanceLengthMax,
  STANDARD_SECTIONS,
} from "../terms.ts";

export const ReportPeriod = z.strictObject({
  name: text(nameLengthMax),
  kind: z.enum(REPORT_KINDS),
  startsOn: date,
  endsOn: date,
  dueOn: date,
});
export type ReportPeriod = z.infer<typeof ReportPeriod>;

/** A section of the reports of a programme, in the order in which they are read. */
export const ReportSection = z
  .strictObject({
    key: slug.meta({ description: "Names the section in addresses and texts; unique" }),
    kind: z.enum(REPORT_SECTIONS).meta({ description: "What the service puts together for it" }),
    title: translated(nameLengthMax)
      .nullable()
      .meta({ description: "Null for what its kind is called" }),
    guidance: translated(sectionGuidanceLengthMax)
      .nullable()
      .meta({ description: "What the funder wants to be told" }),
    required: z.boolean().meta({ description: "Told as thin while nobody has written in it" }),
  })
  .meta({ id: "ReportSection" });
export type ReportSection = z.infer<typeof ReportSection>;

const programmeFields = {
  name: text(nameLengthMax),
  funder: text(nameLengthMax),
  funderClass: text(nameLengthMax),
  visibilityText: translated(300),
  emblem: z.enum(EMBLEMS),
  reportPeriods: z.array(ReportPeriod).max(reportPeriodsMax),
  reportSections: z.array(ReportSection).max(reportSectionsMax),
  retainUntil: date.nullable(),
  retentionBasis: freeText(nameLengthMax),
};

export const CreateProgramme = z
  .strictObject({
    ...programmeFields,
    slug,
    reportPeriods: programmeFields.reportPeriods.default([]),
    reportSections: programmeFields.reportSections.default(STANDARD_SECTIONS),
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

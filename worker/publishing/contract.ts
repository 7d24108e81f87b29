import * as z from "zod";
import { listOf } from "../kernel/shapes.ts";
import { EMBLEMS, PUBLIC_PARTS, SCOPES, STAGES, VISIBILITIES } from "../projects/terms.ts";
import { LICENCE, nextDatesMax } from "./terms.ts";

const parts = z.array(z.enum(PUBLIC_PARTS)).max(PUBLIC_PARTS.length);

export const ChangePublication = z
  .strictObject({
    visibility: z.enum(VISIBILITIES),
    parts: parts.meta({ description: "What the public page shows beside the project's head" }),
  })
  .partial()
  .meta({ id: "ChangePublication" });
export type ChangePublication = z.infer<typeof ChangePublication>;

export const PublicationView = z
  .object({
    visibility: z.enum(VISIBILITIES),
    parts,
    address: z.string().meta({ description: "Of the public page, beginning with the origin" }),
    version: z.number().int().meta({ description: "The project's own" }),
  })
  .meta({ id: "Publication" });
export type PublicationView = z.infer<typeof PublicationView>;

const noData = z.number().int().meta({
  description: "Places of which nobody has told. 0 without a percentage: nothing to count",
});

const phase = z.object({
  number: z.number().int(),
  name: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  percent: z.number().nullable(),
  noData,
});

const PublicProgress = z.object({
  percent: z.number().nullable(),
  formula: z.string().meta({ description: "In the language of the answer" }),
  done: z.number().int().meta({ description: "Milestones declared done, each place counted" }),
  counted: z.number().int().meta({ description: "Of so many in the divisor" }),
  late: z.number().int(),
  leftOut: z.object({
    noData: z.number().int(),
    cancelled: z.number().int(),
    notApplicable: z.number().int(),
  }),
  municipalities: z.number().int().meta({ description: "How many take part" }),
  milestones: z.number().int(),
  confirmedOn: z.string().nullable().meta({ description: "When a person last spoke of any" }),
  phases: z.array(phase),
});

const PublicMunicipality = z.object({
  code: z.string(),
  name: z.string().meta({ description: "In the language of the answer" }),
  tileColumn: z.number().nullable(),
  tileRow: z.number().nullable(),
  percent: z.number().nullable(),
  done: z.number().int(),
  counted: z.number().int(),
  noData,
  late: z.number().int(),
});
export type PublicMunicipality = z.infer<typeof PublicMunicipality>;

const PublicTarget = z.object({
  number: z.number().int(),
  title: z.string(),
  scope: z.enum(SCOPES).meta({ description: "Followed by municipality, or of the whole project" }),
  unit: z.string().nullable(),
  baseline: z.number().nullable(),
  goal: z.number().nullable(),
  value: z
    .number()
    .nullable()
    .meta({ description: "Of the whole project; null where it is followed by municipality" }),
  dueOn: z.string().nullable(),
  reached: z.number().int().meta({ description: "Places where the value has come to the goal" }),
  places: z
    .number()
    .int()
    .meta({ description: "Of so many where it is neither cancelled nor not applicable" }),
  unknown: z.number().int().meta({ description: "Of the places, those without a value" }),
});

const PublicDate = z.object({
  number: z.number().int(),
  title: z.string(),
  dueOn: z.string(),
  open: z.number().int().meta({ description: "Places where it is still to be done by then" }),
});

const head = {
  slug: z.string(),
  name: z.string(),
  date: z.string().meta({ description: "The date that the figures hold for" }),
  programme: z.object({
    name: z.string(),
    funder: z.string(),
    fundingText: z.string().meta({ description: "In the language of the answer" }),
    emblem: z.enum(EMBLEMS),
  }),
  leadOrganisation: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  stage: z.enum(STAGES),
};

/** What anybody may read of a project. A part that was not chosen is null. */
export const PublicProject = z
  .object({
    ...head,
    contactRole: z.string(),
    summary: z.string().nullable(),
    progress: PublicProgress.nullable(),
    municipalities: z.array(PublicMunicipality).nullable(),
    targets: z.array(PublicTarget).nullable(),
    dates: z.array(PublicDate).max(nextDatesMax).nullable(),
    licence: z.literal(LICENCE),
  })
  .meta({ id: "PublicProject" });
export type PublicProject = z.infer<typeof PublicProject>;

export const PublicProjectHead = z
  .object({ ...head, percent: z.number().nullable(), phases: z.array(phase).nullable() })
  .meta({ id: "PublicProjectHead" });
export type PublicProjectHead = z.infer<typeof PublicProjectHead>;
export const PublicProjectList = listOf(PublicProjectHead).meta({ id: "PublicProjectList" });
export type PublicProjectList = z.infer<typeof PublicProjectList>;

import * as z from "zod";
import { date, freeText, listOf, municipalityCode, slug, text } from "../../kernel/shapes.ts";
import {
  freshnessDaysDefault,
  freshnessDaysMax,
  municipalitiesMax,
  nameLengthMax,
  phasesMax,
  PUBLIC_PARTS,
  type PublicPart,
  SECTIONS,
  STAGES,
  TEMPLATES,
  textLengthMax,
  topicsMax,
  VISIBILITIES,
  wordLengthMax,
} from "../terms.ts";
import type { ProgrammeView } from "./programmes.ts";

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
  visibility: z
    .enum(VISIBILITIES)
    .meta({ description: "`public`: anybody can read its public page" }),
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
    endsOn: projectFields.endsOn
      .optional()
      .meta({ description: "Can be left out with copyFrom: as long after the start as there" }),
    copyFrom: slug.optional().meta({
      description: "A project whose phases and milestones are copied; dates move with the start",
    }),
    template: z
      .enum(TEMPLATES)
      .optional()
      .meta({ description: "A plan that comes with the service; see /api/milestone-templates" }),
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
  // Also where something else is wrong: every problem is told at once.
  .refine(({ endsOn, copyFrom }) => endsOn !== undefined || copyFrom !== undefined, {
    path: ["endsOn"],
    when: ({ value }) => typeof value === "object" && value !== null,
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
    publicParts: z
      .array(z.enum(PUBLIC_PARTS))
      .meta({ description: "What its public page shows, where it is public" }),
    grantedOn: z
      .string()
      .nullable()
      .meta({ description: "When the plan was granted; since then only amendments change it" }),
    version: z.number().int(),
    createdAt: z.string(),
    changedAt: z.string(),
  })
  .meta({ id: "Project" });
export type ProjectView = z.infer<typeof ProjectView>;
export const ProjectList = listOf(ProjectView).meta({ id: "ProjectList" });

/** A project as its facts carry it: all that a person can set. */
export type ProjectState = Omit<ProjectView, "version" | "createdAt" | "changedAt">;

/** What the board of a public project keeps beside its plan for the page that anybody reads. */
export type Publication = Pick<ProjectView, "summary" | "leadOrganisation" | "contactRole"> & {
  readonly parts: readonly PublicPart[];
  readonly programme: Pick<ProgrammeView, "name" | "funder" | "visibilityText" | "emblem">;
};

import * as z from "zod";
import { moment, municipalityCode, slug } from "../../kernel/shapes.ts";
import type { PortfolioView } from "../../progress/contract/portfolio.ts";
import { Figures } from "../../progress/contract/progress.ts";
import {
  DECLARED,
  EVIDENCE,
  PORTFOLIO_ONLY,
  PORTFOLIO_ORDERS,
  SCHEDULES,
  searchLengthMax,
} from "../../progress/terms.ts";
import type { ProgrammeView } from "../../projects/contract/programmes.ts";
import {
  AMENDMENT_CHANGES,
  MILESTONE_KINDS,
  PLANNED_OF_MILESTONE,
  PLANNED_OF_PROJECT,
  STAGES,
  WHOLE_PROJECT,
} from "../../projects/terms.ts";
import { DeviationView, RiskView } from "../../risks/contract.ts";
import { DELIMITERS, EXPORT_FORMATS, exportVersion } from "../terms.ts";

export const ExportQuery = z.object({
  format: z.enum(EXPORT_FORMATS),
  delimiter: z.enum(DELIMITERS).default("semicolon").meta({
    description: "For CSV. semicolon: words, for Finnish Excel; comma: codes, for machines",
  }),
  asOf: moment.optional(),
  municipality: z.union([municipalityCode, z.literal(WHOLE_PROJECT)]).optional(),
  phase: z.coerce.number().int().min(1).optional(),
  declared: z.enum(DECLARED).optional(),
  schedule: z.enum(SCHEDULES).optional(),
});
export type ExportQuery = z.infer<typeof ExportQuery>;

const Row = z.object({
  milestone: z.number().int(),
  title: z.string(),
  kind: z.enum(MILESTONE_KINDS),
  phase: z.number().int(),
  phaseName: z.string(),
  municipality: z.string().meta({ description: "3-digit code, or `all`" }),
  municipalityName: z.string(),
  declared: z.enum(DECLARED),
  schedule: z.enum(SCHEDULES),
  evidence: z.enum(EVIDENCE),
  value: z.number().nullable(),
  suggestion: z.number().nullable().meta({ description: "Counted, beside the declared value" }),
  unit: z.string().nullable(),
  baseline: z.number().nullable(),
  goal: z.number().nullable(),
  grantedDueOn: z.string().nullable(),
  dueOn: z.string().nullable(),
  reportedOn: z.string().nullable().meta({ description: "In the newest submitted report" }),
  forecastOn: z.string().nullable(),
  doneOn: z.string().nullable(),
  confirmedOn: z.string().nullable().meta({ description: "A date in Helsinki" }),
  reason: z.string().nullable(),
  unblock: z.string().nullable(),
});
export type ExportRow = z.infer<typeof Row>;

const SummaryRow = z.object({
  municipality: z.string(),
  name: z.string(),
  ...Figures.omit({ explanation: true }).shape,
});
export type ExportSummaryRow = z.infer<typeof SummaryRow>;

const unsaid = { createdAt: true, changedAt: true, version: true } as const;
export const ExportRisk = RiskView.omit(unsaid);
export type ExportRisk = z.infer<typeof ExportRisk>;
export const ExportDeviation = DeviationView.omit(unsaid);
export type ExportDeviation = z.infer<typeof ExportDeviation>;
const Named = z.object({ number: z.number().int(), title: z.string() });
export const Amendment = z.object({
  number: z.number().int(),
  title: z.string(),
  reason: z.string(),
  reference: z.string().nullable(),
  decidedOn: z.string(),
  changes: z.array(
    z.object({
      kind: z.enum(AMENDMENT_CHANGES),
      from: z.array(Named).meta({ description: "Milestones it was made to" }),
      into: z.array(Named).meta({ description: "Milestones that came of it" }),
      fields: z.array(z.enum([...PLANNED_OF_MILESTONE, ...PLANNED_OF_PROJECT])),
    }),
  ),
});
export type ExportAmendment = z.infer<typeof Amendment>;

/** The JSON status export, and what the other formats are written from. */
export const StatusExport = z
  .object({
    schema: z.string().meta({ description: "Where this schema is published" }),
    version: z.literal(exportVersion),
    asOf: z.string(),
    project: z.object({
      slug: z.string(),
      name: z.string(),
      leadOrganisation: z.string(),
      grantReference: z.string().nullable(),
      startsOn: z.string(),
      endsOn: z.string(),
    }),
    programme: z.object({
      slug: z.string(),
      name: z.string(),
      funder: z.string(),
      visibilityText: z.string().meta({ description: "In the language of the answer" }),
    }),
    filters: z.object({
      municipality: z.string().nullable(),
      phase: z.number().int().nullable(),
      declared: z.enum(DECLARED).nullable(),
      schedule: z.enum(SCHEDULES).nullable(),
    }),
    total: Figures,
    municipalities: z.array(SummaryRow),
    rows: z.array(Row),
    risks: z.array(ExportRisk).meta({
      description: "With filters, those linked to a cell that passes them",
    }),
    deviations: z.array(ExportDeviation).meta({ description: "As risks" }),
    amendments: z.array(Amendment).meta({ description: "How the granted plan was changed" }),
  })
  .meta({ id: "StatusExport" });
export type StatusExport = z.infer<typeof StatusExport>;

export const AttentionExportQuery = ExportQuery.pick({ delimiter: true, asOf: true });

/** The portfolio as it is shown: as of a moment, narrowed and in an order. */
export const PortfolioExportQuery = AttentionExportQuery.extend({
  programme: slug.optional(),
  stage: z.enum(STAGES).optional(),
  only: z.enum(PORTFOLIO_ONLY).optional(),
  search: z.string().max(searchLengthMax).optional().meta({ description: "Part of the name" }),
  order: z.enum(PORTFOLIO_ORDERS).optional().meta({ default: "attention" }),
});

/** What the portfolio's file is written from. */
export type PortfolioTaken = Pick<PortfolioView, "asOf" | "items"> & {
  readonly programmes: readonly Pick<ProgrammeView, "slug" | "name" | "funder">[];
};

export const ChangesExportQuery = ExportQuery.pick({ delimiter: true }).extend({
  since: moment,
  until: moment.optional(),
});

export const TrendExportQuery = AttentionExportQuery.extend({
  municipality: municipalityCode.optional(),
});

/** How long something is kept at least, and why. */
export type Retained = { readonly retainUntil: string | null; readonly retentionBasis: string };

import * as z from "zod";
import { translated } from "../../kernel/shapes.ts";
import { CellMove, Standing } from "../../progress/contract/changes.ts";
import { Figures, PhaseView } from "../../progress/contract/progress.ts";
import { DECLARED, EVIDENCE, MOVES, SCHEDULES } from "../../progress/terms.ts";
import { ReportPeriod, ReportSection } from "../../projects/contract/programmes.ts";
import {
  EMBLEMS,
  EVIDENCE_KINDS,
  MILESTONE_KINDS,
  nameLengthMax,
  SCOPES,
  STAGES,
} from "../../projects/terms.ts";
import { documentForm, documentVersion } from "../terms.ts";
import { Amendment, ExportDeviation, ExportRisk } from "./exports.ts";
import { Correction } from "./reports.ts";

/** Without the sentences of the explanation, which depend on the language. */
const PlainFigures = z.object({
  ...Figures.omit({ explanation: true }).shape,
  done: z.number().meta({ description: "Cells declared done" }),
  counted: z.number().meta({ description: "Cells in the divisor" }),
  doneWeight: z.number(),
  countedWeight: z.number(),
  leftOut: z.object({ noData: z.number(), cancelled: z.number(), notApplicable: z.number() }),
});
export type PlainFigures = z.infer<typeof PlainFigures>;

const DocumentMilestone = z.object({
  number: z.number().int(),
  phase: z.number().int(),
  kind: z.enum(MILESTONE_KINDS),
  scope: z.enum(SCOPES),
  title: z.string(),
  dueOn: z.string().nullable(),
  weight: z.number(),
  unit: z.string().nullable(),
  baseline: z.number().nullable(),
  goal: z.number().nullable(),
});
export type DocumentMilestone = z.infer<typeof DocumentMilestone>;

const DocumentCell = z.object({
  milestone: z.number().int(),
  municipality: z.string().meta({ description: "3-digit code, or `all`" }),
  declared: z.enum(DECLARED),
  schedule: z.enum(SCHEDULES),
  evidence: z.enum(EVIDENCE),
  value: z.number().nullable(),
  suggestion: z.number().nullable(),
  grantedDueOn: z.string().nullable(),
  dueOn: z.string().nullable(),
  reportedOn: z.string().nullable().meta({ description: "In the report before this one" }),
  forecastOn: z.string().nullable(),
  doneOn: z.string().nullable(),
  confirmedOn: z.string().nullable().meta({ description: "A date in Helsinki" }),
  stale: z.boolean(),
  reason: z.string().nullable(),
  unblock: z.string().nullable(),
});
export type DocumentCell = z.infer<typeof DocumentCell>;

const DocumentTarget = z.object({
  milestone: z.number().int(),
  title: z.string(),
  unit: z.string().nullable(),
  baseline: z.number().nullable(),
  goal: z.number().nullable(),
  value: z.number().nullable().meta({ description: "Of a target of the whole project" }),
  reached: z.number().int().meta({ description: "Cells in which the goal is reached" }),
  counted: z.number().int().meta({ description: "Cells that still count" }),
  unknown: z.number().int().meta({ description: "Of these, without a value" }),
});
export type DocumentTarget = z.infer<typeof DocumentTarget>;

const DocumentEvidence = z.object({
  id: z.string(),
  milestone: z.number().int(),
  municipalities: z.array(z.string()),
  kind: z.enum(EVIDENCE_KINDS),
  title: z.string(),
  url: z.string().nullable(),
  fileName: z.string().nullable(),
  digest: z.string().nullable().meta({ description: "SHA-256 of the file" }),
  size: z.number().int().nullable(),
  state: z.enum(["submitted", "accepted", "rejected"]),
  addedOn: z.string(),
});
export type DocumentEvidence = z.infer<typeof DocumentEvidence>;

const DocumentChanges = z.object({
  since: z.string().meta({ description: "The moment of that edition" }),
  report: z.number().int().meta({ description: "The accepted report that is compared with" }),
  edition: z.number().int(),
  name: z.string(),
  before: Standing.nullable(),
  after: Standing,
  kinds: z.array(z.object({ kind: z.enum(MOVES), count: z.number().int() })),
  moves: z.array(CellMove),
});
export type DocumentChanges = z.infer<typeof DocumentChanges>;

const DocumentSection = z.object({
  ...ReportSection.shape,
  text: z.string().meta({ description: "As the team wrote it; empty where nobody did" }),
});
export type DocumentSection = z.infer<typeof DocumentSection>;

/**
 * A report, whole and in no language: what is frozen when it is submitted, and what every format
 * is written from. Nothing internal is in it, and no person.
 */
export const ReportDocument = z
  .object({
    form: z.literal(documentForm),
    version: z.literal(documentVersion),
    /** Null in a preview of what has not been submitted. */
    edition: z.number().int().nullable(),
    asOf: z.string().meta({ description: "The moment of the figures, an instant" }),
    date: z.string().meta({ description: "The same as a date in Helsinki" }),
    service: z.string().meta({ description: "Where it was made and can be checked: an origin" }),
    report: z.object({
      number: z.number().int(),
      name: z.string(),
      message: z.string(),
      period: ReportPeriod.nullable(),
      correction: Correction.nullable(),
    }),
    project: z.object({
      slug: z.string(),
      name: z.string(),
      summary: z.string(),
      leadOrganisation: z.string(),
      grantReference: z.string().nullable(),
      startsOn: z.string(),
      endsOn: z.string(),
      stage: z.enum(STAGES),
    }),
    programme: z.object({
      slug: z.string(),
      name: z.string(),
      funder: z.string(),
      visibilityText: translated(300),
      emblem: z.enum(EMBLEMS),
      retainUntil: z.string().nullable().meta({ description: "The law's retention, a date" }),
      retentionBasis: z.string().max(nameLengthMax),
    }),
    budget: z
      .object({ granted: z.number(), used: z.number() })
      .nullable()
      .meta({ description: "In euros" }),
    phases: z.array(z.object({ ...PhaseView.shape, figures: PlainFigures })),
    municipalities: z
      .array(
        z.object({
          code: z.string(),
          nameFi: z.string(),
          nameSv: z.string(),
          figures: PlainFigures,
        }),
      )
      .meta({ description: "By code" }),
    total: PlainFigures,
    milestones: z.array(DocumentMilestone).meta({ description: "By number" }),
    cells: z.array(DocumentCell).meta({ description: "By milestone, then municipality" }),
    targets: z.array(DocumentTarget),
    evidence: z.array(DocumentEvidence).meta({ description: "Without what was withdrawn" }),
    risks: z.array(ExportRisk),
    deviations: z.array(ExportDeviation),
    amendments: z.array(Amendment),
    changes: DocumentChanges.nullable().meta({
      description: "Since the newest accepted report; null where there is none",
    }),
    sections: z.array(DocumentSection),
  })
  .meta({ id: "ReportDocument" });
export type ReportDocument = z.infer<typeof ReportDocument>;

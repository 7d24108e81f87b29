import * as z from "zod";
import { ROLES } from "../../kernel/permissions.ts";
import { date, freeText, listOf, municipalityCode } from "../../kernel/shapes.ts";
import {
  EVIDENCE_KINDS,
  MEASURES,
  MILESTONE_KINDS,
  milestonesMax,
  SCOPES,
  STAGES,
  valueMax,
  WHOLE_PROJECT,
} from "../../projects/terms.ts";
import {
  batchMax,
  DECLARABLE,
  DECLARED,
  DISAGREEMENTS,
  EVIDENCE,
  noteLengthMax,
  SCHEDULES,
  versionMax,
} from "../terms.ts";

const changeFields = {
  declared: z.enum(DECLARABLE).optional(),
  value: z.number().min(-valueMax).max(valueMax).nullable().optional(),
  forecastOn: date.nullable().optional(),
  doneOn: date.nullable().optional(),
  reason: freeText(noteLengthMax).nullable().optional(),
  unblock: freeText(noteLengthMax).nullable().optional(),
  note: freeText(noteLengthMax).nullable().optional(),
};

/** What a person says of one cell. What is left out stays as it was; `null` empties it. */
export const CellChange = z.strictObject(changeFields).meta({ id: "CellChange" });
export type CellChange = z.infer<typeof CellChange>;

const place = z.union([municipalityCode, z.literal(WHOLE_PROJECT)]);

export const CellBatch = z
  .array(
    z.strictObject({
      milestone: z.number().int().min(1).max(milestonesMax),
      municipality: place,
      version: z.number().int().min(0).max(versionMax),
      ...changeFields,
    }),
  )
  .min(1)
  .max(batchMax)
  .meta({ id: "CellBatch" });
export type CellBatch = z.infer<typeof CellBatch>;

const cellFields = {
  milestone: z.number().int(),
  municipality: z.string().meta({ description: "3-digit code, or `all`" }),
  declared: z.enum(DECLARED),
  schedule: z.enum(SCHEDULES),
  evidence: z.enum(EVIDENCE),
  value: z.number().nullable(),
  suggestion: z
    .number()
    .nullable()
    .meta({ description: "What the target's measure counts, beside what people declare" }),
  grantedDueOn: z.string().nullable().meta({ description: "The due date of the granted plan" }),
  dueOn: z.string().nullable().meta({ description: "The due date as amended since" }),
  reportedOn: z
    .string()
    .nullable()
    .meta({ description: "In the newest submitted report: done, else forecast, else due" }),
  forecastOn: z.string().nullable(),
  doneOn: z.string().nullable(),
  confirmedAt: z.string().nullable().meta({ description: "When a person last said that it is so" }),
  stale: z
    .boolean()
    .meta({ description: "Open, and confirmed longer ago than the project allows" }),
  disagreements: z.array(z.enum(DISAGREEMENTS)),
  version: z.number().int(),
};

export const CellView = z.object(cellFields).meta({ id: "Cell" });
export type CellView = z.infer<typeof CellView>;

/** A cell with its texts. The note is internal: null for those who may not read it. */
export const CellDetail = z
  .object({
    ...cellFields,
    reason: z.string().nullable(),
    unblock: z.string().nullable(),
    note: z.string().nullable(),
  })
  .meta({ id: "CellDetail" });
export type CellDetail = z.infer<typeof CellDetail>;

/** Without texts: with the texts of 500 cells it would be more than an answer kept may hold. */
export const CellList = z.object({ items: z.array(CellView) }).meta({ id: "CellList" });
export type CellList = z.infer<typeof CellList>;

export const PhaseView = z.object({
  number: z.number().int(),
  name: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
});

const MunicipalityView = z.object({
  code: z.string(),
  name: z.string().meta({ description: "In the language of the answer" }),
  nameFi: z.string(),
  nameSv: z.string(),
  population: z.number().nullable(),
  tileColumn: z.number().nullable(),
  tileRow: z.number().nullable(),
});

export const ProjectHead = z.object({
  slug: z.string(),
  name: z.string(),
  programme: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  stage: z.enum(STAGES),
  freshnessDays: z.number().int(),
  grantedOn: z.string().nullable(),
});

export const MatrixView = z
  .object({
    asOf: z.string(),
    project: ProjectHead,
    phases: z.array(PhaseView),
    milestones: z.array(
      z.object({
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
        evidenceKinds: z.array(z.enum(EVIDENCE_KINDS)),
        measure: z.object({ kind: z.enum(MEASURES), milestone: z.number().int() }).nullable(),
        predecessors: z.array(z.number().int()),
        amendment: z.number().int().nullable(),
      }),
    ),
    municipalities: z.array(MunicipalityView),
    cells: z.array(CellView),
  })
  .meta({ id: "Matrix" });
export type MatrixView = z.infer<typeof MatrixView>;

const Counts = z.object({
  no_data: z.number(),
  not_started: z.number(),
  in_progress: z.number(),
  paused: z.number(),
  done: z.number(),
  cancelled: z.number(),
  not_applicable: z.number(),
});

const Schedules = z.object({
  upcoming: z.number(),
  on_time: z.number(),
  at_risk: z.number(),
  late: z.number(),
  done_on_time: z.number(),
  done_late: z.number(),
  none: z.number(),
});

const EvidenceCounts = z.object({
  none: z.number(),
  partial: z.number(),
  submitted: z.number(),
  accepted: z.number(),
  rejected: z.number(),
});

const Explanation = z
  .object({
    formula: z.string().meta({ description: "In the language of the answer" }),
    date: z.string().meta({ description: "The date that the figures hold for" }),
    done: z.number().meta({ description: "Cells declared done" }),
    counted: z.number().meta({ description: "Cells in the divisor" }),
    doneWeight: z.number(),
    countedWeight: z.number(),
    leftOut: z.object({
      noData: z.number(),
      cancelled: z.number(),
      notApplicable: z.number(),
    }),
  })
  .meta({ id: "Explanation" });

/** The three truths, each counted apart: no cell is in two columns of one of them. */
const figures = {
  counts: Counts.meta({ description: "By what people declared" }),
  schedules: Schedules.meta({ description: "By what the dates say" }),
  evidence: EvidenceCounts.meta({ description: "By what has been shown" }),
  percent: z.number().nullable(),
  late: z.number(),
  atRisk: z.number(),
  stale: z.number(),
  disagreeing: z.number(),
  lastConfirmedAt: z.string().nullable(),
  explanation: Explanation,
};

export const Figures = z.object(figures).meta({ id: "Figures" });
export type Figures = z.infer<typeof Figures>;

export const SummaryView = z
  .object({
    asOf: z.string(),
    municipalities: z.array(z.object({ municipality: z.string(), name: z.string(), ...figures })),
    phases: z.array(z.object({ ...PhaseView.shape, ...figures })),
    total: Figures,
    explanation: Explanation,
  })
  .meta({ id: "Summary" });
export type SummaryView = z.infer<typeof SummaryView>;

const StateView = z.object({
  declared: z.enum(DECLARED),
  value: z.number().nullable(),
  forecastOn: z.string().nullable(),
  doneOn: z.string().nullable(),
  reason: z.string().nullable(),
  unblock: z.string().nullable(),
  note: z.string().nullable(),
  confirmedAt: z.string().nullable(),
});

export const HistoryEntry = z
  .object({
    version: z.number().int(),
    kind: z.enum(["progress.declared", "progress.confirmed"]),
    at: z.string(),
    actorName: z.string().meta({ description: "Empty for one who was erased" }),
    actor: z.string().meta({ description: "A pseudonym" }),
    role: z.enum(ROLES),
    before: StateView.nullable(),
    after: StateView,
    reason: z.string().nullable(),
    hash: z.string(),
    previousHash: z.string(),
  })
  .meta({ id: "HistoryEntry" });
export type HistoryEntry = z.infer<typeof HistoryEntry>;
export const HistoryList = listOf(HistoryEntry).meta({ id: "HistoryList" });

/** What was said of one of a milestone's cells. */
const MilestoneEntry = HistoryEntry.extend({
  seq: z.number().int().meta({ description: "The running number of the fact" }),
  municipality: z.string().meta({ description: "3-digit code, or `all`" }),
}).meta({ id: "MilestoneEntry" });
export type MilestoneEntry = z.infer<typeof MilestoneEntry>;
export const MilestoneHistory = listOf(MilestoneEntry).meta({ id: "MilestoneHistory" });

/** A cell as its facts carry it. */
export type CellState = z.infer<typeof StateView>;

/** What people wrote of a cell, for everyone who may read the project. */
export type CellTexts = Pick<CellState, "reason" | "unblock">;

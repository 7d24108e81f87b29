import type { EvidenceItem } from "../../evidence/contract.ts";
import { dateInHelsinki } from "../../kernel/instant.ts";
import { pick } from "../../kernel/pick.ts";
import type { ChangesView } from "../../progress/contract/changes.ts";
import type {
  CellTexts,
  CellView,
  Figures,
  MatrixView,
  SummaryView,
} from "../../progress/contract/progress.ts";
import { reachOf } from "../../progress/terms.ts";
import type { CreateProgramme } from "../../projects/contract/programmes.ts";
import type { ProjectState } from "../../projects/contract/projects.ts";
import { WHOLE_PROJECT } from "../../projects/terms.ts";
import type { Register } from "../../risks/contract.ts";
import type {
  DocumentCell,
  DocumentChanges,
  DocumentEvidence,
  DocumentTarget,
  PlainFigures,
  ReportDocument,
} from "../contract/document.ts";
import type { ReportState } from "../contract/reports.ts";
import { documentForm, documentVersion, type ThinCode, UNTOLD_SECTIONS } from "../terms.ts";
import { type Amendments, exportAmendments } from "./exports.ts";

/** What a report is put together from, all of one moment. */
export type Gathered = {
  readonly report: ReportState;
  /** What was written, by the key of its section. */
  readonly texts: ReadonlyMap<string, string>;
  readonly matrix: MatrixView;
  readonly said: ReadonlyMap<string, CellTexts>;
  readonly summary: SummaryView;
  readonly register: Register;
  readonly evidence: readonly EvidenceItem[];
  readonly project: ProjectState;
  readonly programme: CreateProgramme;
  readonly amendments: Amendments;
  readonly changes: DocumentChanges | null;
  /** The edition that it becomes; null in a preview. */
  readonly edition: number | null;
  readonly service: string;
};

/** The report as every format tells it: no language, nothing internal, no person. */
export function documentOf(gathered: Gathered): ReportDocument {
  const { report, matrix, project, programme, amendments, register } = gathered;
  return {
    form: documentForm,
    version: documentVersion,
    edition: gathered.edition,
    asOf: matrix.asOf,
    date: dateInHelsinki(matrix.asOf),
    service: gathered.service,
    report: pick(report, "number", "name", "message", "period", "correction"),
    project: pick(project, ...TOLD_OF_PROJECT),
    programme: pick(programme, ...TOLD_OF_PROGRAMME),
    budget: report.budget,
    ...figuresIn(gathered),
    milestones: matrix.milestones.map((one) => pick(one, ...TOLD_OF_MILESTONE)),
    cells: matrix.cells.toSorted(byPlace).map((cell) => cellOf(cell, gathered.said)),
    targets: targetsOf(matrix),
    evidence: evidenceOf(gathered.evidence),
    risks: register.risks.map(({ createdAt: _a, changedAt: _c, version: _v, ...risk }) => risk),
    deviations: register.deviations.map(
      ({ createdAt: _a, changedAt: _c, version: _v, ...deviation }) => deviation,
    ),
    amendments: exportAmendments(amendments),
    changes: changesIn(gathered),
    sections: report.sections.map((section) => ({
      ...section,
      text: gathered.texts.get(section.key) ?? "",
    })),
  };
}

const TOLD_OF_PROJECT = [
  "slug",
  "name",
  "summary",
  "leadOrganisation",
  "grantReference",
  "startsOn",
  "endsOn",
  "stage",
] as const;

const TOLD_OF_PROGRAMME = [
  "slug",
  "name",
  "funder",
  "visibilityText",
  "emblem",
  "retainUntil",
  "retentionBasis",
] as const;

const TOLD_OF_MILESTONE = [
  "number",
  "phase",
  "kind",
  "scope",
  "title",
  "dueOn",
  "weight",
  "unit",
  "baseline",
  "goal",
] as const;

function figuresIn({ matrix, summary }: Gathered) {
  const figuresBy = new Map(summary.municipalities.map((one) => [one.municipality, plain(one)]));
  return {
    phases: summary.phases.map((phase) => ({
      ...pick(phase, "number", "name", "startsOn", "endsOn"),
      figures: plain(phase),
    })),
    municipalities: matrix.municipalities
      .flatMap((one) => {
        const figures = figuresBy.get(one.code);
        return figures ? [{ ...pick(one, "code", "nameFi", "nameSv"), figures }] : [];
      })
      .toSorted((one, other) => (one.code < other.code ? -1 : 1)),
    total: plain(summary.total),
  };
}

/** Moves are named in the language of who asks: a report has one name for a place. */
function changesIn({ changes, matrix }: Gathered): DocumentChanges | null {
  if (!changes) return null;
  const names = new Map(matrix.municipalities.map(({ code, nameFi }) => [code, nameFi]));
  const moves = changes.moves.map((move) => ({
    ...move,
    name: names.get(move.municipality) ?? "",
  }));
  return { ...changes, moves };
}

/** Only the figures themselves, whatever else stands beside them. */
function plain(told: Figures): PlainFigures {
  return {
    ...pick(told, "counts", "schedules", "evidence", "percent"),
    ...pick(told, "late", "atRisk", "stale", "disagreeing", "lastConfirmedAt"),
    ...pick(told.explanation, "done", "counted", "doneWeight", "countedWeight", "leftOut"),
  };
}

function byPlace(one: CellView, other: CellView): number {
  if (one.milestone !== other.milestone) return one.milestone - other.milestone;
  return one.municipality < other.municipality ? -1 : 1;
}

function cellOf(cell: CellView, said: Gathered["said"]): DocumentCell {
  const texts = said.get(`${cell.milestone}/${cell.municipality}`);
  const { confirmedAt } = cell;
  return {
    ...pick(cell, "milestone", "municipality", "declared", "schedule", "evidence"),
    ...pick(cell, "value", "suggestion", "stale"),
    ...pick(cell, "grantedDueOn", "dueOn", "reportedOn", "forecastOn", "doneOn"),
    confirmedOn: confirmedAt === null ? null : dateInHelsinki(confirmedAt),
    reason: texts?.reason ?? null,
    unblock: texts?.unblock ?? null,
  };
}

function targetsOf({ milestones, cells }: MatrixView): DocumentTarget[] {
  return milestones
    .filter(({ kind }) => kind === "target")
    .map((target) => {
      const own = cells.filter(({ milestone }) => milestone === target.number);
      const whole = own.find(({ municipality }) => municipality === WHOLE_PROJECT);
      return {
        milestone: target.number,
        ...pick(target, "title", "unit", "baseline", "goal"),
        value: whole?.value ?? null,
        ...reachOf(target, own),
      };
    });
}

function evidenceOf(items: readonly EvidenceItem[]): DocumentEvidence[] {
  return items
    .flatMap((item) => {
      const { state, addedAt } = item;
      if (state === "withdrawn") return [];
      return {
        ...pick(item, "id", "milestone", "municipalities", "kind", "title", "url"),
        ...pick(item, "fileName", "digest", "size"),
        state,
        addedOn: dateInHelsinki(addedAt),
      };
    })
    .toSorted((one, other) => one.milestone - other.milestone || (one.id < other.id ? -1 : 1));
}

/** What moved since an accepted edition, of what moved between its moment and now. */
export function changesSince(
  accepted: Pick<DocumentChanges, "report" | "edition" | "name">,
  { since, before, after, kinds, items }: Omit<ChangesView, "nextCursor">,
): DocumentChanges {
  return { since, ...accepted, before, after, kinds, moves: items };
}

type Thin = { readonly code: ThinCode; readonly count: number; readonly sections: string[] };

/** What a report still lacks, the emptiest first. None of it stops a submission. */
export function thinOf(document: ReportDocument): Thin[] {
  const { total, cells, risks, deviations, sections, budget } = document;
  // What the service can tell nothing of is empty too, whether it is asked for or not.
  const empty = sections.filter(
    ({ required, kind, text }) =>
      text.trim() === "" && (required || UNTOLD_SECTIONS.some((one) => one === kind)),
  );
  const tellsCosts = sections.some(({ kind }) => kind === "costs");
  const counted = {
    section_empty: empty.length,
    no_data: total.counts.no_data,
    stale: total.stale,
    disagreeing: total.disagreeing,
    done_without_evidence: cells.filter((one) => one.declared === "done" && one.evidence === "none")
      .length,
    late_without_reason: cells.filter((one) => one.schedule === "late" && one.reason === null)
      .length,
    risk_review_overdue: risks.filter(({ reviewOverdue }) => reviewOverdue).length,
    deviation_without_action: deviations.filter(
      (one) => one.state === "open" && one.correctiveAction === "",
    ).length,
    budget_unknown: tellsCosts && budget === null ? 1 : 0,
  } satisfies Record<ThinCode, number>;
  // The names are those of the record.
  const found = Object.entries(counted) as [ThinCode, number][];
  return found
    .filter(([, count]) => count > 0)
    .map(([code, count]) => ({
      code,
      count,
      sections: code === "section_empty" ? empty.map(({ key }) => key) : [],
    }));
}

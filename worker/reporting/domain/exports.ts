import { dateInHelsinki } from "../../kernel/instant.ts";
import type { Language } from "../../kernel/language.ts";
import type {
  CellTexts,
  CellView,
  MatrixView,
  SummaryView,
} from "../../progress/contract/progress.ts";
import type { AmendmentView } from "../../projects/contract/plan.ts";
import type { CreateProgramme } from "../../projects/contract/programmes.ts";
import type { ProjectState } from "../../projects/contract/projects.ts";
import { WHOLE_PROJECT } from "../../projects/terms.ts";
import type { Register } from "../../risks/contract.ts";
import type { ExportAmendment, ExportQuery, ExportRow, StatusExport } from "../contract/exports.ts";
import { exportVersion } from "../terms.ts";
import { WORDS } from "../words/exports.ts";

export type Filters = Pick<ExportQuery, "municipality" | "phase" | "declared" | "schedule">;

/** The cells of a matrix that pass the filters. */
export function filterMatrix(matrix: MatrixView, filters: Filters): MatrixView {
  const { municipality, phase, declared, schedule } = filters;
  const inPhase = new Set(
    matrix.milestones
      .filter((milestone) => phase === undefined || milestone.phase === phase)
      .map(({ number }) => number),
  );
  const passes = (cell: CellView) =>
    inPhase.has(cell.milestone) &&
    (municipality === undefined || cell.municipality === municipality) &&
    (declared === undefined || cell.declared === declared) &&
    (schedule === undefined || cell.schedule === schedule);
  return { ...matrix, cells: matrix.cells.filter(passes) };
}

/** The amendments of a plan, and what its milestones are called. */
export type Amendments = {
  readonly amendments: readonly AmendmentView[];
  readonly titles: ReadonlyMap<number, string>;
};

/** Amendments as every format carries them: milestones by number and name. */
export function exportAmendments({ amendments, titles }: Amendments): ExportAmendment[] {
  const named = (numbers: readonly number[]) =>
    numbers.map((number) => ({ number, title: titles.get(number) ?? "" }));
  return amendments.map(({ number, title, reason, reference, decidedOn, changes }) => ({
    number,
    title,
    reason,
    reference,
    decidedOn,
    changes: changes.map(({ kind, from, into, fields }) => ({
      kind,
      from: named(from),
      into: named(into),
      fields,
    })),
  }));
}

/** The parts that a status export is made of, all of the same moment. */
export type Parts = {
  readonly matrix: MatrixView;
  readonly summary: SummaryView;
  readonly texts: ReadonlyMap<string, CellTexts>;
  readonly register: Register;
  readonly project: ProjectState;
  readonly programme: CreateProgramme;
  readonly amendments: Amendments;
  readonly filters: Filters;
  readonly language: Language;
  readonly schema: string;
};

/** What every format of the status export says. Internal notes are not in it. */
export function statusExport(parts: Parts): StatusExport {
  const { project, programme, filters, language } = parts;
  return {
    schema: parts.schema,
    version: exportVersion,
    asOf: parts.matrix.asOf,
    project: {
      slug: project.slug,
      name: project.name,
      leadOrganisation: project.leadOrganisation,
      grantReference: project.grantReference,
      startsOn: project.startsOn,
      endsOn: project.endsOn,
    },
    programme: {
      slug: programme.slug,
      name: programme.name,
      funder: programme.funder,
      visibilityText: programme.visibilityText[language],
    },
    filters: {
      municipality: filters.municipality ?? null,
      phase: filters.phase ?? null,
      declared: filters.declared ?? null,
      schedule: filters.schedule ?? null,
    },
    total: parts.summary.total,
    municipalities: summaryRows(parts),
    rows: rowsOf(parts),
    amendments: exportAmendments(parts.amendments),
    ...registerRows(parts),
  };
}

/** The risks and deviations that concern what is told: all, or those linked to a cell that passes. */
function registerRows({ register, matrix, filters }: Parts) {
  const isFiltered = Object.values(filters).some((filter) => filter !== undefined);
  const told = new Set(matrix.cells.map((cell) => `${cell.milestone}/${cell.municipality}`));
  const concerns = ({ links }: Pick<Register["risks"][number], "links">) =>
    !isFiltered ||
    links.some(({ milestone, municipality }) => told.has(`${milestone}/${municipality}`));
  return {
    risks: register.risks
      .filter(concerns)
      .map(({ createdAt: _a, changedAt: _c, version: _v, ...risk }) => risk),
    deviations: register.deviations
      .filter(concerns)
      .map(({ createdAt: _a, changedAt: _c, version: _v, ...deviation }) => deviation),
  };
}

function summaryRows({ summary, filters }: Parts): StatusExport["municipalities"] {
  return summary.municipalities
    .filter(({ municipality }) => (filters.municipality ?? municipality) === municipality)
    .map(({ explanation: _explanation, ...row }) => row);
}

function rowsOf({ matrix, texts, language }: Parts): ExportRow[] {
  const milestones = new Map(matrix.milestones.map((one) => [one.number, one]));
  const phases = new Map(matrix.phases.map(({ number, name }) => [number, name]));
  const names = new Map(matrix.municipalities.map(({ code, name }) => [code, name]));
  return matrix.cells.flatMap((cell) => {
    const milestone = milestones.get(cell.milestone);
    if (!milestone) return [];
    const said = texts.get(`${cell.milestone}/${cell.municipality}`);
    return {
      milestone: cell.milestone,
      title: milestone.title,
      kind: milestone.kind,
      phase: milestone.phase,
      phaseName: phases.get(milestone.phase) ?? "",
      municipality: cell.municipality,
      municipalityName:
        cell.municipality === WHOLE_PROJECT
          ? WORDS[language].summary.total
          : (names.get(cell.municipality) ?? ""),
      declared: cell.declared,
      schedule: cell.schedule,
      evidence: cell.evidence,
      value: cell.value,
      suggestion: cell.suggestion,
      unit: milestone.unit,
      baseline: milestone.baseline,
      goal: milestone.goal,
      grantedDueOn: cell.grantedDueOn,
      dueOn: cell.dueOn,
      reportedOn: cell.reportedOn,
      forecastOn: cell.forecastOn,
      doneOn: cell.doneOn,
      confirmedOn: cell.confirmedAt === null ? null : dateInHelsinki(cell.confirmedAt),
      reason: said?.reason ?? null,
      unblock: said?.unblock ?? null,
    };
  });
}

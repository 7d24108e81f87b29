import type { Language } from "../../../../kernel/language.ts";
import { COMPARED, DECLARED, EVIDENCE, SCHEDULES } from "../../../../progress/terms.ts";
import { WHOLE_PROJECT } from "../../../../projects/terms.ts";
import type { PlainFigures, ReportDocument } from "../../../contract/document.ts";
import { WORDS } from "../../../words/sheets/words.ts";
import { type Column, column, countOf, type Plain, type Table, type Typed } from "./table.ts";

const FIGURES: readonly Column[] = [
  column("percent", "number", 11),
  column("done", "integer", 10),
  column("counted", "integer", 12),
  column("doneWeight", "number", 12),
  column("countedWeight", "number", 12),
  ...DECLARED.map((code) => countOf("declared", code)),
  ...SCHEDULES.map((code) => countOf("schedule", code)),
  ...EVIDENCE.map((code) => countOf("evidence", code)),
  column("late", "integer", 11),
  column("atRisk", "integer", 13),
  column("stale", "integer", 13),
  column("disagreeing", "integer", 13),
  column("lastConfirmedAt", "instant", 28),
];

/** The figures of the project, of each phase and of each municipality, a row each. */
export function figuresTable(document: ReportDocument, language: Language): Table {
  const { total, phases, municipalities } = document;
  return {
    name: "figures",
    columns: [
      column("figures.of", "code", 16, "figures"),
      column("figures.code", "text", 10),
      column("figures.name", "text", 34),
      column("startsOn", "date", 12),
      column("endsOn", "date", 12),
      ...FIGURES,
    ],
    rows: [
      ["project", WHOLE_PROJECT, WORDS[language].whole, null, null, ...figureValues(total)],
      ...phases.map(({ number, name, startsOn, endsOn, figures }): Plain[] => [
        "phase",
        String(number),
        name,
        startsOn,
        endsOn,
        ...figureValues(figures),
      ]),
      ...municipalities.map((one): Plain[] => [
        "municipality",
        one.code,
        nameIn(one, language),
        null,
        null,
        ...figureValues(one.figures),
      ]),
    ],
  };
}

function figureValues(figures: PlainFigures): Plain[] {
  const { percent, done, counted, doneWeight, countedWeight } = figures;
  const { late, atRisk, stale, disagreeing, lastConfirmedAt } = figures;
  return [
    percent,
    done,
    counted,
    doneWeight,
    countedWeight,
    ...DECLARED.map((code) => figures.counts[code]),
    ...SCHEDULES.map((code) => figures.schedules[code]),
    ...EVIDENCE.map((code) => figures.evidence[code]),
    late,
    atRisk,
    stale,
    disagreeing,
    lastConfirmedAt,
  ];
}

/** A municipality in a language; Finnish where there is no other name. */
export const nameIn = (
  { nameFi, nameSv }: Pick<ReportDocument["municipalities"][number], "nameFi" | "nameSv">,
  language: Language,
) => (language === "sv" ? nameSv : nameFi);

const CELL_COLUMNS: readonly Column[] = [
  column("milestone", "integer", 7),
  column("title", "text", 48),
  column("kind", "code", 13, "milestoneKind"),
  column("phase", "integer", 8),
  column("phaseName", "text", 26),
  column("municipality", "text", 12),
  column("municipalityName", "text", 20),
  column("declared", "code", 15, "declared"),
  column("schedule", "code", 20, "schedule"),
  column("evidence", "code", 15, "evidence"),
  column("value", "number", 12),
  column("suggestion", "number", 12),
  column("unit", "text", 14),
  column("baseline", "number", 11),
  column("goal", "number", 12),
  column("weight", "number", 9),
  column("grantedDueOn", "date", 14),
  column("dueOn", "date", 12),
  column("reportedOn", "date", 14),
  column("forecastOn", "date", 12),
  column("doneOn", "date", 12),
  column("confirmedOn", "date", 12),
  column("stale", "flag", 13),
  column("reason", "text", 50),
  column("unblock", "text", 40),
];

/** What is known of each milestone in each municipality, a row each. */
export function cellsTable(document: ReportDocument, language: Language): Table {
  const milestones = new Map(document.milestones.map((one) => [one.number, one]));
  const phases = new Map(document.phases.map(({ number, name }) => [number, name]));
  const places = new Map(document.municipalities.map((one) => [one.code, nameIn(one, language)]));
  return {
    name: "cells",
    columns: CELL_COLUMNS,
    rows: document.cells.map((cell) => {
      const plan = milestones.get(cell.milestone);
      const { whole } = WORDS[language];
      const values: Readonly<Record<string, Plain>> = {
        ...cell,
        title: plan?.title ?? null,
        kind: plan?.kind ?? null,
        phase: plan?.phase ?? null,
        phaseName: phases.get(plan?.phase ?? 0) ?? null,
        municipalityName:
          cell.municipality === WHOLE_PROJECT ? whole : (places.get(cell.municipality) ?? null),
        unit: plan?.unit ?? null,
        baseline: plan?.baseline ?? null,
        goal: plan?.goal ?? null,
        weight: plan?.weight ?? null,
      };
      return valuesOf(CELL_COLUMNS, values);
    }),
  };
}

const PLAN_COLUMNS: readonly Column[] = [
  column("milestone", "integer", 7),
  column("title", "text", 60),
  column("kind", "code", 14, "milestoneKind"),
  column("scope", "code", 16, "scope"),
  column("phase", "integer", 8),
  column("dueOn", "date", 13),
  column("weight", "number", 9),
  column("unit", "text", 16),
  column("baseline", "number", 12),
  column("goal", "number", 12),
];

/** The plan, a row for each milestone. */
export function planTable({ milestones }: ReportDocument): Table {
  return {
    name: "plan",
    columns: PLAN_COLUMNS,
    rows: milestones.map((one) => valuesOf(PLAN_COLUMNS, { ...one, milestone: one.number })),
  };
}

const TARGET_COLUMNS: readonly Column[] = [
  column("milestone", "integer", 7),
  column("title", "text", 60),
  column("unit", "text", 16),
  column("baseline", "number", 12),
  column("goal", "number", 12),
  column("value", "number", 12),
  column("reached", "integer", 12),
  column("targets.counted", "integer", 12),
  column("unknown", "integer", 12),
];

/** The targets, with how many cells have reached each. */
export function targetsTable({ targets }: ReportDocument): Table {
  return {
    name: "targets",
    columns: TARGET_COLUMNS,
    rows: targets.map((one) => valuesOf(TARGET_COLUMNS, one)),
  };
}

/** What moved since the accepted report before, a row for each thing that differs of a cell. */
export function changesTable(
  { changes, municipalities }: ReportDocument,
  language: Language,
): Table {
  const { whole } = WORDS[language];
  const places = new Map(municipalities.map((one) => [one.code, nameIn(one, language)]));
  return {
    name: "changes",
    columns: [
      column("milestone", "integer", 7),
      column("title", "text", 48),
      column("municipality", "text", 12),
      column("municipalityName", "text", 20),
      column("changes.kind", "code", 22, "move"),
      column("field", "code", 18, "compared"),
      column("before", "mixed", 22),
      column("after", "mixed", 22),
    ],
    rows: (changes?.moves ?? []).flatMap(({ before, after, ...move }) =>
      COMPARED.filter((field) => (before?.[field] ?? null) !== (after?.[field] ?? null)).map(
        (field) => [
          move.milestone,
          move.title,
          move.municipality,
          move.municipality === WHOLE_PROJECT
            ? whole
            : (places.get(move.municipality) ?? (move.name || null)),
          move.kind,
          field,
          sideOf(field, before?.[field] ?? null),
          sideOf(field, after?.[field] ?? null),
        ],
      ),
    ),
  };
}

function sideOf(field: (typeof COMPARED)[number], value: Plain): Typed {
  switch (field) {
    case "declared":
    case "schedule":
    case "evidence":
      return { kind: "code", list: field, value };
    case "value":
      return { kind: "number", list: null, value };
    default:
      return { kind: "date", list: null, value };
  }
}

/** The values of a row in the order of its columns. */
export function valuesOf(
  columns: readonly Column[],
  values: Readonly<Record<string, Plain>>,
): Plain[] {
  return columns.map(({ key }) => values[key] ?? null);
}

import { type Cell, type CellStyle, type CellValue, writeXlsx } from "hucre/xlsx";
import { textCell } from "../../kernel/harmless.ts";
import type { Language } from "../../kernel/language.ts";
import type { MilestoneView, Plan } from "../../projects/contract/plan.ts";
import { WORDS as EXPORT_WORDS } from "../../reporting/words/exports.ts";
import { letterOf, PLAN_FIELDS, type PlanField, rowsMax } from "../terms.ts";
import { EXAMPLE, EXAMPLE_ROW, PLAN_COLUMNS, PLAN_FILE, TRACKED } from "../words.ts";

const DATE_FORMAT = "d.m.yyyy";
const HEADER: CellStyle = {
  font: { bold: true, color: { rgb: "FFFFFF" } },
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "1B3A5C" } },
  alignment: { vertical: "center", wrapText: true },
};
const WRAPPED: CellStyle = { alignment: { wrapText: true, vertical: "top" } };
const WIDTHS: Readonly<Partial<Record<PlanField, number>>> = {
  number: 7,
  title: 44,
  description: 50,
  verification: 40,
};

type PlanSheet = {
  readonly plan: Plan;
  readonly milestones: readonly MilestoneView[];
  readonly language: Language;
};

/**
 * The plan of a project as a sheet that can be changed and brought in again; where it has no
 * milestones yet, a row that shows how it is filled in, and that bringing in passes over. A
 * municipality has a column where a due date of its own differs.
 */
export async function planSheetOf({ plan, milestones, language }: PlanSheet): Promise<Uint8Array> {
  const active = milestones.filter(({ state }) => state === "active");
  const apart = plan.municipalities.filter(({ code }) =>
    active.some(({ dueOnByMunicipality }) => code in dueOnByMunicipality),
  );
  const words = PLAN_COLUMNS[language];
  const heads = [
    ...PLAN_FIELDS.map((field) => words[field]),
    ...apart.map(({ nameFi, nameSv }) => (language === "sv" ? nameSv : nameFi)),
  ];
  const rows = active.map((one) => [
    ...PLAN_FIELDS.map((field) => cellOf(one, field, language)),
    ...apart.map(({ code }) => dateCell(one.dueOnByMunicipality[code] ?? null)),
  ]);
  return writeXlsx({
    sheets: [
      {
        name: PLAN_FILE[language].sheet,
        columns: heads.map((_, index) => ({
          width: WIDTHS[PLAN_FIELDS[index] ?? "weight"] ?? 14,
          style: isDate(index) ? { ...WRAPPED, numFmt: DATE_FORMAT } : WRAPPED,
        })),
        rows: [heads, ...(rows.length > 0 ? rows : [exampleOf(plan, language)])],
        cells: new Map(
          heads.map((_, column): [string, Partial<Cell>] => [`0,${column}`, { style: HEADER }]),
        ),
        freezePane: { rows: 1, columns: 2 },
        dataValidations: [
          choices("kind", Object.values(EXPORT_WORDS[language].kinds)),
          choices("scope", Object.values(TRACKED[language])),
        ],
        a11y: { summary: PLAN_FILE[language].sheet },
      },
    ],
    properties: { title: PLAN_FILE[language].sheet, creator: "Etappi" },
    defaultFont: { name: "Calibri", size: 11 },
  });
}

const isDate = (index: number) => index >= PLAN_FIELDS.length || PLAN_FIELDS[index] === "dueOn";

function choices(field: PlanField, values: string[]) {
  const column = letterOf(PLAN_FIELDS.indexOf(field));
  return { type: "list" as const, values, range: `${column}2:${column}${rowsMax + 1}` };
}

function cellOf(milestone: MilestoneView, field: PlanField, language: Language): CellValue {
  if (field === "kind") return EXPORT_WORDS[language].kinds[milestone.kind];
  if (field === "scope") return TRACKED[language][milestone.scope];
  if (field === "dueOn") return dateCell(milestone.dueOn);
  const value = milestone[field];
  return typeof value === "string" ? textCell(value) : value;
}

/** Midnight UTC of a date: the workbook shows it without a clock. */
const dateCell = (date: string | null) =>
  date === null ? null : new Date(`${date}T00:00:00.000Z`);

function exampleOf({ phases, project }: Plan, language: Language): CellValue[] {
  const example = EXAMPLE_ROW[language];
  const values: Readonly<Partial<Record<PlanField, CellValue>>> = {
    number: EXAMPLE[language],
    title: example.title,
    kind: EXPORT_WORDS[language].kinds.target,
    scope: TRACKED[language].municipality,
    phase: phases[0]?.number ?? 1,
    dueOn: dateCell(project.endsOn),
    verification: example.verification,
    weight: 1,
    unit: example.unit,
    baseline: 0,
    goal: 100,
  };
  return PLAN_FIELDS.map((field) => values[field] ?? null);
}

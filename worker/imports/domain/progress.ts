import type { Sentence } from "../../kernel/refusal.ts";
import type { Plan } from "../../projects/contract/plan.ts";
import type { Finding, Mapping, Sheet } from "../contract.ts";
import { addressOf, rowsMax, SAID_FIELDS } from "../terms.ts";
import type { Column, Layout } from "./columns.ts";
import { columnOf, type Keyed } from "./keys.ts";
import { placesOf } from "./places.ts";
import { readAcross, type Reading, readRow, type SaidCell } from "./rows.ts";
import { type Row, tableOf } from "./table.ts";

export type ReadSheet<Item> = {
  readonly items: readonly Item[];
  /** How many rows were read. */
  readonly rows: number;
  readonly findings: readonly Finding[];
  readonly notes: readonly Finding[];
};

/**
 * What a sheet says of the cells of a project: a row for each, or milestones or municipalities
 * across. Every row and value that cannot be read is a finding, and nothing is left out in silence.
 */
export function readProgress(
  sheet: Sheet,
  layout: Layout,
  { plan, mapping }: { readonly plan: Plan; readonly mapping: Mapping },
): ReadSheet<SaidCell> {
  const places = placesOf(plan);
  const table = tableOf(sheet, layout);
  const reading: Reading = { sheet, layout, places, mapping, plan };
  const across = layout.columns.filter(({ means }) => means.includes("/"));
  const missing = missingColumns(reading, across);
  if (missing.length > 0 || table.rows.length > rowsMax) {
    const findings = [...layout.findings, ...missing, ...tooMany(table.rows, layout)];
    return { items: [], rows: table.rows.length, findings, notes: table.notes };
  }
  const read = table.rows.map((row) =>
    across.length > 0 ? readAcross(row, across, reading) : readRow(row, reading),
  );
  const all = read.flatMap((one) => one.items);
  const items = firstOfEach(all);
  return {
    items,
    rows: table.rows.length,
    findings: [
      ...layout.findings,
      ...table.findings,
      ...read.flatMap((one) => one.findings),
      ...repeated(all),
      ...(items.length > rowsMax ? tooManyCells(layout) : []),
    ],
    notes: table.notes,
  };
}

/** What is needed and held by no column. */
function missingColumns({ layout, mapping }: Keyed, across: readonly Column[]): Finding[] {
  const has = (...fields: readonly string[]) => fields.some((field) => columnOf(layout, field));
  const acrossMilestones = across.some(({ means }) => means.startsWith("milestone/"));
  const acrossMunicipalities = across.some(({ means }) => means.startsWith("municipality/"));
  const at = (message: Sentence): Finding => ({ row: layout.headerRow, column: null, message });
  const found: Finding[] = [];
  if (acrossMilestones && acrossMunicipalities) return [at((say) => say.columnsBothWays())];
  if (!acrossMilestones && !has("milestone", "title") && mapping.milestone === undefined) {
    found.push(at((say) => say.columnMissingMilestone()));
  }
  if (
    !acrossMunicipalities &&
    !has("municipality", "municipalityName") &&
    mapping.municipality === undefined
  ) {
    found.push(at((say) => say.columnMissingMunicipality()));
  }
  const beside = layout.columns.filter(({ means }) => SAID_FIELDS.some((one) => one === means));
  if (across.length > 0) {
    const besides = beside.map(({ index }) => ({
      row: layout.headerRow,
      column: index,
      message: columnBeside,
    }));
    return [...found, ...besides];
  }
  if (beside.length === 0) found.push(at((say) => say.columnMissingStatus()));
  return found;
}

const columnBeside: Sentence = (say) => say.columnBeside();

function tooMany(rows: readonly Row[], { headerRow }: Layout): Finding[] {
  if (rows.length <= rowsMax) return [];
  return [
    { row: headerRow, column: null, message: (say) => say.rowsTooMany(rows.length, rowsMax) },
  ];
}

const tooManyCells = ({ headerRow }: Layout): Finding[] => [
  { row: headerRow, column: null, message: (say) => say.cellsTooMany(rowsMax) },
];

const keyOf = ({ milestone, municipality }: SaidCell) => `${milestone}/${municipality}`;

/** Of a cell that the sheet speaks of more than once, what it says first. */
function firstOfEach(items: readonly SaidCell[]): SaidCell[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const isNew = !seen.has(keyOf(item));
    seen.add(keyOf(item));
    return isNew;
  });
}

/** Cells of which the sheet speaks more than once. */
function repeated(items: readonly SaidCell[]): Finding[] {
  const first = new Map<string, SaidCell>();
  return items.flatMap((item) => {
    const key = keyOf(item);
    const earlier = first.get(key);
    first.set(key, earlier ?? item);
    if (!earlier) return [];
    const column = item.columns.declared ?? null;
    const at = addressOf(earlier.row, earlier.columns.declared ?? 0);
    return [{ row: item.row, column, message: (say) => say.cellAgain(at) }];
  });
}

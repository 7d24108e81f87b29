import type { Sentence } from "../../kernel/refusal.ts";
import type { Finding, Sheet, SheetValue } from "../contract.ts";
import { addressOf, type Mark } from "../terms.ts";
import { type Column, KEYS, type Layout } from "./columns.ts";
import { isBlank } from "./values.ts";

/** A row of a sheet, read by what its columns hold. */
export type Row = {
  /** From 1. */
  readonly number: number;
  readonly at: (column: number) => SheetValue;
  readonly marks: (column: number) => readonly Mark[];
};

/** A sheet under its header, and what is to be said of its cells before anything is made of them. */
export type Table = {
  readonly rows: readonly Row[];
  readonly findings: readonly Finding[];
  readonly notes: readonly Finding[];
};

/**
 * The rows that have anything in a column that is read. A formula is taken as the value that it
 * had, and named; one without a value, or with an error, is a problem. A merged cell is filled
 * down where it says what its rows are about; elsewhere it would be a guess, and is a problem.
 */
export function tableOf(sheet: Sheet, { headerRow, columns }: Layout): Table {
  const read = columns.filter(({ means }) => means !== "ignore");
  const merged = mergedIn(sheet, read, headerRow);
  const found = { findings: [] as Finding[], notes: [] as Finding[] };
  const rows = sheet.rows.slice(headerRow).flatMap((values, index): Row[] => {
    const number = headerRow + 1 + index;
    const own = (column: number) => values[column] ?? null;
    const marks = (column: number) => sheet.marks.get(addressOf(number, column)) ?? [];
    const isEmpty = read.every(
      ({ index: column }) => isBlank(own(column)) && !isMarked(marks(column)),
    );
    const isSpanned = merged.spanned.has(number);
    if (isEmpty && !isSpanned) return [];
    for (const column of read) {
      const finding = { row: number, column: column.index };
      for (const mark of marks(column.index)) {
        const list = mark === "formula" ? found.notes : found.findings;
        const message = MARKED[mark];
        if (message) list.push({ ...finding, message });
      }
    }
    const at = (column: number) =>
      own(column) ?? merged.filled.get(addressOf(number, column)) ?? null;
    return [{ number, at, marks }];
  });
  return {
    rows,
    findings: [...found.findings, ...merged.findings],
    notes: [...found.notes, ...merged.notes],
  };
}

const MARKED: Readonly<Record<Mark, Sentence | null>> = {
  formula: (say) => say.cellFormula(),
  uncomputed: (say) => say.cellUncomputed(),
  error: (say) => say.cellError(),
  percent: null,
};

const isMarked = (marks: readonly Mark[]) =>
  marks.includes("uncomputed") || marks.includes("error");

/** The cells that merges fill, and what is to be said of those that they do not. */
function mergedIn(sheet: Sheet, read: readonly Column[], headerRow: number) {
  const filled = new Map<string, SheetValue>();
  const spanned = new Set<number>();
  const findings: Finding[] = [];
  const notes: Finding[] = [];
  for (const { top, left, bottom, right } of sheet.merges) {
    const columns = read.filter(({ index }) => index >= left && index <= right);
    if (columns.length === 0 || bottom <= headerRow) continue;
    const value = sheet.rows[top - 1]?.[left] ?? null;
    if (isBlank(value)) continue;
    const isKey =
      columns.length === 1 && columns.every(({ means }) => KEYS.has(means) || means === "phase");
    const place = { row: top, column: left };
    if (!isKey || top <= headerRow) {
      findings.push({ ...place, message: (say) => say.cellMerged() });
      continue;
    }
    notes.push({ ...place, message: (say) => say.cellMergedFilled(bottom - top + 1) });
    for (let row = top + 1; row <= Math.min(bottom, sheet.rows.length); row += 1) {
      const address = addressOf(row, left);
      // In a sound workbook no merge overlaps another: however many there are, each cell is filled once.
      if (filled.has(address)) {
        findings.push({ ...place, message: (say) => say.cellMerged() });
        break;
      }
      filled.set(address, value);
    }
  }
  return { filled, spanned, findings, notes };
}

import { type CellValue, readXlsx, type Sheet as FileSheet, streamXlsxRows } from "hucre/xlsx";
import { Refusal } from "../../kernel/refusal.ts";
import type { Merge, Sheet, SheetValue } from "../contract.ts";
import { addressOf, columnsMax, type Mark, sheetRowsMax, sheetsMax } from "../terms.ts";
import { assertBounded } from "./parts.ts";

/**
 * One sheet of a workbook, the first that is not hidden where none is asked for by name, and the
 * names of all. Formulas are never computed: a cell has the value that was saved with it. Refuses
 * with `invalid` what is no workbook or has no such sheet, and with `too_large` more than bounds.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  asked: string | null,
): Promise<{ readonly names: readonly string[]; readonly sheet: Sheet }> {
  assertBounded(bytes);
  try {
    const names = await namesOf(bytes);
    const name = names.find((one) => one === (asked ?? names[0]));
    if (name === undefined) throw new Refusal("invalid", (say) => say.sheetUnknown());
    return { names, sheet: await readSheet(bytes, name) };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    // The library throws errors of many kinds at broken files, and none that is not about them.
    throw new Refusal("invalid", (say) => say.fileUnreadable());
  }
}

/** Sheets that are not hidden, without reading what is in them. */
async function namesOf(bytes: Uint8Array): Promise<string[]> {
  const names: string[] = [];
  await readXlsx(bytes, {
    sheets: ({ name, hidden, veryHidden }) => {
      if (!hidden && !veryHidden && names.length < sheetsMax) names.push(name);
      return false;
    },
  });
  return names;
}

async function readSheet(bytes: Uint8Array, name: string): Promise<Sheet> {
  const { rows: height, columns: width } = await extentOf(bytes, name);
  const range = `A1:${addressOf(Math.max(height, 1), Math.max(width, 1) - 1)}`;
  const { sheets } = await readXlsx(bytes, { sheets: [name], range, readStyles: true });
  const [sheet] = sheets;
  if (!sheet || height === 0 || width === 0) return { ...EMPTY, name };
  return {
    name,
    format: "xlsx",
    decimal: null,
    rows: sheet.rows.slice(0, height).map((row) => row.map(valueOf)),
    marks: marksOf(sheet),
    merges: (sheet.merges ?? []).slice(0, sheetRowsMax).map(mergeOf),
  };
}

const EMPTY: Omit<Sheet, "name"> = {
  format: "xlsx",
  decimal: null,
  rows: [],
  marks: new Map(),
  merges: [],
};

/**
 * How far down and to the right there is anything, read row by row: the library would otherwise
 * make room for every cell up to the farthest one, be it alone in the last row of the last column.
 */
async function extentOf(bytes: Uint8Array, name: string) {
  let rows = 0;
  let columns = 0;
  for await (const { index, values } of streamXlsxRows(bytes, { sheet: name })) {
    const width = values.findLastIndex((value) => value !== null && value !== "") + 1;
    if (width > columnsMax) throw new Refusal("too_large", (say) => say.sheetTooWide(columnsMax));
    if (!(index < sheetRowsMax))
      throw new Refusal("too_large", (say) => say.sheetTooLong(sheetRowsMax));
    rows = Math.max(rows, index + 1);
    columns = Math.max(columns, width);
  }
  return { rows, columns };
}

function valueOf(value: CellValue): SheetValue {
  if (!(value instanceof Date)) return value === "" ? null : value;
  // A date is stored as days since a beginning; what is no day at all is no date.
  return { date: Number.isNaN(value.getTime()) ? "" : value.toISOString().slice(0, 10) };
}

function marksOf({ cells }: FileSheet): Map<string, readonly Mark[]> {
  const marks = new Map<string, readonly Mark[]>();
  for (const [key, { type, value, formula, style }] of cells ?? []) {
    const found: Mark[] = [];
    if (formula !== undefined) found.push(value === null ? "uncomputed" : "formula");
    if (type === "error") found.push("error");
    if (typeof value === "number" && style?.numFmt?.includes("%")) found.push("percent");
    const [row = 0, column = 0] = key.split(",").map(Number);
    if (found.length > 0) marks.set(addressOf(row + 1, column), found);
  }
  return marks;
}

const mergeOf = ({
  startRow,
  startCol,
  endRow,
  endCol,
}: NonNullable<FileSheet["merges"]>[number]): Merge => ({
  top: startRow + 1,
  left: startCol,
  bottom: endRow + 1,
  right: endCol,
});

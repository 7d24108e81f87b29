import type { CellValue, WriteSheet } from "hucre";
import { textCell } from "../../kernel/harmless.ts";
import type { Language } from "../../kernel/language.ts";
import { WORDS } from "../../risks/words.ts";
import type { ExportDeviation, ExportRisk, StatusExport } from "../contract/exports.ts";
import { DEVIATION_COLUMNS, type RegisterColumn, registerWord, RISK_COLUMNS } from "./register.ts";
import {
  columnName,
  DATE_FORMAT,
  dateCell,
  headerCells,
  ONE_PAGE_WIDE,
  TOP,
  WRAPPED,
} from "./sheet.ts";

/** The sheet of risks: a row each, with the level that sorts them. */
export function riskSheet({ risks }: StatusExport, language: Language): WriteSheet {
  const words = WORDS[language];
  const headings = RISK_COLUMNS.map(({ key }) => words.riskColumns[key]);
  return sheetOf(words.risks, headings, RISK_COLUMNS, rowsOf(risks, RISK_COLUMNS, language));
}

/** The sheet of deviations. */
export function deviationSheet({ deviations }: StatusExport, language: Language): WriteSheet {
  const words = WORDS[language];
  const columns = DEVIATION_COLUMNS;
  const headings = columns.map(({ key }) => words.deviationColumns[key]);
  return sheetOf(words.deviations, headings, columns, rowsOf(deviations, columns, language));
}

function rowsOf<Row extends ExportRisk | ExportDeviation>(
  items: readonly Row[],
  columns: readonly RegisterColumn<Row>[],
  language: Language,
): CellValue[][] {
  return items.map((item) =>
    columns.map(({ key, type }): CellValue => {
      // A row's values are those of risks and deviations.
      const value = registerWord(key, item[key] as Parameters<typeof registerWord>[1], language);
      if (typeof value !== "string") return value;
      return type === "date" ? dateCell(value) : textCell(value);
    }),
  );
}

function sheetOf(
  name: string,
  headings: readonly string[],
  columns: readonly Pick<RegisterColumn<object>, "type" | "width">[],
  rows: readonly CellValue[][],
): WriteSheet {
  return {
    name,
    columns: columns.map(({ width, type }) => ({
      width,
      style: type === "date" ? { ...TOP, numFmt: DATE_FORMAT } : type === "text" ? WRAPPED : TOP,
    })),
    rows: [[...headings], ...rows],
    cells: headerCells(columns.length),
    freezePane: { rows: 1, columns: 2 },
    autoFilter: { range: `A1:${columnName(columns.length)}${rows.length + 1}` },
    pageSetup: { ...ONE_PAGE_WIDE, printTitlesRow: "$1:$1" },
    a11y: { summary: name },
  };
}

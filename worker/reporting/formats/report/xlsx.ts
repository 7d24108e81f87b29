import type { Cell, CellStyle, CellValue, PageSetup, WriteSheet } from "hucre";
import { writeXlsx } from "hucre/xlsx";
import type { ReportDocument } from "../../contract/document.ts";
import { WORDS as SHEETS } from "../../words/sheets/words.ts";
import { WORDS } from "../../words/tables/words.ts";
import { columnName, DATE_FORMAT, dateCell, TOP } from "../sheet.ts";
import {
  footerOf,
  HEADER,
  INDENTED,
  INDENTED_HEADER,
  headRows,
  LANDSCAPE,
  LEFT_TOP,
  PLAIN,
  RIGHT_HEADER,
  rowOf,
  safe,
  TITLE,
} from "./sheets/head.ts";
import { matrixSheet } from "./sheets/matrix.ts";
import { tablesOf } from "./tables/all.ts";
import {
  type Column,
  headingOf,
  inWords,
  type Table,
  type Typed,
  typedOf,
} from "./tables/table.ts";
import type { Frame } from "./told.ts";

/**
 * A workbook with a sheet for each table, the matrix in words and colours, and the code book.
 * Every sheet says on its first rows what it is of and its fingerprint, which each printed page
 * repeats. Dates are dates, numbers are numbers, and text is never a formula.
 */
export async function reportXlsx(document: ReportDocument, frame: Frame): Promise<Uint8Array> {
  const [about, figures, ...tables] = tablesOf(document, frame).map((table) =>
    tableSheet(document, frame, table),
  );
  const { language } = frame;
  return writeXlsx({
    sheets: [about, figures, matrixSheet(document, frame), ...tables].filter(
      (sheet) => sheet !== undefined,
    ),
    properties: {
      title: safe(`${document.project.name}: ${document.report.name}`),
      subject: SHEETS[language].report,
      description: safe(document.programme.visibilityText[language]),
      keywords: frame.fingerprint ?? SHEETS[language].preview,
      creator: "Etappi",
      lastModifiedBy: "Etappi",
      created: new Date(document.asOf),
      modified: new Date(document.asOf),
    },
    defaultFont: { name: "Calibri", size: 11 },
  });
}

/** Columns that stay in sight: what a row is of. */
const frozenColumns = 2;
/** Characters that are readable side by side on the smaller paper, and on the larger one. */
const acrossA4 = 190;
const acrossA3 = 290;

function tableSheet(document: ReportDocument, frame: Frame, table: Table): WriteSheet {
  const { language } = frame;
  const name = WORDS[language].tables[table.name];
  const { columns } = table;
  const head = headRows(document, frame, name);
  const top = head.length + 1;
  const headings = columns.map((column) => headingOf(column, language));
  const rows = table.rows.map((row) =>
    columns.map((column, at) => cellOf(typedOf(row[at] ?? null, column), frame)),
  );
  const widths = columns.map(({ width }) => width);
  const frozen = Math.min(frozenColumns, columns.length - 1);
  return {
    name,
    columns: columns.map((column, at) => ({ width: column.width, style: styleOf(column, at) })),
    rows: [...head, headings, ...rows],
    rowDefs: new Map([headings, ...rows].map((row, at) => [top - 1 + at, rowOf(row, widths)])),
    cells: new Map([...headCells(head.length, columns), ...mixedCells(table, top)]),
    freezePane: { rows: top, columns: frozen },
    autoFilter: { range: `A${top}:${columnName(columns.length)}${top + Math.max(rows.length, 1)}` },
    pageSetup: {
      ...pageFor(widths.reduce((sum, width) => sum + width, 0)),
      printTitlesRow: `$1:$${top}`,
      printTitlesColumn: `$A:$${columnName(frozen)}`,
    },
    headerFooter: footerOf(frame, name),
    a11y: { summary: name, headerRow: top - 1 },
  };
}

/** The paper, and over how many pages a wide table goes. */
function pageFor(width: number): PageSetup {
  if (width <= acrossA4) return LANDSCAPE;
  return { ...LANDSCAPE, paperSize: "a3", fitToWidth: Math.ceil(width / acrossA3) };
}

/** The first rows: the title, what stands below it, and the headings. */
function headCells(headRow: number, columns: readonly Column[]): [string, Partial<Cell>][] {
  return [
    ...Array.from({ length: headRow }, (_, row): [string, Partial<Cell>] => [
      `${row},0`,
      { style: row === 0 ? TITLE : PLAIN },
    ]),
    ...columns.map((column, at): [string, Partial<Cell>] => [
      `${headRow},${at}`,
      { style: at === 0 ? HEADER : isRight(column, at) ? RIGHT_HEADER : INDENTED_HEADER },
    ]),
  ];
}

/** Values of columns that hold several kinds have a style each. */
function mixedCells({ columns, rows }: Table, top: number): [string, Partial<Cell>][] {
  return rows.flatMap((row, line) =>
    columns.flatMap((column, at): [string, Partial<Cell>][] => {
      if (column.kind !== "mixed") return [];
      const { kind } = typedOf(row[at] ?? null, column);
      const format = kind === "date" ? { numFmt: DATE_FORMAT } : {};
      return [[`${top + line},${at}`, { style: { ...INDENTED, ...format } }]];
    }),
  );
}

function cellOf(typed: Typed, { language }: Frame): CellValue {
  const word = inWords(typed, language);
  if (typeof word !== "string") return word;
  return typed.kind === "date" ? dateCell(word) : safe(word);
}

/** Numbers stand at the right, but for those that begin a row and only name it. */
const isRight = ({ kind }: Column, at: number) =>
  at > 0 && (kind === "integer" || kind === "number");

function styleOf(column: Column, at: number): CellStyle {
  if (isRight(column, at)) return TOP;
  const left = at === 0 ? LEFT_TOP : INDENTED;
  return column.kind === "date" ? { ...left, numFmt: DATE_FORMAT } : left;
}

import { type CellValue, type WriteSheet, writeXlsx } from "hucre/xlsx";
import { textCell, writable } from "../../kernel/harmless.ts";
import { dateInHelsinki } from "../../kernel/instant.ts";
import type { Language } from "../../kernel/language.ts";
import { ZONE } from "../../kernel/zone.ts";
import { DECLARED } from "../../progress/terms.ts";
import { WORDS as STATUS_WORDS } from "../../progress/words/status.ts";
import type { ExportSummaryRow, StatusExport } from "../contract/exports.ts";
import { WORDS } from "../words/exports.ts";
import { AMENDMENT_COLUMNS, amendmentLines } from "./amendments.ts";
import { COLUMNS, inWords } from "./columns.ts";
import { deviationSheet, riskSheet } from "./register-sheets.ts";
import {
  BOLD,
  columnName,
  DATE_FORMAT,
  dateCell,
  headerCells,
  LEFT,
  ONE_PAGE_WIDE,
  TOP,
  WRAPPED,
} from "./sheet.ts";

/**
 * A workbook of sheets: the cells, the municipalities, how the plan was changed if it was, what
 * this is, risks and deviations. Dates are dates, numbers are numbers, text is never a formula.
 */
export async function xlsxOf(status: StatusExport, language: Language): Promise<Uint8Array> {
  const { about } = WORDS[language];
  return writeXlsx({
    sheets: [
      statusSheet(status, language),
      summarySheet(status, language),
      ...(status.amendments.length > 0 ? [amendmentSheet(status, language)] : []),
      aboutSheet(status, language),
      riskSheet(status, language),
      deviationSheet(status, language),
    ],
    properties: {
      title: writable(`${status.project.name}: ${about.title}`),
      description: writable(status.programme.visibilityText),
      creator: "Etappi",
      created: new Date(status.asOf),
      modified: new Date(status.asOf),
    },
    defaultFont: { name: "Calibri", size: 11 },
  });
}

function statusSheet(status: StatusExport, language: Language): WriteSheet {
  const words = WORDS[language];
  const rows = status.rows.map((row) =>
    COLUMNS.map(({ key, type }): CellValue => {
      const value = row[key];
      if (typeof value !== "string") return value;
      return type === "date" ? dateCell(value) : textCell(inWords(key, value, language));
    }),
  );
  return {
    name: words.sheets.status,
    columns: COLUMNS.map(({ width, type }) => ({
      width,
      style: type === "date" ? { ...TOP, numFmt: DATE_FORMAT } : type === "text" ? WRAPPED : TOP,
    })),
    rows: [COLUMNS.map(({ key }) => words.columns[key]), ...rows],
    cells: headerCells(COLUMNS.length),
    freezePane: { rows: 1, columns: 2 },
    autoFilter: { range: `A1:${columnName(COLUMNS.length)}${rows.length + 1}` },
    pageSetup: { ...ONE_PAGE_WIDE, paperSize: "a3", printTitlesRow: "$1:$1" },
    a11y: { summary: words.about.title },
  };
}

function summarySheet(status: StatusExport, language: Language): WriteSheet {
  const words = WORDS[language];
  const { declared } = STATUS_WORDS[language];
  const headers = [
    words.columns.municipality,
    words.columns.municipalityName,
    words.summary.percent,
    ...DECLARED.map((one) => declared[one]),
    words.summary.late,
    words.summary.atRisk,
    words.summary.stale,
    words.summary.disagreeing,
    words.summary.lastConfirmed,
  ];
  const total = { ...status.total, municipality: "", name: words.summary.total };
  return {
    name: words.sheets.summary,
    columns: headers.map((_, index) => ({
      width: index === 1 ? 20 : 13,
      ...(index === headers.length - 1 && { style: { numFmt: DATE_FORMAT } }),
      ...(index === 2 && { style: { numFmt: "0.0" } }),
    })),
    rows: [headers, ...status.municipalities.map(summaryCells), summaryCells(total)],
    cells: headerCells(headers.length),
    freezePane: { rows: 1, columns: 2 },
    pageSetup: ONE_PAGE_WIDE,
    a11y: { summary: words.sheets.summary },
  };
}

function summaryCells(row: ExportSummaryRow): CellValue[] {
  return [
    row.municipality,
    row.name,
    row.percent,
    ...DECLARED.map((one) => row.counts[one]),
    row.late,
    row.atRisk,
    row.stale,
    row.disagreeing,
    row.lastConfirmedAt === null ? null : dateCell(dateInHelsinki(row.lastConfirmedAt)),
  ];
}

const AMENDMENT_WIDTHS: Readonly<Record<(typeof AMENDMENT_COLUMNS)[number], number>> = {
  number: 10,
  title: 30,
  decidedOn: 12,
  reference: 20,
  reason: 50,
  kind: 16,
  from: 40,
  into: 40,
  fields: 28,
};

function amendmentSheet(status: StatusExport, language: Language): WriteSheet {
  const { sheet, columns } = WORDS[language].amendments;
  const rows = amendmentLines(status.amendments, language).map((line) =>
    AMENDMENT_COLUMNS.map((key): CellValue => {
      const value = line[key];
      if (typeof value !== "string") return value;
      return key === "decidedOn" ? dateCell(value) : textCell(value);
    }),
  );
  return {
    name: sheet,
    columns: AMENDMENT_COLUMNS.map((key) => ({
      width: AMENDMENT_WIDTHS[key],
      style: key === "decidedOn" ? { ...TOP, numFmt: DATE_FORMAT } : WRAPPED,
    })),
    rows: [AMENDMENT_COLUMNS.map((key) => columns[key]), ...rows],
    cells: headerCells(AMENDMENT_COLUMNS.length),
    freezePane: { rows: 1, columns: 2 },
    pageSetup: { ...ONE_PAGE_WIDE, printTitlesRow: "$1:$1" },
    a11y: { summary: sheet },
  };
}

const LOCALES: Readonly<Record<Language, string>> = { fi: "fi-FI", sv: "sv-FI", en: "en-GB" };

function aboutSheet(status: StatusExport, language: Language): WriteSheet {
  const { about, sheets } = WORDS[language];
  const dates = new Intl.DateTimeFormat(LOCALES[language], { timeZone: "UTC" });
  const moments = new Intl.DateTimeFormat(LOCALES[language], {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: ZONE,
  });
  const { project, programme, total } = status;
  const rows: CellValue[][] = [
    [about.title, null],
    [about.project, textCell(project.name)],
    [about.programme, textCell(programme.name)],
    [about.funder, textCell(programme.funder)],
    [about.funding, textCell(programme.visibilityText)],
    [about.leadOrganisation, textCell(project.leadOrganisation)],
    [about.grantReference, textCell(project.grantReference ?? "")],
    [
      about.period,
      `${dates.format(dateCell(project.startsOn))} – ${dates.format(dateCell(project.endsOn))}`,
    ],
    [about.asOf, `${moments.format(new Date(status.asOf))} (${status.asOf})`],
    [about.filters, filtersInWords(status, language)],
    [about.rows, status.rows.length],
    [about.percent, total.percent],
    [about.formula, total.explanation.formula],
  ];
  return {
    name: sheets.about,
    columns: [
      { width: 24, style: BOLD },
      { width: 80, style: LEFT },
    ],
    rows,
    pageSetup: ONE_PAGE_WIDE,
    a11y: { summary: sheets.about },
  };
}

/** `Tila: Myöhässä, Vaihe: 2`, or that nothing is left out. */
function filtersInWords({ filters }: StatusExport, language: Language): string {
  const { about, columns } = WORDS[language];
  const keys = ["municipality", "phase", "declared", "schedule"] as const;
  const set = keys.filter((key) => filters[key] !== null);
  if (set.length === 0) return about.unfiltered;
  return set
    .map((key) => `${columns[key]}: ${inWords(key, String(filters[key]), language)}`)
    .join(", ");
}

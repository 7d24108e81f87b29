import type { Cell, CellStyle, PageSetup } from "hucre";

export const DATE_FORMAT = "d.m.yyyy";
const HEADER: CellStyle = {
  font: { bold: true, color: { rgb: "FFFFFF" } },
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "1B3A5C" } },
  alignment: { vertical: "center", wrapText: true },
};
export const WRAPPED: CellStyle = { alignment: { wrapText: true, vertical: "top" } };
export const TOP: CellStyle = { alignment: { vertical: "top" } };
export const LEFT: CellStyle = {
  alignment: { wrapText: true, vertical: "top", horizontal: "left" },
};
export const ONE_PAGE_WIDE: PageSetup = {
  paperSize: "a4",
  orientation: "landscape",
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
};
export const BOLD: CellStyle = { font: { bold: true } };

/** Midnight UTC of a date: the workbook shows it without a clock. */
export const dateCell = (date: string) => new Date(`${date}T00:00:00.000Z`);

/** The style of the first row, cell by cell. */
export function headerCells(count: number): Map<string, Partial<Cell>> {
  return new Map(Array.from({ length: count }, (_, column) => [`0,${column}`, { style: HEADER }]));
}

/** 1 is A, 27 is AA. */
export function columnName(number: number): string {
  const last = String.fromCharCode(65 + ((number - 1) % 26));
  return number <= 26 ? last : columnName(Math.floor((number - 1) / 26)) + last;
}

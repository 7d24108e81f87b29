import type { CellStyle, CellValue, HeaderFooter, PageSetup, RowDef } from "hucre";
import { textCell } from "../../../../kernel/harmless.ts";
import type { ReportDocument } from "../../../contract/document.ts";
import { WORDS } from "../../../words/sheets/words.ts";
import type { Frame } from "../told.ts";

const FONT = "Calibri";
export const TITLE: CellStyle = {
  font: { name: FONT, bold: true, size: 14, color: { rgb: "1B3A5C" } },
};
export const LEFT_TOP: CellStyle = {
  alignment: { wrapText: true, vertical: "top", horizontal: "left" },
};
/** Text that may stand beside a number. */
export const INDENTED: CellStyle = {
  alignment: { wrapText: true, vertical: "top", horizontal: "left", indent: 1 },
};
/** Of a line that may run on over the cells beside it. */
export const PLAIN: CellStyle = { alignment: { vertical: "top", horizontal: "left" } };
export const HEADER: CellStyle = {
  font: { name: FONT, size: 11, bold: true, color: { rgb: "FFFFFF" } },
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "1B3A5C" } },
  alignment: { vertical: "center", wrapText: true },
};
export const INDENTED_HEADER: CellStyle = {
  ...HEADER,
  alignment: { ...HEADER.alignment, horizontal: "left", indent: 1 },
};
export const RIGHT_HEADER: CellStyle = {
  ...HEADER,
  alignment: { ...HEADER.alignment, horizontal: "right" },
};
export const LANDSCAPE: PageSetup = {
  paperSize: "a4",
  orientation: "landscape",
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  margins: { top: 0.5, bottom: 0.7, left: 0.5, right: 0.5, header: 0.3, footer: 0.3 },
};

const lineHeight = 15;
/** Excel has no higher rows. */
const rowHeightMax = 405;

/**
 * The height of a row, in points, in which all of its text is in sight: programs that open a
 * workbook without a window do not work it out. Widths are those of its columns, in characters.
 */
export function rowOf(cells: readonly CellValue[], widths: readonly number[]): RowDef {
  // A character less: bold text and capitals are wider than most.
  const lines = cells.map((cell, at) => linesOf(cell, Math.max(1, (widths[at] ?? 1) - 1)));
  return { height: Math.min(Math.max(1, ...lines) * lineHeight + 3, rowHeightMax) };
}

function linesOf(cell: CellValue, width: number): number {
  if (typeof cell !== "string") return 1;
  const lines = cell.split("\n").map((line) => Math.ceil(line.length / width));
  return lines.reduce((sum, count) => sum + Math.max(1, count), 0);
}

/** Text for a cell: none of it is run, and half a character stands as the sign for one. */
export const safe = (text: string) => textCell(text.toWellFormed());

/** The first rows of every sheet: what it is, of what it is, by whom it is paid, and its mark. */
export function headRows(document: ReportDocument, frame: Frame, name: string): CellValue[][] {
  const { project, report, edition, asOf, programme, service } = document;
  const { about, preview, fingerprint } = WORDS[frame.language];
  const version = edition === null ? "" : ` · ${about.edition} ${edition}`;
  const mark =
    frame.fingerprint === null
      ? preview
      : `${fingerprint}: ${frame.fingerprint} · ${service}/check`;
  return [
    [safe(`${name} · ${project.name}`)],
    [safe(`${report.name}${version} · ${about.asOf}: ${asOf}`)],
    [safe(programme.visibilityText[frame.language])],
    [safe(mark)],
  ];
}

/** The foot of a printed page: the fingerprint whole, the sheet, the page. */
export function footerOf({ language, fingerprint }: Frame, name: string): HeaderFooter {
  const words = WORDS[language];
  const mark = fingerprint === null ? words.preview : `${words.fingerprint}: ${fingerprint}`;
  return { oddFooter: `&L&8${literal(mark)}&R&8${literal(name)} · ${words.page} &P / &N` };
}

/** In heads and feet of pages an ampersand begins a code. */
const literal = (text: string) => text.replaceAll("&", "&&");

import type { Cell, CellStyle, CellValue, WriteSheet } from "hucre";
import { type Declared, DECLARED, type Schedule } from "../../../../progress/terms.ts";
import { WORDS as STATUS } from "../../../../progress/words/status.ts";
import { WHOLE_PROJECT } from "../../../../projects/terms.ts";
import type { DocumentCell, ReportDocument } from "../../../contract/document.ts";
import { WORDS as SHEETS } from "../../../words/sheets/words.ts";
import { WORDS } from "../../../words/tables/words.ts";
import { nameIn } from "../tables/progress.ts";
import type { Frame } from "../told.ts";
import { footerOf, HEADER, headRows, LANDSCAPE, PLAIN, rowOf, safe, TITLE } from "./head.ts";

/** Fills on which black text has a contrast of at least 10:1. */
const FILLS: Readonly<Record<Declared | "late" | "at_risk", string>> = {
  no_data: "FFFFFF",
  not_started: "EEF1F5",
  in_progress: "CFE3F7",
  paused: "E3D9EE",
  done: "CDE9D2",
  cancelled: "DADADA",
  not_applicable: "F4F4F4",
  late: "F9CFCB",
  at_risk: "FCE6B8",
};
const THIN = { style: "thin", color: { rgb: "B6BEC8" } } as const;
const BORDER = { top: THIN, bottom: THIN, left: THIN, right: THIN };

const MIDDLE: CellStyle = { alignment: { vertical: "center" } };

/** Schedules that are said besides the status: what is as the status says needs no second word. */
const SAID: readonly Schedule[] = ["late", "at_risk", "done_late"];
/** Milestones that still are readable side by side on one page. */
const acrossMax = 24;

/** Municipalities down, milestones across: each cell in words, with a colour that says the same. */
export function matrixSheet(document: ReportDocument, frame: Frame): WriteSheet {
  const { language } = frame;
  const name = WORDS[language].tables.matrix;
  const { columns } = WORDS[language];
  const head = headRows(document, frame, name);
  const top = head.length + 1;
  const places = placesOf(document, frame);
  const cells = new Map(document.cells.map((one) => [`${one.milestone}/${one.municipality}`, one]));
  const milestones = document.milestones;
  const rows = places.map(({ code, title }) => [
    code,
    safe(title),
    ...milestones.map(({ number }) => wordsOf(cells.get(`${number}/${code}`), frame)),
  ]);
  const headings: CellValue[] = [
    columns.municipality[0],
    columns.municipalityName[0],
    ...milestones.map(({ number, title }) => safe(`${number}. ${title}`)),
  ];
  const widths = [11, 22, ...milestones.map(() => 19)];
  const styles = places.flatMap(({ code }, row) =>
    milestones.map(({ number }, at): [string, Partial<Cell>] => [
      `${top + row},${at + 2}`,
      { style: styleOf(cells.get(`${number}/${code}`)) },
    ]),
  );
  return {
    name,
    columns: widths.map((width) => ({ width, style: MIDDLE })),
    rowDefs: new Map([headings, ...rows].map((row, at) => [top - 1 + at, rowOf(row, widths)])),
    rows: [...head, headings, ...rows, [], [SHEETS[language].legend], ...legendRows(frame)],
    cells: new Map([
      ...head.map((_, row): [string, Partial<Cell>] => [
        `${row},0`,
        { style: row === 0 ? TITLE : PLAIN },
      ]),
      ...headings.map((_, at): [string, Partial<Cell>] => [`${top - 1},${at}`, { style: HEADER }]),
      ...styles,
      ...legendStyles(top + rows.length + 2),
    ]),
    freezePane: { rows: top, columns: 2 },
    pageSetup: {
      ...LANDSCAPE,
      paperSize: "a3",
      // Many milestones go on over several pages across, with the municipalities on each.
      ...(milestones.length > acrossMax && { fitToPage: false, scale: 60 }),
      printTitlesRow: `$1:$${top}`,
      printTitlesColumn: "$A:$B",
    },
    headerFooter: footerOf(frame, name),
    a11y: { summary: SHEETS[language].legend, headerRow: top - 1 },
  };
}

/** The municipalities by code, and the whole project where something is followed once. */
function placesOf({ municipalities, milestones }: ReportDocument, { language }: Frame) {
  const whole = { code: WHOLE_PROJECT, title: SHEETS[language].whole };
  return [
    ...(milestones.some(({ scope }) => scope === "project") ? [whole] : []),
    ...municipalities.map((one) => ({ code: one.code, title: nameIn(one, language) })),
  ];
}

function wordsOf(cell: DocumentCell | undefined, { language }: Frame): CellValue {
  if (!cell) return null;
  const { declared, schedule } = STATUS[language];
  const more = SAID.includes(cell.schedule) ? `\n${schedule[cell.schedule]}` : "";
  return `${declared[cell.declared]}${more}`;
}

function styleOf(cell: DocumentCell | undefined): CellStyle {
  if (!cell) return {};
  const { schedule, declared } = cell;
  return filled(schedule === "late" || schedule === "at_risk" ? schedule : declared);
}

const filled = (what: keyof typeof FILLS): CellStyle => ({
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: FILLS[what] } },
  alignment: { wrapText: true, vertical: "center", horizontal: "center" },
  border: BORDER,
});

const LEGEND = [...DECLARED, "late", "at_risk"] as const;

function legendRows({ language }: Frame): CellValue[][] {
  const { declared, schedule } = STATUS[language];
  const { meanings } = SHEETS[language];
  const words: Readonly<Record<(typeof LEGEND)[number], string>> = { ...schedule, ...declared };
  const meant: Readonly<Record<(typeof LEGEND)[number], string>> = {
    ...meanings.schedule,
    ...meanings.declared,
  };
  return LEGEND.map((code) => [null, words[code], meant[code]]);
}

const legendStyles = (from: number): [string, Partial<Cell>][] =>
  LEGEND.map((code, row) => [`${from + row},1`, { style: filled(code) }]);

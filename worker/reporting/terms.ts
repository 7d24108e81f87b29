import type { Action } from "../kernel/permissions.ts";

/** Formats of the status export. */
export const EXPORT_FORMATS = ["xlsx", "csv", "json"] as const;

/** `semicolon`: for Finnish Excel, in words. `comma`: for machines, in codes. */
export const DELIMITERS = ["semicolon", "comma"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Version of the JSON export's schema: the first part grows when a reader could break. */
export const exportVersion = "1.1";

/**
 * Where a report is. `correcting`: an accepted one whose next edition is being written; until it is
 * accepted, the accepted edition stays in force.
 */
export const REPORT_STATES = ["draft", "submitted", "returned", "accepted", "correcting"] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** What can be done with a report: from where, to where, and by whose right. */
export const REPORT_MOVES = {
  submit: { from: ["draft", "returned", "correcting"], to: "submitted", action: "report.write" },
  return: { from: ["submitted"], to: "returned", action: "report.decide" },
  accept: { from: ["submitted"], to: "accepted", action: "report.decide" },
  correct: { from: ["accepted"], to: "correcting", action: "report.write" },
} as const satisfies Readonly<
  Record<string, { from: readonly ReportState[]; to: ReportState; action: Action }>
>;
export type ReportMove = keyof typeof REPORT_MOVES;

/** In these the team writes; in all others text and figures are fixed. */
export const WRITABLE_STATES = ["draft", "returned", "correcting"] as const;

/** Who has to do something next: `team` writes, `funder` decides, `nobody` once it is accepted. */
export const TURNS = ["team", "funder", "nobody"] as const;
export type Turn = (typeof TURNS)[number];

/** Of the calendar: `open` is what waits for anybody. */
export const ASKED_TURNS = ["open", ...TURNS] as const;
/** A due date within so many days is told as near. */
export const dueSoonDays = 30;

export function turnOf(state: ReportState): Turn {
  if (state === "accepted") return "nobody";
  return state === "submitted" ? "funder" : "team";
}

/** What the facts of a report are about. */
export const subjectOf = ({ project, number }: { project: string; number: number }) =>
  `report:${project}:${number}`;

/** What a submission could still lack. None of it stops a report: no law asks for it. */
export const THIN = [
  "section_empty",
  "no_data",
  "stale",
  "disagreeing",
  "done_without_evidence",
  "late_without_reason",
  "risk_review_overdue",
  "deviation_without_action",
  "budget_unknown",
] as const;
export type ThinCode = (typeof THIN)[number];

/** Kinds of sections that the service knows nothing of: what stands there is the team's alone. */
export const UNTOLD_SECTIONS = ["networks", "training", "communication", "other"] as const;

/** Formats of a report. `csv` is a ZIP of tables with a code book, `iati` IATI 2.03 XML. */
export const REPORT_FORMATS = ["json", "pdf", "xlsx", "csv", "docx", "iati", "ics"] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** How the name of a file of a report ends, in a download as in a pack. */
export const ENDINGS: Readonly<Record<ReportFormat, string>> = {
  json: "json",
  pdf: "pdf",
  xlsx: "xlsx",
  csv: "zip",
  docx: "docx",
  iati: "xml",
  ics: "ics",
};

/** Of the canonical JSON of a report: the first part grows when a reader could break. */
export const documentForm = "etappi.report";
export const documentVersion = "1.0";

export const reportNameLengthMax = 120;
export const reportMessageLengthMax = 2000;
export const reportsMax = 200;
export const editionsMax = 99;
export const sectionTextLengthMax = 20_000;
/** What a funder writes on returning or accepting, on all of it and on each section. */
export const decisionNoteLengthMax = 5000;
/** Sentences on one list that a section has at most; the rest is counted. */
export const toldMax = 30;
export const budgetMax = 1_000_000_000_000;
/** Rows of a table in a document that is read: what is left out is counted there. */
export const documentRowsMax = 300;
/** Rows of a list in one file: more than a project has cells. */
export const rowsMax = 20_000;
/** Rows of a list in the PDF of a report: what is beyond them is in the other formats. */
export const pdfListMax = 300;
/** Cells of a project whose PDF tells each in a row of its own, besides the matrix. */
export const pdfCellsMax = 200;
/** Projects of one calendar: more are refused, so that none is left out unsaid. */
export const calendarProjectsMax = 500;

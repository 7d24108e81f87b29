import type { ReportDocument } from "../../contract/document.ts";
import type { ReportFormat } from "../../terms.ts";
import type { Frame } from "./told.ts";

/** Writes a report in a format: the same report and frame make the same bytes. */
type Make = (document: ReportDocument, frame: Frame) => Promise<Uint8Array>;

/** JSON is what was frozen itself. The others are loaded when one of them is asked for. */
const MAKERS: Readonly<Record<Exclude<ReportFormat, "json">, () => Promise<Make>>> = {
  pdf: async () => (await import("./pdf.ts")).reportPdf,
  xlsx: async () => (await import("./xlsx.ts")).reportXlsx,
  csv: async () => (await import("./csv.ts")).reportCsv,
  ics: async () => (await import("./calendar.ts")).reportCalendar,
  docx: async () => (await import("./docx/document.ts")).reportDocx,
  iati: async () => (await import("./iati/activity.ts")).reportIati,
};

export async function makeReport(
  format: Exclude<ReportFormat, "json">,
  document: ReportDocument,
  frame: Frame,
): Promise<Uint8Array> {
  const make = await MAKERS[format]();
  return make(document, frame);
}

/** The media type of each, and the ending of its file. */
export const FILE_OF: Readonly<Record<ReportFormat, { readonly type: string; ending: string }>> = {
  json: { type: "application/json", ending: "json" },
  pdf: { type: "application/pdf", ending: "pdf" },
  xlsx: {
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ending: "xlsx",
  },
  csv: { type: "application/zip", ending: "zip" },
  docx: {
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ending: "docx",
  },
  iati: { type: "application/xml", ending: "xml" },
  ics: { type: "text/calendar; charset=utf-8", ending: "ics" },
};

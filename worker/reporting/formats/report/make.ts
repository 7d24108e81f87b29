import type { ReportDocument } from "../../contract/document.ts";
import { ENDINGS, type ReportFormat } from "../../terms.ts";
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
  json: { type: "application/json", ending: ENDINGS.json },
  pdf: { type: "application/pdf", ending: ENDINGS.pdf },
  xlsx: {
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ending: ENDINGS.xlsx,
  },
  csv: { type: "application/zip", ending: ENDINGS.csv },
  docx: {
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ending: ENDINGS.docx,
  },
  iati: { type: "application/xml", ending: ENDINGS.iati },
  ics: { type: "text/calendar; charset=utf-8", ending: ENDINGS.ics },
};

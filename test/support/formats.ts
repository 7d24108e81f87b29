import { parseCsv } from "hucre/csv";
import { readXlsx } from "hucre/xlsx";
import { canonical } from "../../worker/kernel/canonical.ts";
import { withoutArmour } from "../../worker/kernel/harmless.ts";
import type { Language } from "../../worker/kernel/language.ts";
import type { ReportDocument } from "../../worker/reporting/contract/document.ts";
import { reportCalendar } from "../../worker/reporting/formats/report/calendar.ts";
import { reportCsv } from "../../worker/reporting/formats/report/csv.ts";
import { reportDocx } from "../../worker/reporting/formats/report/docx/document.ts";
import { reportIati } from "../../worker/reporting/formats/report/iati/activity.ts";
import { tablesOf } from "../../worker/reporting/formats/report/tables/all.ts";
import {
  headingOf,
  listsIn,
  type Table,
} from "../../worker/reporting/formats/report/tables/table.ts";
import type { Frame } from "../../worker/reporting/formats/report/told.ts";
import { reportXlsx } from "../../worker/reporting/formats/report/xlsx.ts";
import { WORDS } from "../../worker/reporting/words/tables/words.ts";
import { unzip } from "./unzip.ts";

/** The rows of the tables by their names, each by its columns' keys, in codes. */
type Rows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** What is held to be in a file. Each format says which of it is its to tell. */
export type Claim = "funding" | "mark" | "titles" | "places" | "reasons" | "texts";

export type Format = {
  readonly name: string;
  readonly make: (document: ReportDocument, frame: Frame) => Promise<Uint8Array>;
  /** All that stands in the file, as one text in which blanks and lines do not count. */
  readonly text: (bytes: Uint8Array<ArrayBuffer>) => Promise<string>;
  readonly claims: readonly Claim[];
  /** What is left of a text of people, where the format cannot write all of it. */
  readonly carries: (text: string) => string;
  /** The figures, read back from the file, where it has tables. */
  readonly rows?: (
    bytes: Uint8Array<ArrayBuffer>,
    document: ReportDocument,
    frame: Frame,
  ) => Promise<Rows>;
};

const all = ["funding", "mark", "titles", "places", "reasons", "texts"] as const;
const wellFormed = (text: string) => text.toWellFormed();

/** Every format of a report. Another joins with its line: how it is made, and how it is read. */
export const FORMATS: readonly Format[] = [
  {
    name: "json",
    make: async (document) => new TextEncoder().encode(canonical(document)),
    // It is what the fingerprint is taken of.
    text: async (bytes) => textsIn(JSON.parse(new TextDecoder().decode(bytes))),
    claims: ["funding", "titles", "places", "reasons", "texts"],
    carries: (text) => text,
  },
  {
    name: "xlsx",
    make: reportXlsx,
    text: async (bytes) => textsIn((await readXlsx(bytes)).sheets.map(({ rows }) => rows)),
    claims: all,
    carries: (text) => wellFormed(text).replace(/[\uFFFE\uFFFF]/g, ""),
    rows: xlsxRows,
  },
  {
    name: "csv in codes",
    make: reportCsv,
    text: async (bytes) => csvTexts(await csvFiles(bytes, "codes")),
    claims: all,
    carries: wellFormed,
    rows: async (bytes, document, frame) =>
      rowsOf(tablesOf(document, frame), frame.language, await csvFiles(bytes, "codes"), "codes"),
  },
  {
    name: "csv in words",
    make: reportCsv,
    text: async (bytes) => csvTexts(await csvFiles(bytes, "words")),
    claims: all,
    carries: wellFormed,
    rows: async (bytes, document, frame) =>
      rowsOf(tablesOf(document, frame), frame.language, await csvFiles(bytes, "words"), "words"),
  },
  {
    name: "docx",
    make: reportDocx,
    text: async (bytes) =>
      Object.entries(await unzip(bytes))
        .filter(([name]) => /^word\/\w+\.xml$/.test(name))
        .map(([, xml]) => xmlText(xml))
        .join("\n"),
    claims: all,
    carries: (text) => inXml(text).replace(/[\u202A-\u202E\u2066-\u2069]/g, ""),
  },
  {
    name: "iati",
    make: reportIati,
    text: async (bytes) => xmlText(new TextDecoder("utf-8", { fatal: true }).decode(bytes)),
    claims: ["mark", "titles"],
    carries: inXml,
  },
  {
    name: "ics",
    make: reportCalendar,
    text: async (bytes) => calendarText(new TextDecoder("utf-8", { fatal: true }).decode(bytes)),
    claims: ["funding", "mark"],
    // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
    carries: (text) => wellFormed(text).replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, "\uFFFD"),
  },
];

/** What XML 1.0 allows of a text. */
function inXml(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  return wellFormed(text).replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "");
}

/** The text between the tags, as a reader of XML has it. */
const xmlText = (xml: string) =>
  xml
    .replace(/<[^>]*>/g, "")
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");

/** Every text and number in a value, one after another. */
function textsIn(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  if (typeof value === "object" && value !== null) {
    return Object.values(value).map(textsIn).join("\n");
  }
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}

/** Unfolded, and without what the format escapes (RFC 5545 § 3.1 and § 3.3.11). */
export const calendarText = (text: string) =>
  text
    .replaceAll("\r\n ", "")
    .replace(/\\([\\;,n])/g, (_, one: string) => (one === "n" ? "\n" : one));

type Cells = readonly (readonly unknown[])[];

/** The tables of a folder of the ZIP file, by name, each with its headings. */
export async function csvFiles(
  bytes: Uint8Array<ArrayBuffer>,
  folder: "codes" | "words",
): Promise<Readonly<Record<string, Cells>>> {
  const parts = Object.entries(await unzip(bytes)).filter(([name]) =>
    name.startsWith(`${folder}/`),
  );
  const delimiter = folder === "codes" ? "," : ";";
  return Object.fromEntries(
    parts.map(([name, text]) => [
      name.replace(/^.*\/|\.csv$/g, ""),
      parseCsv(text, { delimiter, skipEmptyRows: false }),
    ]),
  );
}

const csvTexts = (files: Readonly<Record<string, Cells>>) =>
  textsIn(
    Object.values(files).map((rows) =>
      rows.map((row) => row.map((cell) => withoutArmour(String(cell)))),
    ),
  );

async function xlsxRows(
  bytes: Uint8Array<ArrayBuffer>,
  document: ReportDocument,
  frame: Frame,
): Promise<Rows> {
  const { sheets } = await readXlsx(bytes);
  const tables = tablesOf(document, frame);
  const names = WORDS[frame.language].tables;
  const files = tables.map(({ name }): readonly [string, Cells] => {
    const sheet = sheets.find((one) => one.name === names[name]);
    // Above the headings stand four rows: what it is, of what, by whose money, and its mark.
    return [name, sheet?.rows.slice(4) ?? []];
  });
  return rowsOf(tables, frame.language, Object.fromEntries(files), "words");
}

/** Rows by their columns, words turned back into codes. Fails where headings are others. */
function rowsOf(
  tables: readonly Table[],
  language: Language,
  files: Readonly<Record<string, Cells>>,
  told: "codes" | "words",
): Rows {
  return Object.fromEntries(
    tables.map(({ name, columns }) => {
      const [headings = [], ...rows] = files[name] ?? [];
      const expected = columns.map((one) =>
        told === "codes" ? one.key : headingOf(one, language),
      );
      if (expected.join("|") !== headings.join("|"))
        throw new Error(`${name}: ${headings.join("|")}`);
      const read = rows.map((row) =>
        Object.fromEntries(
          columns.map(({ key, kind, list }, at) => {
            const cell = plain(row[at], kind);
            const words: Readonly<Record<string, string>> =
              list !== null && kind === "code" && told === "words" ? listsIn(language)[list] : {};
            const code = Object.entries(words).find(([, word]) => word === cell)?.[0];
            return [key, code ?? cell];
          }),
        ),
      );
      return [name, read];
    }),
  );
}

/** A cell as the document has it: nothing is null, dates are `2024-06-30`, numbers are numbers. */
function plain(cell: unknown, kind: Table["columns"][number]["kind"]): unknown {
  if (cell === null || cell === undefined || cell === "") return null;
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  const text = typeof cell === "string" ? cell : JSON.stringify(cell);
  if (kind === "integer" || kind === "number") return Number(text.replace(",", "."));
  if (kind !== "date") return withoutArmour(text);
  const [day = "", month = "", year = ""] = text.split(".");
  return text.includes(".") ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : text;
}

import { writeCsv } from "hucre/csv";
import { harmless } from "../../../kernel/harmless.ts";
import type { Language } from "../../../kernel/language.ts";
import { type Packed, zipOf } from "../../../kernel/pack.ts";
import type { ReportDocument } from "../../contract/document.ts";
import { WORDS as SET } from "../../words/set.ts";
import { WORDS as SHEETS } from "../../words/sheets/words.ts";
import { WORDS } from "../../words/tables/words.ts";
import { finnishDate } from "../csv.ts";
import { packageOf } from "./package.ts";
import { tablesOf } from "./tables/all.ts";
import { headingOf, inWords, type Table, typedOf, type Typed } from "./tables/table.ts";
import type { Frame } from "./told.ts";

/**
 * A ZIP file of all tables, each twice: `codes/` for machines (comma, codes, ISO dates), `words/`
 * for Finnish Excel (byte order mark, semicolon, words, decimal comma), with a README and a data
 * package that describes what is in `codes/`.
 */
export async function reportCsv(document: ReportDocument, frame: Frame): Promise<Uint8Array> {
  const tables = tablesOf(document, frame);
  return zipOf([
    file("README.txt", readmeOf(document, frame, tables)),
    file("datapackage.json", packageOf(document, frame, tables)),
    ...tables.map((table) => file(`codes/${table.name}.csv`, forMachines(table))),
    ...tables.map((table) => file(`words/${table.name}.csv`, forPeople(table, frame.language))),
  ]);
}

const file = (name: string, content: string): Packed => ({ name, content });

function forMachines({ columns, rows }: Table): string {
  const lines = rows.map((row) =>
    columns.map((column, at) => asCode(typedOf(row[at] ?? null, column))),
  );
  return writeCsv([columns.map(({ key }) => key), ...lines], { delimiter: "," });
}

/** As text, so that the smallest numbers are not written as 0. */
const asCode = ({ value }: Typed) =>
  typeof value === "string" ? harmless(value) : value === null ? null : String(value);

function forPeople({ columns, rows }: Table, language: Language): string {
  const lines = rows.map((row) =>
    columns.map((column, at) => asWord(typedOf(row[at] ?? null, column), language)),
  );
  const headings = columns.map((column) => headingOf(column, language));
  return writeCsv([headings, ...lines], { delimiter: ";", bom: true });
}

function asWord(typed: Typed, language: Language): string | null {
  const word = inWords(typed, language);
  if (typeof word === "number") return String(word).replace(".", ",");
  if (word === null) return null;
  return harmless(typed.kind === "date" ? finnishDate(word) : word);
}

function readmeOf(
  document: ReportDocument,
  { language, fingerprint }: Frame,
  tables: readonly Table[],
): string {
  const { about, report, preview } = SHEETS[language];
  const { readme, tables: heading } = SET[language];
  const lines: readonly string[] = [
    `${document.project.name}: ${document.report.name}`,
    report,
    ...(fingerprint === null ? ["", preview] : []),
    "",
    document.programme.visibilityText[language],
    "",
    `${about.asOf}: ${document.asOf}`,
    ...(document.edition === null ? [] : [`${about.edition}: ${document.edition}`]),
    ...(fingerprint === null
      ? []
      : [`${about.fingerprint}: ${fingerprint}`, `${about.check}: ${document.service}/check`]),
    "",
    readme,
    "",
    `${heading}:`,
    ...tables.map(
      ({ name, rows }) => `- ${name}.csv: ${WORDS[language].tables[name]} (${rows.length})`,
    ),
    "",
  ];
  return lines.join("\r\n");
}

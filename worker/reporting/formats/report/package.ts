import type { ReportDocument } from "../../contract/document.ts";
import { WORDS as SHEETS } from "../../words/sheets/words.ts";
import { WORDS } from "../../words/tables/words.ts";
import { type Column, headingOf, type Kind, listsIn, type Table } from "./tables/table.ts";
import type { Frame } from "./told.ts";

/** As table schemas name what stands in a field. */
const TYPES: Readonly<Record<Kind, string>> = {
  integer: "integer",
  number: "number",
  date: "date",
  instant: "datetime",
  text: "string",
  flag: "boolean",
  code: "string",
  codes: "string",
  mixed: "string",
};

/**
 * The description of the tables in `codes/` (Frictionless Data Package, table schemas), with the
 * fingerprint, the edition and the moment of the figures.
 */
export function packageOf(
  document: ReportDocument,
  frame: Frame,
  tables: readonly Table[],
): string {
  const { language, fingerprint } = frame;
  const { report, project, programme, edition, asOf } = document;
  const content = {
    profile: "tabular-data-package",
    name: `${project.slug}-${report.number}${edition === null ? "-preview" : `-${edition}`}`,
    title: `${project.name}: ${report.name}`,
    description:
      fingerprint === null ? SHEETS[language].preview : programme.visibilityText[language],
    created: asOf,
    language,
    funding: programme.visibilityText[language],
    asOf,
    edition,
    fingerprint,
    ...(fingerprint !== null && { check: `${document.service}/check` }),
    resources: tables.map(({ name, columns }) => ({
      name,
      title: WORDS[language].tables[name],
      path: `codes/${name}.csv`,
      profile: "tabular-data-resource",
      format: "csv",
      mediatype: "text/csv",
      encoding: "utf-8",
      dialect: { delimiter: ",", lineTerminator: "\r\n", quoteChar: '"', doubleQuote: true },
      schema: { fields: columns.map((column) => fieldOf(column, frame)), missingValues: [""] },
    })),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

function fieldOf(column: Column, { language }: Frame) {
  const { key, name, kind, list, of } = column;
  const isCoded = kind === "code" && list !== null && of === null;
  return {
    name: key,
    type: TYPES[kind],
    ...(kind === "instant" && { format: "any" }),
    title: headingOf(column, language),
    description: WORDS[language].columns[name][1],
    ...(isCoded && { constraints: { enum: Object.keys(listsIn(language)[list]) } }),
  };
}

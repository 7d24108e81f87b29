import { writeCsv } from "hucre/csv";
import { harmless } from "../../kernel/harmless.ts";
import type { Language } from "../../kernel/language.ts";
import { WORDS } from "../../risks/words.ts";
import type { ExportDeviation, ExportRisk } from "../contract/exports.ts";
import type { Delimiter } from "../terms.ts";
import { finnishDate } from "./csv.ts";

export type RegisterColumn<Row> = {
  readonly key: keyof Row & string;
  readonly type: "integer" | "date" | "text";
  /** In characters. */
  readonly width: number;
};

/** The columns of risks, in their order in every tabular format. */
export const RISK_COLUMNS: readonly RegisterColumn<ExportRisk>[] = [
  { key: "number", type: "integer", width: 6 },
  { key: "title", type: "text", width: 36 },
  { key: "description", type: "text", width: 50 },
  { key: "likelihood", type: "integer", width: 12 },
  { key: "significance", type: "integer", width: 12 },
  { key: "level", type: "integer", width: 9 },
  { key: "mitigation", type: "text", width: 50 },
  { key: "owner", type: "text", width: 24 },
  { key: "reviewedOn", type: "date", width: 13 },
  { key: "reviewDueOn", type: "date", width: 13 },
  { key: "reviewOverdue", type: "text", width: 12 },
  { key: "state", type: "text", width: 12 },
  { key: "closedBecause", type: "text", width: 36 },
  { key: "links", type: "text", width: 24 },
];

/** The columns of deviations. */
export const DEVIATION_COLUMNS: readonly RegisterColumn<ExportDeviation>[] = [
  { key: "number", type: "integer", width: 6 },
  { key: "title", type: "text", width: 36 },
  { key: "cause", type: "text", width: 44 },
  { key: "effect", type: "text", width: 44 },
  { key: "correctiveAction", type: "text", width: 44 },
  { key: "owner", type: "text", width: 24 },
  { key: "noticedOn", type: "date", width: 13 },
  { key: "resolvedOn", type: "date", width: 13 },
  { key: "state", type: "text", width: 12 },
  { key: "risk", type: "integer", width: 14 },
  { key: "links", type: "text", width: 24 },
];

type Value = ExportRisk[keyof ExportRisk] | ExportDeviation[keyof ExportDeviation];

/** A value as people read it in a table: codes and flags in words, cells as `5/837`. */
export function registerWord(
  key: string,
  value: Value,
  language: Language,
): string | number | null {
  const { riskStates, deviationStates, yes, no } = WORDS[language];
  const states: Readonly<Record<string, string>> = { ...riskStates, ...deviationStates };
  if (typeof value === "boolean") return value ? yes : no;
  if (key === "state" && typeof value === "string") return states[value] ?? value;
  return inCodes(value);
}

function inCodes(value: Value): string | number | null {
  if (typeof value === "boolean") return String(value);
  if (typeof value !== "object" || value === null) return value;
  return value.map(({ milestone, municipality }) => `${milestone}/${municipality}`).join(" ");
}

/** Risks, a row each: for Finnish Excel in words, for machines in codes. */
export function risksCsv(
  rows: readonly ExportRisk[],
  language: Language,
  delimiter: Delimiter,
): string {
  const { riskColumns } = WORDS[language];
  const headings = RISK_COLUMNS.map(({ key }) => (delimiter === "comma" ? key : riskColumns[key]));
  return csvOf(headings, rows.map(cellsOf(RISK_COLUMNS, language, delimiter)), delimiter);
}

/** Deviations, a row each: for Finnish Excel in words, for machines in codes. */
export function deviationsCsv(
  rows: readonly ExportDeviation[],
  language: Language,
  delimiter: Delimiter,
): string {
  const { deviationColumns } = WORDS[language];
  const headings = DEVIATION_COLUMNS.map(({ key }) =>
    delimiter === "comma" ? key : deviationColumns[key],
  );
  return csvOf(headings, rows.map(cellsOf(DEVIATION_COLUMNS, language, delimiter)), delimiter);
}

function cellsOf<Row extends ExportRisk | ExportDeviation>(
  columns: readonly RegisterColumn<Row>[],
  language: Language,
  delimiter: Delimiter,
) {
  const forPeople = delimiter === "semicolon";
  return (row: Row) =>
    columns.map(({ key, type }) => {
      // A row's values are those of risks and deviations.
      const value = row[key] as Value;
      const shown = forPeople ? registerWord(key, value, language) : inCodes(value);
      if (typeof shown !== "string") return shown;
      return harmless(forPeople && type === "date" ? finnishDate(shown) : shown);
    });
}

function csvOf(
  headings: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
  delimiter: Delimiter,
): string {
  const forPeople = delimiter === "semicolon";
  return writeCsv([[...headings], ...rows.map((row) => [...row])], {
    delimiter: forPeople ? ";" : ",",
    bom: forPeople,
  });
}

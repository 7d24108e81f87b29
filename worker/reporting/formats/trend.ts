import { writeCsv } from "hucre/csv";
import { harmless } from "../../kernel/harmless.ts";
import type { Language } from "../../kernel/language.ts";
import type { TrendRow } from "../../progress/contract/trend.ts";
import { WORDS } from "../../progress/words/trend.ts";
import { WHOLE_PROJECT } from "../../projects/terms.ts";
import type { Delimiter } from "../terms.ts";

export const TREND_COLUMNS = [
  "on",
  "municipality",
  "name",
  "percent",
  "planned",
  "granted",
  "done",
  "plannedCells",
  "grantedCells",
  "counted",
  "undated",
  "known",
  "total",
  "late",
] as const;

/** How a project has come along, a row for each date and place: words and decimal commas for Finnish Excel, else codes. */
export function trendCsv(
  rows: readonly TrendRow[],
  language: Language,
  delimiter: Delimiter,
): string {
  const forPeople = delimiter === "semicolon";
  const { columns, whole } = WORDS[language];
  const told = (value: string | number | null) => {
    if (typeof value === "string") return harmless(value);
    return forPeople && value !== null ? String(value).replace(".", ",") : value;
  };
  const lines = rows.map((row) => {
    const name = forPeople && row.municipality === WHOLE_PROJECT ? whole : row.name;
    return TREND_COLUMNS.map((key) => told(key === "name" ? name : row[key]));
  });
  const headers = TREND_COLUMNS.map((key) => (forPeople ? columns[key] : key));
  return writeCsv([headers, ...lines], { delimiter: forPeople ? ";" : ",", bom: forPeople });
}

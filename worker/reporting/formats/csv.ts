import { writeCsv } from "hucre/csv";
import { harmless } from "../../kernel/harmless.ts";
import type { Language } from "../../kernel/language.ts";
import type { StatusExport } from "../contract/exports.ts";
import type { Delimiter } from "../terms.ts";
import { WORDS } from "../words/exports.ts";
import { COLUMNS, type Column, inWords } from "./columns.ts";

/**
 * One row a cell. For Finnish Excel: `;`, a byte order mark, words, `30.6.2024`, decimal comma.
 * For machines: `,`, codes, `2024-06-30`, decimal point.
 */
export function csvOf(status: StatusExport, language: Language, delimiter: Delimiter): string {
  const forPeople = delimiter === "semicolon";
  const { columns } = WORDS[language];
  const keys = [...COLUMNS.map(({ key }) => key), "project", "asOf", "funding"] as const;
  const headers = keys.map((key) => (forPeople ? columns[key] : key));
  const same = [status.project.name, status.asOf, status.programme.visibilityText].map(harmless);
  const rows = status.rows.map((row) => [
    ...COLUMNS.map(({ key, type }) => {
      const value = row[key];
      if (value === null) return null;
      // As text, so that the smallest are not written as 0.
      if (!forPeople) return typeof value === "string" ? harmless(value) : String(value);
      return typeof value === "string"
        ? harmless(type === "date" ? finnishDate(value) : inWords(key, value, language))
        : finnishNumber(value, type);
    }),
    ...same,
  ]);
  return writeCsv([headers, ...rows], { delimiter: forPeople ? ";" : ",", bom: forPeople });
}

/** `2024-06-30` as Finnish Excel reads it: `30.6.2024`. */
export function finnishDate(date: string): string {
  const [year, month, day] = date.split("-").map(Number);
  return `${day}.${month}.${year}`;
}

/** A number as Finnish Excel reads it: with a decimal comma. */
export function finnishNumber(value: number, type: Column["type"]): string | number {
  return type === "number" ? String(value).replace(".", ",") : value;
}

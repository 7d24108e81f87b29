import { writeCsv } from "hucre/csv";
import { harmless } from "../../kernel/harmless.ts";
import type { Language } from "../../kernel/language.ts";
import { WORDS as AMENDMENT_WORDS } from "../../projects/words/amendments.ts";
import type { ExportAmendment } from "../contract/exports.ts";
import type { Delimiter } from "../terms.ts";
import { WORDS } from "../words/exports.ts";

/** The columns of amendments in every tabular format: a row for each change. */
export const AMENDMENT_COLUMNS = [
  "number",
  "title",
  "decidedOn",
  "reference",
  "reason",
  "kind",
  "from",
  "into",
  "fields",
] as const;

type Line = Readonly<Record<(typeof AMENDMENT_COLUMNS)[number], string | number | null>>;

/** A line for each change: with `language` in words, else in codes. Milestones with their names. */
export function amendmentLines(
  amendments: readonly ExportAmendment[],
  language: Language | null,
): Line[] {
  return amendments.flatMap(({ changes, ...amendment }) =>
    changes.map(({ kind, from, into, fields }) => ({
      ...amendment,
      kind: language === null ? kind : AMENDMENT_WORDS[language].kinds[kind],
      from: named(from, language),
      into: named(into, language),
      fields: fields
        .map((field) => (language === null ? field : AMENDMENT_WORDS[language].fields[field]))
        .join(", "),
    })),
  );
}

const named = (all: ExportAmendment["changes"][number]["from"], language: Language | null) =>
  all.map(({ number, title }) => (language === null ? number : `${number}. ${title}`)).join("; ");

/** The amendments of a plan: in words for Finnish Excel, else in codes. */
export function amendmentsCsv(
  amendments: readonly ExportAmendment[],
  language: Language,
  delimiter: Delimiter,
): string {
  const forPeople = delimiter === "semicolon";
  const { columns } = WORDS[language].amendments;
  const rows = amendmentLines(amendments, forPeople ? language : null).map((line) =>
    AMENDMENT_COLUMNS.map((key) => {
      const value = line[key];
      return typeof value === "string" ? harmless(value) : value;
    }),
  );
  const headers = AMENDMENT_COLUMNS.map((key) => (forPeople ? columns[key] : key));
  return writeCsv([headers, ...rows], { delimiter: forPeople ? ";" : ",", bom: forPeople });
}

import { writeCsv } from "hucre/csv";
import { harmless } from "../../kernel/harmless.ts";
import type { Language } from "../../kernel/language.ts";
import type { CellMove, Side } from "../../progress/contract/changes.ts";
import { COMPARED } from "../../progress/terms.ts";
import { WORDS } from "../../progress/words/changes.ts";
import { WORDS as STATUS_WORDS } from "../../progress/words/status.ts";
import type { Delimiter } from "../terms.ts";

const COLUMNS = [
  "milestone",
  "title",
  "municipality",
  "name",
  "kind",
  "field",
  "before",
  "after",
] as const;

/** What moved, a row for each field of each cell: in words for Finnish Excel, else in codes. */
export function changesCsv(
  moves: readonly CellMove[],
  language: Language,
  delimiter: Delimiter,
): string {
  const forPeople = delimiter === "semicolon";
  const { columns, fields, kinds } = WORDS[language];
  const told = (side: Side | null, field: keyof Side) => {
    const value = side?.[field] ?? null;
    return forPeople ? inWords(field, value, language) : value;
  };
  const rows = moves.flatMap(({ before, after, ...place }) =>
    COMPARED.filter((field) => (before?.[field] ?? null) !== (after?.[field] ?? null)).map(
      (field) => {
        const row = {
          ...place,
          kind: forPeople ? kinds[place.kind] : place.kind,
          field: forPeople ? fields[field] : field,
          before: told(before, field),
          after: told(after, field),
        };
        return COLUMNS.map((key) => {
          const value = row[key];
          return typeof value === "string" ? harmless(value) : value;
        });
      },
    ),
  );
  const headers = COLUMNS.map((key) => (forPeople ? columns[key] : key));
  return writeCsv([headers, ...rows], { delimiter: forPeople ? ";" : ",", bom: forPeople });
}

function inWords(field: keyof Side, value: Side[keyof Side], language: Language) {
  const { declared, schedule, evidence } = STATUS_WORDS[language];
  if (typeof value !== "string") {
    return typeof value === "number" ? String(value).replace(".", ",") : value;
  }
  const tables: Partial<Record<keyof Side, Readonly<Record<string, string>>>> = {
    declared,
    schedule,
    evidence,
  };
  return tables[field]?.[value] ?? value;
}

import { writeCsv } from "hucre/csv";
import { harmless } from "../../kernel/harmless.ts";
import type { Language } from "../../kernel/language.ts";
import type { AttentionItem } from "../../progress/contract/attention.ts";
import { WORDS } from "../../progress/words/attention.ts";
import type { Delimiter } from "../terms.ts";

const COLUMNS = [
  "kind",
  "milestone",
  "title",
  "municipality",
  "name",
  "why",
  "days",
  "unblock",
  "risk",
  "deviation",
] as const satisfies readonly (keyof AttentionItem)[];

/** What needs a look, a row each: for Finnish Excel in words, for machines in codes. */
export function attentionCsv(
  items: readonly AttentionItem[],
  language: Language,
  delimiter: Delimiter,
): string {
  const forPeople = delimiter === "semicolon";
  const { columns, kinds } = WORDS[language];
  const rows = items.map((item) =>
    COLUMNS.map((key) => {
      const value = key === "kind" && forPeople ? kinds[item.kind] : item[key];
      return typeof value === "string" ? harmless(value) : value;
    }),
  );
  const headers = COLUMNS.map((key) => (forPeople ? columns[key] : key));
  return writeCsv([headers, ...rows], { delimiter: forPeople ? ";" : ",", bom: forPeople });
}

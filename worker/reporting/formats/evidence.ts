import { writeCsv } from "hucre/csv";
import type { EvidenceView } from "../../evidence/contract.ts";
import { type EvidenceColumn, WORDS } from "../../evidence/words.ts";
import { harmless } from "../../kernel/harmless.ts";
import type { Language } from "../../kernel/language.ts";
import type { Retained } from "../contract/exports.ts";
import type { Delimiter } from "../terms.ts";

/** Evidence, a row each: in words for Finnish Excel, for machines in codes. */
export function evidenceCsv(
  items: readonly (EvidenceView & Retained)[],
  language: Language,
  delimiter: Delimiter,
): string {
  const forPeople = delimiter === "semicolon";
  const { columns, states, kinds } = WORDS[language];
  // The words name every column, in their order.
  const keys = Object.keys(columns) as EvidenceColumn[];
  const told = (item: EvidenceView & Retained, key: EvidenceColumn) => {
    if (key === "municipalities") return item.municipalities.join(" ");
    if (forPeople && key === "state") return states[item.state];
    if (forPeople && key === "kind") return kinds[item.kind];
    return item[key];
  };
  const rows = items.map((item) =>
    keys.map((key) => {
      const value = told(item, key);
      return typeof value === "string" ? harmless(value) : value;
    }),
  );
  const headers = keys.map((key) => (forPeople ? columns[key] : key));
  return writeCsv([headers, ...rows], { delimiter: forPeople ? ";" : ",", bom: forPeople });
}

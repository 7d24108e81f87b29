import type { Language } from "../../kernel/language.ts";
import { WORDS as STATUS_WORDS } from "../../progress/words/status.ts";
import type { ExportRow } from "../contract/exports.ts";
import { WORDS } from "../words/exports.ts";

export type Column = {
  readonly key: keyof ExportRow;
  readonly type: "integer" | "number" | "date" | "text";
  /** In characters. */
  readonly width: number;
};

/** The columns of the status export, in their order in every tabular format. */
export const COLUMNS: readonly Column[] = [
  { key: "milestone", type: "integer", width: 6 },
  { key: "title", type: "text", width: 52 },
  { key: "kind", type: "text", width: 13 },
  { key: "phase", type: "integer", width: 7 },
  { key: "phaseName", type: "text", width: 34 },
  { key: "municipality", type: "text", width: 12 },
  { key: "municipalityName", type: "text", width: 18 },
  { key: "declared", type: "text", width: 14 },
  { key: "schedule", type: "text", width: 20 },
  { key: "evidence", type: "text", width: 14 },
  { key: "value", type: "number", width: 12 },
  { key: "suggestion", type: "number", width: 12 },
  { key: "unit", type: "text", width: 14 },
  { key: "baseline", type: "number", width: 11 },
  { key: "goal", type: "number", width: 12 },
  { key: "grantedDueOn", type: "date", width: 14 },
  { key: "dueOn", type: "date", width: 12 },
  { key: "reportedOn", type: "date", width: 14 },
  { key: "forecastOn", type: "date", width: 12 },
  { key: "doneOn", type: "date", width: 12 },
  { key: "confirmedOn", type: "date", width: 12 },
  { key: "reason", type: "text", width: 50 },
  { key: "unblock", type: "text", width: 40 },
];

/** A code as people read it; other text as it is. */
export function inWords(key: keyof ExportRow, text: string, language: Language): string {
  const status = STATUS_WORDS[language];
  const tables: Partial<Record<keyof ExportRow, Readonly<Record<string, string>>>> = {
    kind: WORDS[language].kinds,
    declared: status.declared,
    schedule: status.schedule,
    evidence: status.evidence,
  };
  return tables[key]?.[text] ?? text;
}

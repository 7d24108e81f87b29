import { WORDS as EVIDENCE } from "../../../../evidence/words.ts";
import type { Language } from "../../../../kernel/language.ts";
import { WORDS as CHANGES } from "../../../../progress/words/changes.ts";
import { WORDS as STATUS } from "../../../../progress/words/status.ts";
import { WORDS as AMENDMENTS } from "../../../../projects/words/amendments.ts";
import { WORDS as RISKS } from "../../../../risks/words.ts";
import { WORDS as EXPORTS } from "../../../words/exports.ts";
import { WORDS as REPORT } from "../../../words/report.ts";
import { WORDS as SHEETS } from "../../../words/sheets/words.ts";
import { type ColumnName, type TableName, WORDS } from "../../../words/tables/words.ts";
import { momentIn } from "../written.ts";

/** What stands in a column. `codes`: several codes of a list, parted by blanks. */
export type Kind =
  | "integer"
  | "number"
  | "date"
  | "instant"
  | "text"
  | "flag"
  | "code"
  | "codes"
  | "mixed";

export type Plain = string | number | boolean | null;

/** A value of a `mixed` column says itself what it is. */
export type Typed = {
  readonly kind: Exclude<Kind, "mixed">;
  readonly list: ListName | null;
  readonly value: Plain;
};

export type Column = {
  readonly name: ColumnName;
  /** What machines call it: a word of letters and points. */
  readonly key: string;
  readonly kind: Kind;
  /** In characters. */
  readonly width: number;
  readonly list: ListName | null;
  /** The code of the list whose cells are counted in this column. */
  readonly of: string | null;
};

export type Table = {
  readonly name: Exclude<TableName, "matrix">;
  readonly columns: readonly Column[];
  /** A row has a value for each column, in their order. */
  readonly rows: readonly (readonly (Plain | Typed)[])[];
};

/** The code lists, by name, with the words of a language. */
export function listsIn(language: Language) {
  const { declared, schedule, evidence } = STATUS[language];
  const { scope, stage, reportKind, of, part, type } = SHEETS[language];
  const { states, kinds } = EVIDENCE[language];
  const { riskStates, deviationStates } = RISKS[language];
  return {
    about: SHEETS[language].about,
    declared,
    schedule,
    evidence,
    milestoneKind: EXPORTS[language].kinds,
    scope,
    stage,
    reportKind,
    figures: of,
    move: CHANGES[language].kinds,
    compared: CHANGES[language].fields,
    sectionKind: REPORT[language].kinds,
    part,
    evidenceKind: kinds,
    evidenceState: {
      submitted: states.submitted,
      accepted: states.accepted,
      rejected: states.rejected,
    },
    riskState: riskStates,
    deviationState: deviationStates,
    amendment: AMENDMENTS[language].kinds,
    amended: AMENDMENTS[language].fields,
    type,
  } satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;
}
export type ListName = keyof ReturnType<typeof listsIn>;

/** A column; codes name their list. */
export function column(
  name: ColumnName,
  kind: Kind,
  width: number,
  list: ListName | null = null,
): Column {
  return { name, key: name.split(".").at(-1) ?? name, kind, width, list, of: null };
}

/** A column that counts the cells of one code of a list. */
export function countOf(list: ListName, of: string): Column {
  return { name: "figures.count", key: `${list}.${of}`, kind: "integer", width: 13, list, of };
}

/** What people read at the head of a column. */
export function headingOf({ name, list, of }: Column, language: Language): string {
  const columns = WORDS[language].columns;
  if (of === null || !isCounted(list)) return columns[name][0];
  return `${columns[list][0]}: ${wordOf(list, of, language)}`;
}

const isCounted = (list: ListName | null): list is "declared" | "schedule" | "evidence" =>
  list === "declared" || list === "schedule" || list === "evidence";

/** What a code is called; the code itself where the list has no such word. */
function wordOf(list: ListName, code: string, language: Language): string {
  const words: Readonly<Record<string, string>> = listsIn(language)[list];
  return words[code] ?? code;
}

/** A value with its kind, whatever the column. */
export function typedOf(value: Plain | Typed, { kind, list }: Column): Typed {
  if (typeof value === "object" && value !== null) return value;
  // Only columns that are `mixed` hold values that say their kind themselves.
  return { kind: kind === "mixed" ? "text" : kind, list, value };
}

/** A value as people read it: codes and flags in words, moments in Helsinki, else as it is. */
export function inWords({ kind, list, value }: Typed, language: Language): string | number | null {
  const { yes, no } = SHEETS[language];
  if (typeof value === "boolean") return value ? yes : no;
  if (typeof value !== "string") return value;
  if (kind === "instant") return momentIn(value, language);
  if (kind === "code" && list !== null) return wordOf(list, value, language);
  if (kind !== "codes" || list === null) return value;
  const codes = value.split(" ").filter((code) => code !== "");
  return codes.map((code) => wordOf(list, code, language)).join(", ");
}

import type { ImportView } from "../../worker/imports/contract.ts";
import { type ImportKind, PLAN_FIELDS, PROGRESS_FIELDS } from "../../worker/imports/terms.ts";
import { PLAN_COLUMNS, TRACKED } from "../../worker/imports/words.ts";
import type { MatrixView } from "../../worker/progress/contract/progress.ts";
import { DECLARED } from "../../worker/progress/terms.ts";
import { WORDS as STATUS_WORDS } from "../../worker/progress/words/status.ts";
import { WORDS as EXPORT_WORDS } from "../../worker/reporting/words/exports.ts";
import { language, messages, showDate, showNumber } from "../shared/i18n.ts";
import { words } from "./words.ts";

/** What a field of a sheet of this kind is called. */
export function fieldName(kind: ImportKind, field: string, nameOf: (code: string) => string) {
  const say = words.value;
  const [what, code] = field.split("/");
  if (what === "municipality" && code !== undefined) return say.dueIn(nameOf(code));
  const known: Readonly<Record<string, string>> =
    kind === "plan"
      ? PLAN_COLUMNS[language.value]
      : {
          ...EXPORT_WORDS[language.value].columns,
          milestone: say.milestoneField,
          title: say.titleField,
          note: say.noteField,
        };
  return known[field] ?? field;
}

export const fieldsOf = (kind: ImportKind): readonly string[] =>
  kind === "plan" ? PLAN_FIELDS : PROGRESS_FIELDS;

type Told = ImportView["changes"][number]["fields"][number]["before"];

/** A value of a field as people read it. */
export function valueShown(field: string, value: Told): string {
  const { declared } = STATUS_WORDS[language.value];
  if (value === null || value === "") {
    return field === "declared" ? declared.no_data : words.value.nothing;
  }
  if (typeof value === "number") return field === "phase" ? String(value) : showNumber(value);
  const { kinds } = messages.value;
  const status = DECLARED.find((one) => one === value);
  if (field === "declared" && status) return declared[status];
  if (field === "kind" && (value === "milestone" || value === "target")) return kinds[value];
  if (field === "scope" && (value === "project" || value === "municipality")) {
    return TRACKED[language.value][value];
  }
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? showDate(value) : value;
}

/** What columns can stand for beside fields: milestones and municipalities of the project. */
export type Across = Pick<MatrixView, "milestones" | "municipalities">;

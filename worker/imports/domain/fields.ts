import type { Declared } from "../../progress/terms.ts";
import { WORDS as STATUS_WORDS } from "../../progress/words/status.ts";
import type { MilestoneKind, SCOPES } from "../../projects/terms.ts";
import { WORDS as EXPORT_WORDS } from "../../reporting/words/exports.ts";
import type { ImportKind, PlanField } from "../terms.ts";
import { PLAN_FIELDS, PROGRESS_FIELDS } from "../terms.ts";
import {
  HEADERS,
  KINDS,
  PLAN_COLUMNS,
  PLAN_HEADERS,
  SCOPE_WORDS,
  STATUSES,
  TRACKED,
} from "../words.ts";
import { wordbook } from "./values.ts";

const LANGUAGES = ["fi", "sv", "en"] as const;

/** The columns of an export: those that cannot be brought in are known too, and left aside. */
type ExportColumn = keyof (typeof EXPORT_WORDS)["fi"]["columns"];

/** Each word of a record of words, as a record of one list a word. */
const listed = <Key extends string>(words: Readonly<Record<Key, string>>) =>
  // Object.fromEntries forgets that the keys are those of `words`.
  Object.fromEntries(Object.entries(words).map(([key, word]) => [key, [word]])) as Record<
    Key,
    string[]
  >;

const exportColumns = LANGUAGES.map((language) => listed(EXPORT_WORDS[language].columns));

/** What a heading of a progress sheet says its column holds; the export's own headings come first. */
export const PROGRESS_HEADINGS: ReadonlyMap<string, ExportColumn | "note"> = wordbook<
  ExportColumn | "note"
>(...exportColumns, HEADERS);

export const PLAN_HEADINGS: ReadonlyMap<string, PlanField> = wordbook<PlanField>(
  ...LANGUAGES.map((language) => listed(PLAN_COLUMNS[language])),
  PLAN_HEADERS,
);

/** A status by its code, by the words of the three languages, or as people say it. */
export const STATUS_BY_WORD: ReadonlyMap<string, Declared> = wordbook<Declared>(
  ...LANGUAGES.map((language) => listed(STATUS_WORDS[language].declared)),
  STATUSES,
);

export const KIND_BY_WORD: ReadonlyMap<string, MilestoneKind> = wordbook<MilestoneKind>(
  ...LANGUAGES.map((language) => listed(EXPORT_WORDS[language].kinds)),
  KINDS,
);

export const SCOPE_BY_WORD: ReadonlyMap<string, (typeof SCOPES)[number]> = wordbook<
  (typeof SCOPES)[number]
>(...LANGUAGES.map((language) => listed(TRACKED[language])), SCOPE_WORDS);

/** The columns by which a sheet is known to be an export of ours. */
export const OWN_COLUMNS: Readonly<Record<ImportKind, readonly string[]>> = {
  progress: PROGRESS_FIELDS.filter((field) => field !== "note"),
  plan: PLAN_FIELDS,
};

/** What a column of a sheet of this kind can be said to hold. */
export const FIELDS: Readonly<Record<ImportKind, readonly string[]>> = {
  progress: PROGRESS_FIELDS,
  plan: PLAN_FIELDS,
};

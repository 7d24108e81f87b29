import type { Language } from "../../../kernel/language.ts";
import { en } from "./en.ts";
import { fi } from "./fi.ts";
import { sv } from "./sv.ts";

export type TableName = keyof typeof fi.tables;
export type ColumnName = keyof typeof fi.columns;

/** Names of tables and columns of a report, and what each column means. */
export const WORDS = { fi, sv, en } satisfies Readonly<Record<Language, typeof fi>>;

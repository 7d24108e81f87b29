import type { FactKind } from "../../history/terms.ts";
import type { Role } from "../../kernel/permissions.ts";

export type Words = {
  /** After a person's name: what they did. */
  readonly kinds: Readonly<Record<FactKind, string>>;
  readonly roles: Readonly<Record<Role, string>>;
  /** The fields of everything that has facts; what has no word here is shown as it is. */
  readonly fields: Readonly<Record<string, string>>;
  /** The values that are codes, by field. */
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Why a role came or went, where the service itself says so. */
  readonly reasons: Readonly<Record<string, string>>;
  readonly columns: Readonly<Record<Column, string>>;
  readonly fileName: string;
};

/** Of the CSV, in this order. */
export const COLUMNS = [
  "at",
  "kind",
  "subject",
  "version",
  "actor",
  "actorName",
  "role",
  "personName",
  "field",
  "before",
  "after",
  "reason",
  "hash",
] as const;
type Column = (typeof COLUMNS)[number];

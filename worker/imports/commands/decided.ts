import type { Role } from "../../kernel/permissions.ts";
import type { Statement } from "../../platform/database.ts";
import type { Mapping, SheetFile } from "../contract.ts";
import type { Outcome } from "../domain/view.ts";

/** A file as it was read, and what a person says of its columns. */
export type Imported = {
  readonly file: SheetFile;
  readonly mapping: Mapping;
  /** SHA-256 of the file. */
  readonly fileDigest: string;
};

/** What an import comes to, and how it is written. */
export type Decided = {
  readonly role: Role;
  readonly outcome: Outcome;
  readonly write: () => Promise<Statement[]>;
};

/** What a sheet can bring in. */
export const IMPORT_KINDS = ["progress", "plan"] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** What a column of a progress sheet can tell. */
export const PROGRESS_FIELDS = [
  "milestone",
  "title",
  "municipality",
  "municipalityName",
  "declared",
  "value",
  "forecastOn",
  "doneOn",
  "reason",
  "unblock",
  "note",
] as const;
export type ProgressField = (typeof PROGRESS_FIELDS)[number];

/** What is said of a cell, as against which cell it is said of. */
export const SAID_FIELDS = [
  "declared",
  "value",
  "forecastOn",
  "doneOn",
  "reason",
  "unblock",
  "note",
] as const satisfies readonly ProgressField[];
export type SaidField = (typeof SAID_FIELDS)[number];

/** Those of them that are written in words. */
export const PROSE_FIELDS: readonly SaidField[] = ["reason", "unblock", "note"];

/** What a column of a plan sheet can tell. */
export const PLAN_FIELDS = [
  "number",
  "title",
  "kind",
  "scope",
  "phase",
  "dueOn",
  "description",
  "verification",
  "weight",
  "unit",
  "baseline",
  "goal",
] as const;
export type PlanField = (typeof PLAN_FIELDS)[number];

/**
 * What an empty cell of a sheet says: nothing (`keep`), or that there is nothing (`clear`), as in
 * a sheet that was taken from here.
 */
export const EMPTY_MEANINGS = ["keep", "clear"] as const;
export type EmptyMeaning = (typeof EMPTY_MEANINGS)[number];

/**
 * What is to be known of a cell of a file besides its value. `formula`: the value is what the
 * program that saved the file had computed; `uncomputed`: it had not; `error`: it could not;
 * `percent`: it is shown as a percentage.
 */
export type Mark = "formula" | "uncomputed" | "error" | "percent";

/** Rows with something in them under the header, and cells that one file can change. */
export const rowsMax = 5000;
export const columnsMax = 200;
/** Rows of a sheet that are looked at, also empty ones between and formatted ones below. */
export const sheetRowsMax = 20_000;
export const sheetsMax = 50;
/**
 * Bytes of a file, and of all that a packed one holds: twelve megabytes of sheet take some ninety
 * of memory to read, and a Worker has 128.
 */
export const fileSizeMax = 5 * 1024 * 1024;
export const unpackedSizeMax = 12 * 1024 * 1024;
export const partsMax = 400;
/** Rows from the top among which the header is looked for. */
export const headerSearchMax = 20;
/** Problems and changes that an answer names; it counts all. */
export const problemsShownMax = 1000;
export const changesShownMax = 500;
export const samplesMax = 3;
/** Characters of a value that a preview repeats. */
export const shownLengthMax = 120;
export const mappingLengthMax = 20_000;
export const sheetNameLengthMax = 100;

/** The letters of a column by its index from 0: `A`, `Z`, `AA`. */
export function letterOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letterOf(Math.floor(column / 26) - 1) + last;
}

/** Where a spreadsheet program shows a cell: row from 1, column from 0, `C14`. */
export const addressOf = (row: number, column: number) => `${letterOf(column)}${row}`;

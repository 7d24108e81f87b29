import type { Sentences } from "../../kernel/sentences/fi.ts";
import type { Finding, ImportView, Sheet, SheetFile } from "../contract.ts";
import {
  addressOf,
  changesShownMax,
  type ImportKind,
  letterOf,
  problemsShownMax,
  shownLengthMax,
} from "../terms.ts";
import type { Layout } from "./columns.ts";
import { textIn } from "./values.ts";

/** What an import would do, before it is told in a language. */
export type Outcome = {
  readonly kind: ImportKind;
  readonly file: SheetFile;
  readonly layout: Layout;
  readonly rows: number;
  readonly unchanged: number;
  readonly findings: readonly Finding[];
  readonly notes: readonly Finding[];
  readonly changes: ImportView["changes"];
  readonly fingerprint: string;
};

/** What an import would do or has done, with as much of it as an answer names. */
export function viewOf(outcome: Outcome, say: Sentences, written: boolean): ImportView {
  const { kind, file, layout, rows, unchanged, findings, notes, changes, fingerprint } = outcome;
  const { sheet } = file;
  const told = (all: readonly Finding[]) =>
    inOrder(all)
      .slice(0, problemsShownMax)
      .map((finding) => toldOf(finding, sheet, say));
  const wholeFile = file.notes.map((message) => ({
    address: "",
    row: 0,
    column: null,
    value: "",
    message: message(say),
  }));
  return {
    kind,
    written,
    sheet: sheet.name,
    sheets: [...file.names],
    headerRow: layout.headerRow,
    empty: layout.empty,
    own: layout.isOwn,
    columns: layout.columns.map(({ index, heading, samples, means }) => ({
      column: letterOf(index),
      heading: short(heading),
      samples: samples.map(short),
      means,
    })),
    rows,
    toChange: changes.length,
    unchanged,
    problemCount: findings.length,
    problems: told(findings),
    notes: [...wholeFile, ...told(notes)],
    changes: written ? [] : changes.slice(0, changesShownMax).map(shortened),
    fingerprint,
  };
}

/** Where a finding is, as a spreadsheet program shows it: a cell, or a whole row. */
export const placeOf = ({ row, column }: Finding) =>
  column === null ? String(row) : addressOf(row, column);

const inOrder = (findings: readonly Finding[]) =>
  findings.toSorted(
    (one, other) => one.row - other.row || (one.column ?? -1) - (other.column ?? -1),
  );

function toldOf(finding: Finding, sheet: Sheet, say: Sentences) {
  const { row, column, message } = finding;
  return {
    address: placeOf(finding),
    row,
    column: column === null ? null : letterOf(column),
    value: column === null ? "" : short(textIn(sheet.rows[row - 1]?.[column] ?? null)),
    message: message(say),
  };
}

const short = (text: string) =>
  text.length > shownLengthMax ? `${text.slice(0, shownLengthMax - 1)}…` : text;

const shortened = ({ fields, title, ...change }: ImportView["changes"][number]) => ({
  ...change,
  title,
  fields: fields.map(({ field, before, after }) => ({
    field,
    before: typeof before === "string" ? short(before) : before,
    after: typeof after === "string" ? short(after) : after,
  })),
});

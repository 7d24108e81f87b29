import { writeCsv } from "hucre/csv";
import { harmless } from "../../kernel/harmless.ts";
import type { Language } from "../../kernel/language.ts";
import { ZONE } from "../../kernel/zone.ts";
import { WORDS as STATUS_WORDS } from "../../progress/words/status.ts";
import type { FactView, Value } from "../contract/history.ts";
import type { Delimiter } from "../terms.ts";
import { fieldInWords, WORDS } from "../words/history.ts";
import { COLUMNS } from "../words/words.ts";

type Row = Readonly<Record<(typeof COLUMNS)[number], Value>>;

/**
 * The history, a row for each field that changed: in words for Finnish Excel, else in codes.
 * Internal notes are left out, as of every file that people pass on.
 */
export async function* historyCsv(
  pages: AsyncIterable<readonly FactView[]>,
  language: Language,
  delimiter: Delimiter,
): AsyncGenerator<string> {
  const forPeople = delimiter === "semicolon";
  const { columns } = WORDS[language];
  // Each part ends its last line, so that the next one begins on its own.
  const csv = (rows: Parameters<typeof writeCsv>[0], bom = false) =>
    `${writeCsv(rows, { delimiter: forPeople ? ";" : ",", bom })}\r\n`;
  yield csv([COLUMNS.map((key) => (forPeople ? columns[key] : key))], forPeople);
  for await (const facts of pages) {
    const rows = facts.flatMap(rowsOf).map((row) => (forPeople ? inWords(row, language) : row));
    if (rows.length > 0) yield csv(rows.map((row) => COLUMNS.map((key) => cellOf(row[key]))));
  }
}

/** At least one row: a fact that changes nothing, as a confirmation, is told too. */
function rowsOf({ changes, ...fact }: FactView): Row[] {
  const shown = changes.filter(({ field }) => field !== "note");
  const each = shown.length > 0 ? shown : [{ field: "", before: null, after: null }];
  return each.map((change) => ({ ...fact, ...change }));
}

function cellOf(value: Value): string | number | null {
  if (typeof value === "number" || value === null) return value;
  return harmless(Array.isArray(value) ? value.join(", ") : String(value));
}

/** A row as people read it: the codes of fields and values in words, moments of Helsinki. */
function inWords(row: Row, language: Language): Row {
  const words = WORDS[language];
  const field = String(row.field);
  return {
    ...row,
    at: momentOf(String(row.at)),
    kind: named(words.kinds, row.kind),
    role: named(words.roles, row.role),
    reason: named(words.reasons, row.reason),
    field: field === "" ? "" : fieldInWords(field, words),
    before: valueInWords(field, row.before, language),
    after: valueInWords(field, row.after, language),
  };
}

const named = (table: Readonly<Record<string, string>>, value: Value) =>
  table[String(value)] ?? value;

function valueInWords(field: string, value: Value, language: Language): Value {
  const name = field.split(".").at(-1) ?? "";
  const { declared, evidence } = STATUS_WORDS[language];
  const { values, roles } = WORDS[language];
  const tables = { ...values, declared, evidence, role: roles };
  const table: Readonly<Record<string, string>> =
    Object.entries(tables).find(([key]) => key === name)?.[1] ?? {};
  if (typeof value === "number") return String(value).replace(".", ",");
  if (Array.isArray(value)) return value.map((one) => table[one] ?? one);
  if (typeof value !== "string") return value;
  return table[value] ?? (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? momentOf(value) : value);
}

const moments = new Intl.DateTimeFormat("fi-FI", {
  dateStyle: "short",
  timeStyle: "medium",
  timeZone: ZONE,
});
const momentOf = (instant: string) => moments.format(new Date(instant));

import type { Language } from "../../../../kernel/language.ts";
import { WORDS as SHEETS } from "../../../words/sheets/words.ts";
import { WORDS } from "../../../words/tables/words.ts";
import { column, headingOf, type ListName, listsIn, type Plain, type Table } from "./table.ts";

/** Every column of every table, with what it is called and what it means. */
export function columnsTable(tables: readonly Table[], language: Language): Table {
  const columns = [
    column("table", "text", 24),
    column("column", "text", 28),
    column("heading", "text", 32),
    column("type", "code", 22, "type"),
    column("list", "text", 18),
    column("meaning", "text", 90),
  ];
  const words = WORDS[language];
  return {
    name: "columns",
    columns,
    rows: tables.flatMap((table) =>
      table.columns.map((one): Plain[] => [
        words.tables[table.name],
        one.key,
        headingOf(one, language),
        one.kind,
        one.of === null ? one.list : null,
        words.columns[one.name][1],
      ]),
    ),
  };
}

/** Every code that stands in a table, with its word. */
export function codesTable(language: Language): Table {
  const { meanings } = SHEETS[language];
  const meant: Partial<Record<ListName, Readonly<Record<string, string>>>> = meanings;
  const lists: Readonly<Record<string, Readonly<Record<string, string>>>> = listsIn(language);
  return {
    name: "codes",
    columns: [
      column("list", "text", 20),
      column("code", "text", 28),
      column("word", "text", 36),
      column("meaning", "text", 70),
    ],
    rows: Object.entries(lists).flatMap(([list, words]) =>
      Object.entries(words).map(([code, word]): Plain[] => [
        list,
        code,
        word,
        // Names of lists are those of the code lists above.
        meant[list as ListName]?.[code] ?? null,
      ]),
    ),
  };
}

import { writeCsv } from "hucre/csv";
import { harmless } from "../../kernel/harmless.ts";
import type { Language } from "../../kernel/language.ts";
import type { CommentView } from "../contract.ts";
import { type Delimiter, MENTION } from "../terms.ts";
import { COLUMNS, type CommentColumn, WORDS } from "../words.ts";

/** Comments, a row each, people by name: in words for Finnish Excel, for machines in codes. */
export function commentsCsv(
  items: readonly CommentView[],
  language: Language,
  delimiter: Delimiter,
): string {
  const forPeople = delimiter === "semicolon";
  const { columns, roles } = WORDS[language];
  const told = (item: CommentView, key: CommentColumn) => {
    if (key === "text") return withNames(item, language);
    return forPeople && key === "role" ? roles[item.role] : item[key];
  };
  const rows = items.map((item) =>
    COLUMNS.map((key) => {
      const value = told(item, key);
      return typeof value === "string" ? harmless(value) : value;
    }),
  );
  const headers = COLUMNS.map((key) => (forPeople ? columns[key] : key));
  return writeCsv([headers, ...rows], { delimiter: forPeople ? ";" : ",", bom: forPeople });
}

function withNames({ text, mentions }: CommentView, language: Language): string {
  const names = new Map(mentions.map(({ person, name }) => [person, name]));
  return (text ?? "").replaceAll(
    MENTION,
    (_all, person: string) => `@${names.get(person) || WORDS[language].somebody}`,
  );
}

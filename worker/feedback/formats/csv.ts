import { writeCsv } from "hucre/csv";
import { harmless } from "../../kernel/harmless.ts";
import type { Language } from "../../kernel/language.ts";
import { ZONE } from "../../kernel/zone.ts";
import type { FeedbackView } from "../contract/feedback.ts";
import type { Delimiter } from "../terms.ts";
import { type Column, COLUMNS, WORDS } from "../words/file.ts";

const moments = new Intl.DateTimeFormat("fi-FI", {
  dateStyle: "short",
  timeStyle: "short",
  timeZone: ZONE,
});
const dates = new Intl.DateTimeFormat("fi-FI", { dateStyle: "short", timeZone: "UTC" });

/**
 * One row for each feedback, without addresses. For Finnish Excel: `;`, a byte order mark, words,
 * `30.6.2024 12.00` of Helsinki. For machines: `,`, codes, instants.
 */
export function feedbackCsv(
  all: readonly FeedbackView[],
  language: Language,
  delimiter: Delimiter,
): string {
  const forPeople = delimiter === "semicolon";
  const headings = COLUMNS.map((key) => (forPeople ? WORDS[language].columns[key] : key));
  const rows = all.map((feedback) =>
    COLUMNS.map((key) => {
      const value = feedback[key];
      if (value === null) return null;
      return harmless(forPeople ? inWords(key, feedback, language) : String(value));
    }),
  );
  return writeCsv([headings, ...rows], { delimiter: forPeople ? ";" : ",", bom: forPeople });
}

function inWords(key: Column, feedback: FeedbackView, language: Language): string {
  const { categories, states, yes } = WORDS[language];
  if (key === "category") return categories[feedback.category];
  if (key === "state") return states[feedback.state];
  if (key === "isLate") return feedback.isLate ? yes : "";
  if (key === "dueOn") return dates.format(new Date(feedback.dueOn));
  const value = feedback[key] ?? "";
  return key.endsWith("At") ? moments.format(new Date(value)) : value;
}

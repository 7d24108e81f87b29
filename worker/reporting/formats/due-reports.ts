import { writeCsv } from "hucre/csv";
import { harmless } from "../../kernel/harmless.ts";
import type { Language } from "../../kernel/language.ts";
import type { DueReport } from "../contract/reports.ts";
import type { Delimiter } from "../terms.ts";
import { CALENDAR_COLUMNS, WORDS } from "../words/calendar.ts";
import { finnishDate } from "./csv.ts";

/** The calendar of reports, a row for each: in words for Finnish Excel, else in codes. */
export function dueReportsCsv(
  items: readonly DueReport[],
  language: Language,
  delimiter: Delimiter,
): string {
  const forPeople = delimiter === "semicolon";
  const { columns, kinds, states, turns, late } = WORDS[language];
  const rows = items.map((item) => {
    const line = forPeople
      ? {
          ...item,
          kind: kinds[item.kind],
          state: states[item.state],
          turn: turns[item.turn],
          late: item.late ? late : "",
          startsOn: finnishDate(item.startsOn),
          endsOn: finnishDate(item.endsOn),
          dueOn: finnishDate(item.dueOn),
          submittedOn: item.submittedOn && finnishDate(item.submittedOn),
        }
      : { ...item, late: String(item.late) };
    return CALENDAR_COLUMNS.map((key) => {
      const value = line[key];
      return typeof value === "string" ? harmless(value) : value;
    });
  });
  const headers = CALENDAR_COLUMNS.map((key) => (forPeople ? columns[key] : key));
  return writeCsv([headers, ...rows], { delimiter: forPeople ? ";" : ",", bom: forPeople });
}

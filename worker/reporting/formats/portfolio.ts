import { writeCsv } from "hucre/csv";
import { harmless } from "../../kernel/harmless.ts";
import { dateInHelsinki } from "../../kernel/instant.ts";
import type { Language } from "../../kernel/language.ts";
import { type Column, COLUMNS, WORDS } from "../../progress/words/portfolio.ts";
import type { PortfolioTaken } from "../contract/exports.ts";
import type { Delimiter } from "../terms.ts";
import { finnishDate } from "./csv.ts";

const DATES: readonly Column[] = ["startsOn", "endsOn", "nextOn", "lastConfirmedOn"];

/** A row a project: words, `30.6.2024` and decimal commas for Finnish Excel, else codes. */
export function portfolioCsv(
  { items, asOf, programmes }: PortfolioTaken,
  language: Language,
  delimiter: Delimiter,
): string {
  const forPeople = delimiter === "semicolon";
  const { columns, stages } = WORDS[language];
  const rows = items.map(({ project, total, nextDates: [next], ...item }) => {
    const programme = programmes.find(({ slug }) => slug === project.programme);
    const { percent, late, atRisk, disagreeing, stale, counts, explanation } = total;
    const row: Readonly<Record<Column, string | number | null>> = {
      programme: programme?.name ?? project.programme,
      funder: programme?.funder ?? null,
      project: project.slug,
      name: project.name,
      stage: forPeople ? stages[project.stage] : project.stage,
      startsOn: project.startsOn,
      endsOn: project.endsOn,
      percent,
      done: explanation.done,
      counted: explanation.counted,
      noData: counts.no_data,
      late,
      atRisk,
      disagreeing,
      paused: counts.paused,
      stale,
      municipalities: item.municipalities,
      milestones: item.milestones,
      nextOn: next?.on ?? null,
      nextTitle: next?.title ?? null,
      lastConfirmedOn: total.lastConfirmedAt && dateInHelsinki(total.lastConfirmedAt),
      asOf,
    };
    return COLUMNS.map((key) => written(row[key], forPeople, DATES.includes(key)));
  });
  const headers = COLUMNS.map((key) => (forPeople ? columns[key] : key));
  return writeCsv([headers, ...rows], { delimiter: forPeople ? ";" : ",", bom: forPeople });
}

function written(value: string | number | null, forPeople: boolean, isDate: boolean) {
  if (value === null) return null;
  if (typeof value === "number") return forPeople ? String(value).replace(".", ",") : value;
  return isDate && forPeople ? finnishDate(value) : harmless(value);
}

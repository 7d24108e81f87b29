import type { ReportPeriod } from "../../../worker/projects/contract/programmes.ts";
import { reportPeriodsMax } from "../../../worker/projects/terms.ts";

export const LENGTHS = ["half", "quarter", "own"] as const;
type Length = (typeof LENGTHS)[number];

export const ownMonthsMax = 24;
export const dueDaysMax = 365;

/** How periods follow each other between two dates. */
export type Pattern = {
  /** Half-years and quarters of the calendar year, or so many months from the first day on. */
  readonly length: Length;
  readonly months: number;
  readonly from: string;
  readonly until: string;
  /** Days from the end of a period to its due date. */
  readonly days: number;
  /** Whether a final report of the whole time is asked for too. */
  readonly final: boolean;
};

type Names = {
  readonly interimName: (number: number, year: string) => string;
  readonly finalName: string;
};

/**
 * The periods of a pattern, the first and last of them cut to its dates, named by their place in
 * the year in which they end. One more than a calendar can have at most; none without dates.
 */
export function periodsOf(pattern: Pattern, names: Names): ReportPeriod[] {
  const { from, until, days, final } = pattern;
  if (!isDay(from) || !isDay(until) || until < from) return [];
  const dated = (startsOn: string, endsOn: string) => ({
    startsOn,
    endsOn,
    dueOn: moved(endsOn, { days }),
  });
  const periods: ReportPeriod[] = [];
  const inYear = new Map<string, number>();
  let startsOn = from;
  while (startsOn <= until && periods.length <= reportPeriodsMax) {
    const next = nextStart(startsOn, periods.length, pattern);
    const lastDay = moved(next, { days: -1 });
    const endsOn = lastDay < until ? lastDay : until;
    const year = endsOn.slice(0, 4);
    const number = (inYear.get(year) ?? 0) + 1;
    inYear.set(year, number);
    const name = names.interimName(number, year);
    periods.push({ name, kind: "interim", ...dated(startsOn, endsOn) });
    startsOn = next;
  }
  return final
    ? [...periods, { name: names.finalName, kind: "final", ...dated(from, until) }]
    : periods;
}

/** What makes two periods the same. */
export const sameness = ({ kind, startsOn, endsOn }: Omit<ReportPeriod, "name" | "dueOn">) =>
  `${kind} ${startsOn} ${endsOn}`;

function nextStart(startsOn: string, index: number, { length, months, from }: Pattern): string {
  // From the first day each time: one month after January 31st and another are March 31st.
  if (length === "own") return moved(from, { months: (index + 1) * months });
  const step = length === "half" ? 6 : 3;
  const month = Number(startsOn.slice(5, 7)) - 1;
  const first = `${startsOn.slice(0, 4)}-01-01`;
  return moved(first, { months: (Math.floor(month / step) + 1) * step });
}

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** A date so many months later, the last of that month where it has no such day, and days. */
function moved(date: string, { months = 0, days = 0 }: { months?: number; days?: number }): string {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const on = new Date(Date.UTC(year, month - 1 + months, Math.min(day, last) + days));
  return on.toISOString().slice(0, 10);
}

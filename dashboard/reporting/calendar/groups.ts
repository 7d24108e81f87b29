import type { DueReport } from "../../../worker/reporting/contract/reports.ts";
import { dueSoonDays } from "../../../worker/reporting/terms.ts";

export const GROUPS = ["late", "soon", "funder", "later", "done"] as const;
type Group = (typeof GROUPS)[number];

const dayLength = 86_400_000;

/** Days from one date to another; negative where it has passed. */
export const daysTo = (date: string, today: string) =>
  Math.round((Date.parse(date) - Date.parse(today)) / dayLength);

/** Where a due report stands, for who has to see to it. `today` is a date in Helsinki. */
export function groupOf({ turn, late, dueOn }: DueReport, today: string): Group {
  if (late) return "late";
  if (turn === "nobody") return "done";
  if (turn === "funder") return "funder";
  return daysTo(dueOn, today) <= dueSoonDays ? "soon" : "later";
}

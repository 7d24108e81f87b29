import { daysBetween } from "../../kernel/instant.ts";
import type { CellState } from "../contract/progress.ts";
import { isLeftOut, isOpen, type Schedule } from "../terms.ts";

type Dated = Pick<CellState, "declared" | "forecastOn" | "doneOn">;

/**
 * What the dates say on a day (a date in Helsinki). A due date is kept when the thing is done on
 * that very day; the day after, it is late. Before that it is at risk when the forecast falls
 * after the due date, else upcoming as long as nobody says it has begun, else on time.
 */
export function scheduleOf(cell: Dated, dueOn: string | null, today: string): Schedule {
  if (isLeftOut(cell.declared) || dueOn === null) return "none";
  if (cell.declared === "done") {
    return (cell.doneOn ?? today) <= dueOn ? "done_on_time" : "done_late";
  }
  if (today > dueOn) return "late";
  if (cell.forecastOn !== null && cell.forecastOn > dueOn) return "at_risk";
  return cell.declared === "in_progress" || cell.declared === "paused" ? "on_time" : "upcoming";
}

/**
 * Whether an open cell has been silent too long: more whole days since a person last confirmed
 * it than the project allows. A cell without data is not stale: nobody has spoken yet.
 */
export function isStale(
  cell: Pick<CellState, "declared"> & { readonly confirmedOn: string | null },
  freshnessDays: number,
  today: string,
): boolean {
  if (cell.confirmedOn === null || !isOpen(cell.declared)) return false;
  return daysBetween(cell.confirmedOn, today) > freshnessDays;
}

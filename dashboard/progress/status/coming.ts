import type { MatrixView } from "../../../worker/progress/contract/progress.ts";
import { isOpen } from "../../../worker/progress/terms.ts";
import { WHOLE_PROJECT } from "../../../worker/projects/terms.ts";
import { dayOf } from "../../shared/i18n.ts";
import type { Milestone } from "../board.ts";

/** A day that comes: what is open of a milestone is due, or a phase ends in its gate. */
export type Coming =
  | {
      readonly kind: "due";
      readonly on: string;
      readonly milestone: Milestone;
      /** How many municipalities have it open; null for a milestone of the whole project. */
      readonly open: number | null;
    }
  | { readonly kind: "gate"; readonly on: string; readonly phase: MatrixView["phases"][number] };

const comingMax = 3;

/** The next days of a project from the day of its view on, the soonest first. */
export function comingDays(matrix: MatrixView): readonly Coming[] {
  const today = dayOf(matrix.asOf);
  const milestones = new Map(matrix.milestones.map((one) => [one.number, one]));
  const open = matrix.cells.filter(
    ({ declared, dueOn }) => isOpen(declared) && dueOn !== null && dueOn >= today,
  );
  const due = [...Map.groupBy(open, ({ milestone, dueOn }) => `${dueOn} ${milestone}`).values()];
  const days: Coming[] = due.flatMap((cells) => {
    const [cell] = cells;
    const milestone = cell && milestones.get(cell.milestone);
    if (!milestone || !cell.dueOn) return [];
    const count = cell.municipality === WHOLE_PROJECT ? null : cells.length;
    return [{ kind: "due", on: cell.dueOn, milestone, open: count }];
  });
  const gates: Coming[] = matrix.phases
    .filter(({ endsOn }) => endsOn >= today)
    .map((phase) => ({ kind: "gate", on: phase.endsOn, phase }));
  return [...days, ...gates]
    .toSorted((a, b) => a.on.localeCompare(b.on) || numberOf(a) - numberOf(b))
    .slice(0, comingMax);
}

/** On one day milestones stand in their order, and the gate that they lead to after them. */
const numberOf = (coming: Coming) =>
  coming.kind === "due" ? coming.milestone.number : Number.MAX_SAFE_INTEGER;

import type { MatrixView } from "../../../worker/progress/contract/progress.ts";
import { isLeftOut, isOpen } from "../../../worker/progress/terms.ts";
import type { Cell, Milestone } from "../board.ts";

/** The first and the last of some dates: `2024-06-30`. */
export type Span = { readonly from: string; readonly to: string };

/** A milestone on the timeline, over all its cells that still count. */
export type Line = {
  readonly milestone: Milestone;
  readonly phase: number;
  /** Null before a grant, and for what came later. */
  readonly granted: Span | null;
  readonly due: Span | null;
  /** Of what is open. */
  readonly forecast: (Span & { readonly count: number }) | null;
  readonly done: Span | null;
  readonly doneCount: number;
  readonly total: number;
  readonly late: number;
};

/** What the timeline is narrowed to. */
export const ONLY = ["late", "open"] as const;
export type Only = (typeof ONLY)[number];

/** A line for each milestone, in the order of phases and of due dates. */
export function linesOf({ milestones, cells }: MatrixView): Line[] {
  const byMilestone = Map.groupBy(cells, ({ milestone }) => milestone);
  return milestones
    .map((milestone) => lineOf(milestone, byMilestone.get(milestone.number) ?? []))
    .toSorted(
      (one, other) =>
        one.phase - other.phase ||
        (one.due?.from ?? "9999").localeCompare(other.due?.from ?? "9999") ||
        one.milestone.number - other.milestone.number,
    );
}

function lineOf(milestone: Milestone, cells: readonly Cell[]): Line {
  const counted = cells.filter(({ declared }) => !isLeftOut(declared));
  const done = counted.filter(({ declared }) => declared === "done");
  const open = counted.filter(({ declared }) => isOpen(declared));
  const forecast = spanOf(open.map(({ forecastOn }) => forecastOn));
  return {
    milestone,
    phase: milestone.phase,
    granted: spanOf(counted.map(({ grantedDueOn }) => grantedDueOn)),
    due: spanOf(counted.map(({ dueOn }) => dueOn)),
    forecast: forecast && {
      ...forecast,
      count: open.filter(({ forecastOn }) => forecastOn !== null).length,
    },
    done: spanOf(done.map(({ doneOn }) => doneOn)),
    doneCount: done.length,
    total: counted.length,
    late: counted.filter(({ schedule }) => schedule === "late").length,
  };
}

function spanOf(dates: readonly (string | null)[]): Span | null {
  const known = dates.filter((date) => date !== null).toSorted();
  const [from] = known;
  const to = known.at(-1);
  return from !== undefined && to !== undefined ? { from, to } : null;
}

export const isIn = (line: Line, only: Only | null) =>
  only === null || (only === "late" ? line.late > 0 : line.doneCount < line.total);

/** The days that a timeline of a project has to show: its own, and every date of its lines. */
export function reachOf({ project }: MatrixView, lines: readonly Line[], today: string): Span {
  const dates = lines.flatMap(({ granted, due, forecast, done }) =>
    [granted, due, forecast, done].flatMap((span) => (span ? [span.from, span.to] : [])),
  );
  const all = [project.startsOn, project.endsOn, today, ...dates].toSorted();
  return { from: all[0] ?? today, to: all.at(-1) ?? today };
}

import type { NextDate, PortfolioView } from "../contract/portfolio.ts";
import type { MatrixView } from "../contract/progress.ts";
import { isOpen, nextDatesMax } from "../terms.ts";
import type { Board } from "./board.ts";
import { matrixOf, type Reading } from "./matrix.ts";
import { summarise } from "./summary.ts";

/** One project's line in the portfolio: where it stands, and what lies ahead of it. */
export function portfolioItem(board: Board, reading: Reading): PortfolioView["items"][number] {
  const matrix = matrixOf(board, reading);
  const { total, phases } = summarise(matrix, { date: reading.today, say: reading.say });
  const dates = datesAhead(matrix, reading.today);
  const due = dates.find(({ kind }) => kind === "due");
  return {
    project: matrix.project,
    phases: phases.map(({ number, name, startsOn, endsOn, percent }) => ({
      number,
      name,
      startsOn,
      endsOn,
      percent,
    })),
    municipalities: matrix.municipalities.length,
    milestones: matrix.milestones.length,
    total,
    nextDue:
      due && due.milestone !== null
        ? { milestone: due.milestone, title: due.title, dueOn: due.on }
        : null,
    nextDates: dates.slice(0, nextDatesMax),
  };
}

/**
 * What lies ahead on a day (a date in Helsinki), that day included, the next first: each date on
 * which a milestone is due that is still open somewhere, and the end of each phase. A milestone is
 * there once for each of its dates, with how many of its cells are open.
 */
function datesAhead(
  { cells, milestones, phases }: Pick<MatrixView, "cells" | "milestones" | "phases">,
  today: string,
): NextDate[] {
  const open = cells.filter(({ declared }) => isOpen(declared));
  const due = milestones.flatMap(({ number, phase, title }) => {
    const dates = open.flatMap(({ milestone, dueOn }) =>
      milestone === number && dueOn !== null && dueOn >= today ? [dueOn] : [],
    );
    return [...Map.groupBy(dates, (on) => on)].map(([on, places]) => ({
      kind: "due" as const,
      on,
      milestone: number,
      phase,
      title,
      open: places.length,
    }));
  });
  const phaseOf = new Map(milestones.map(({ number, phase }) => [number, phase]));
  const ends = phases
    .filter(({ endsOn }) => endsOn >= today)
    .map(({ number, name, endsOn }) => ({
      kind: "phase_end" as const,
      on: endsOn,
      milestone: null,
      phase: number,
      title: name,
      open: open.filter(({ milestone }) => phaseOf.get(milestone) === number).length,
    }));
  // Sorting keeps the order of the plan among equals: what is due in a phase, then its end.
  return [...due, ...ends].toSorted((one, other) => one.on.localeCompare(other.on));
}

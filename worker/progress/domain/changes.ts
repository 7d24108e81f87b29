import type { CellMove, Side, Standing } from "../contract/changes.ts";
import type { CellView, Figures, MatrixView } from "../contract/progress.ts";
import { COMPARED } from "../terms.ts";
import { cellKey } from "./board.ts";

const sideOf = (cell: CellView): Side => {
  const { declared, schedule, evidence, value, dueOn, forecastOn, doneOn } = cell;
  return { declared, schedule, evidence, value, dueOn, forecastOn, doneOn };
};

const differ = (before: Side, after: Side) =>
  COMPARED.some((field) => before[field] !== after[field]);

/**
 * The cells that differ between two matrices of one project, in the order of the later one, and
 * after them those that left the plan meanwhile. A cell that is there on one side only has moved
 * where somebody has spoken of it. Time moves cells too: what was upcoming can be late without a
 * word.
 */
export function movesBetween(before: MatrixView | null, after: MatrixView): CellMove[] {
  const titles = new Map(after.milestones.map(({ number, title }) => [number, title]));
  const names = new Map(after.municipalities.map(({ code, name }) => [code, name]));
  const known = new Map(
    (before?.cells ?? []).map((cell) => [cellKey(cell.milestone, cell.municipality), cell]),
  );
  const moved = after.cells.flatMap((cell) => {
    const key = cellKey(cell.milestone, cell.municipality);
    const was = known.get(key);
    known.delete(key);
    const now = sideOf(cell);
    const isMoved = was ? differ(sideOf(was), now) : cell.declared !== "no_data";
    if (!isMoved) return [];
    return [
      {
        milestone: cell.milestone,
        title: titles.get(cell.milestone) ?? "",
        municipality: cell.municipality,
        name: names.get(cell.municipality) ?? "",
        before: was ? sideOf(was) : null,
        after: now,
      },
    ];
  });
  return before ? [...moved, ...leftBetween(before, [...known.values()])] : moved;
}

/** Cells of an earlier matrix that the later one has no more, where somebody had spoken of them. */
function leftBetween({ milestones, municipalities }: MatrixView, gone: readonly CellView[]) {
  const titles = new Map(milestones.map(({ number, title }) => [number, title]));
  const names = new Map(municipalities.map(({ code, name }) => [code, name]));
  return gone
    .filter(({ declared }) => declared !== "no_data")
    .map((cell): CellMove => ({
      milestone: cell.milestone,
      title: titles.get(cell.milestone) ?? "",
      municipality: cell.municipality,
      name: names.get(cell.municipality) ?? "",
      before: sideOf(cell),
      after: null,
    }));
}

export const standingOf = ({ percent, counts, late, atRisk, stale }: Figures): Standing => ({
  percent,
  done: counts.done,
  late,
  atRisk,
  stale,
});

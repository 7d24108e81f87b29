import type { CellMove, Side, Standing } from "../contract/changes.ts";
import type { CellView, Figures, MatrixView, SummaryView } from "../contract/progress.ts";
import { COMPARED, type MoveKind } from "../terms.ts";
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
    const then = was ? sideOf(was) : null;
    return [
      {
        kind: kindOf(then, now),
        milestone: cell.milestone,
        title: titles.get(cell.milestone) ?? "",
        municipality: cell.municipality,
        name: names.get(cell.municipality) ?? "",
        before: then,
        after: now,
      },
    ];
  });
  return before ? [...moved, ...leftBetween(before, [...known.values()])] : moved;
}

/** What a move comes to. A cell that was not there has moved from nothing said. */
function kindOf(before: Side | null, after: Side): MoveKind {
  const was = before?.declared ?? "no_data";
  const wasLate = before?.schedule === "late";
  const isLate = after.schedule === "late";
  if (after.declared !== was && after.declared === "done") return "done";
  if (after.declared !== was && was === "done") return "undone";
  if (isLate && !wasLate) return "late";
  if (wasLate && !isLate) return "caught_up";
  if (after.schedule === "at_risk" && before?.schedule !== "at_risk") return "at_risk";
  if (after.declared !== was) return after.declared === "in_progress" ? "begun" : "status";
  const differs = (field: keyof Side) => (before?.[field] ?? null) !== after[field];
  if (differs("dueOn") || differs("forecastOn") || differs("doneOn")) return "dates";
  if (differs("value")) return "value";
  return differs("evidence") ? "evidence" : "status";
}

/** Percent done of each municipality of the later summary at both moments; null where unknown. */
export function percentsBetween(
  before: SummaryView | null,
  after: SummaryView,
): { municipality: string; name: string; before: number | null; after: number | null }[] {
  const then = new Map(
    (before?.municipalities ?? []).map(({ municipality, percent }) => [municipality, percent]),
  );
  return after.municipalities.map(({ municipality, name, percent }) => ({
    municipality,
    name,
    before: then.get(municipality) ?? null,
    after: percent,
  }));
}

/** Cells of an earlier matrix that the later one has no more, where somebody had spoken of them. */
function leftBetween({ milestones, municipalities }: MatrixView, gone: readonly CellView[]) {
  const titles = new Map(milestones.map(({ number, title }) => [number, title]));
  const names = new Map(municipalities.map(({ code, name }) => [code, name]));
  return gone
    .filter(({ declared }) => declared !== "no_data")
    .map((cell): CellMove => ({
      kind: "plan",
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

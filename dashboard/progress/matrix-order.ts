import type { MatrixView, SummaryView } from "../../worker/progress/contract/progress.ts";
import { type Cell, cellName, type Milestone, type Municipality } from "./board.ts";
import { type Filter, isShown, NO_FILTER } from "./matrix-filter.ts";

export type Figures = SummaryView["municipalities"][number];

/** By what the rows stand: a name, a figure, or how far a milestone is. */
export type Order = {
  readonly by: "name" | "percent" | "late" | "freshness" | number;
  readonly isTurned: boolean;
};

const FIGURES = ["percent", "late", "freshness"] as const;

/** The order that an address asks for: `late`, `-late` for the other way round, `12` for a milestone. */
export function orderIn(text: string | null): Order {
  const isTurned = text?.startsWith("-") ?? false;
  const name = isTurned ? text?.slice(1) : text;
  const by = FIGURES.find((one) => one === name) ?? (Number(name) || "name");
  return { by, isTurned };
}

/** The order as an address asks for it; null for the usual one. */
export function orderText({ by, isTurned }: Order): string | null {
  if (by === "name" && !isTurned) return null;
  return `${isTurned ? "-" : ""}${by}`;
}

/** Which way the values of an ordered column run. What is late begins with the most. */
export const directionOf = ({ by, isTurned }: Order) =>
  (by === "late") === isTurned ? "ascending" : "descending";

export type Shown = {
  readonly order: Order;
  readonly filter: Filter;
  /** Phases that stand as one column. */
  readonly folded: ReadonlySet<number>;
};

const EVERYTHING: Shown = {
  order: { by: "name", isTurned: false },
  filter: NO_FILTER,
  folded: new Set(),
};

/** A column of the matrix: a milestone, or a phase that is folded. */
export type Column =
  | { readonly phase: number; readonly milestone: Milestone; readonly index: number }
  | { readonly phase: number; readonly milestone: null };

/**
 * The rows and columns of the matrix in an order, and its cells in theirs. A row is there while a
 * cell of it is looked for, or while it is one of those that are kept.
 */
export function gridOf(
  matrix: MatrixView,
  summary: SummaryView,
  { order, filter, folded }: Shown = EVERYTHING,
  kept: ReadonlySet<string> = new Set(),
) {
  // What an amendment adds to an earlier phase has a late number, and stands in its phase.
  const inPhases = matrix.milestones
    .filter(({ scope, phase }) => scope === "municipality" && (filter.phase ?? phase) === phase)
    .toSorted((a, b) => a.phase - b.phase || a.number - b.number);
  const milestones = inPhases.filter(({ phase }) => !folded.has(phase));
  const figures = new Map(summary.municipalities.map((row) => [row.municipality, row]));
  const cells = new Map(matrix.cells.map((cell) => [cellName(cell), cell]));
  const cellsOf = (code: string, some: readonly Milestone[]) =>
    some.flatMap(({ number }) => cells.get(`${number}-${code}`) ?? []);
  const rows = matrix.municipalities
    .filter((one) => kept.has(one.code) || isShown(one, cellsOf(one.code, inPhases), filter))
    .toSorted(rowOrder(order, figures, (code) => cells.get(`${order.by}-${code}`)));
  return {
    columns: columnsOf(inPhases, folded),
    milestones,
    figures,
    rows,
    grid: rows.map(({ code }) => cellsOf(code, milestones)),
    /** All cells of a row that are not filtered away, also those in folded phases. */
    wholeRow: (code: string) => cellsOf(code, inPhases),
  };
}

function columnsOf(inPhases: readonly Milestone[], folded: ReadonlySet<number>): Column[] {
  let index = 0;
  const columns: Column[] = [];
  for (const milestone of inPhases) {
    const { phase } = milestone;
    if (!folded.has(phase)) {
      columns.push({ phase, milestone, index });
      index += 1;
    } else if (columns.at(-1)?.phase !== phase) {
      columns.push({ phase, milestone: null });
    }
  }
  return columns;
}

type Compare = (a: Municipality, b: Municipality) => number;

/** What needs a look comes first. Who has no value stands last, either way. */
function rowOrder(
  { by, isTurned }: Order,
  figures: ReadonlyMap<string, Figures>,
  cellOf: (code: string) => Cell | undefined,
): Compare {
  const turn = isTurned ? -1 : 1;
  if (by === "name") return (a, b) => (isTurned ? -a.name.localeCompare(b.name, "fi") : 0);
  const valueOf = ({ code }: Municipality): number | null => {
    const row = figures.get(code);
    switch (by) {
      case "percent":
        return row?.percent ?? null;
      case "late":
        return row ? -row.late : null;
      case "freshness":
        return row?.lastConfirmedAt ? Date.parse(row.lastConfirmedAt) : 0;
      default:
        return stageOf(cellOf(code));
    }
  };
  return (a, b) => {
    const [mine, theirs] = [valueOf(a), valueOf(b)];
    if (mine === null || theirs === null) return Number(mine === null) - Number(theirs === null);
    return (mine - theirs) * turn;
  };
}

const STAGES = ["not_started", "paused", "in_progress", "done"] as const;

/** How far a cell is: late before what is not, and done last. Null where nothing is to be done. */
function stageOf(cell: Cell | undefined): number | null {
  const stage = STAGES.findIndex((one) => one === cell?.declared);
  if (!cell || stage === -1) return cell?.declared === "no_data" ? -1 : null;
  return stage + (cell.schedule === "late" ? 0 : 0.5);
}

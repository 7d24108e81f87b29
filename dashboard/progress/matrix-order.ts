import type { MatrixView, SummaryView } from "../../worker/progress/contract/progress.ts";
import { cellName } from "./board.ts";

export const ORDERS = ["name", "percent", "late"] as const;
export type Order = (typeof ORDERS)[number];
export type Figures = SummaryView["municipalities"][number];

/** The rows and columns of the matrix in an order, and its cells in theirs. */
export function gridOf(matrix: MatrixView, summary: SummaryView, order: Order) {
  // What an amendment adds to an earlier phase has a late number, and stands in its phase.
  const milestones = matrix.milestones
    .filter(({ scope }) => scope === "municipality")
    .toSorted((a, b) => a.phase - b.phase || a.number - b.number);
  const figures = new Map(summary.municipalities.map((row) => [row.municipality, row]));
  const cells = new Map(matrix.cells.map((cell) => [cellName(cell), cell]));
  const rows = matrix.municipalities.toSorted((a, b) =>
    byOrder(order, figures.get(a.code), figures.get(b.code)),
  );
  const grid = rows.map(({ code }) =>
    milestones.flatMap(({ number }) => cells.get(`${number}-${code}`) ?? []),
  );
  return { milestones, figures, rows, grid };
}

/** What needs a look comes first: the least done, or the most late. By name the rows stay. */
function byOrder(order: Order, a: Figures | undefined, b: Figures | undefined): number {
  if (order === "percent") return (a?.percent ?? -1) - (b?.percent ?? -1);
  return order === "late" ? (b?.late ?? 0) - (a?.late ?? 0) : 0;
}

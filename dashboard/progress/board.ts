import type { FunctionComponent } from "preact";
import type { MatrixView } from "../../worker/progress/contract/progress.ts";

/** What a cell that is open is shown by, of whichever features show something of it. */
export type OpenCell = { matrix: MatrixView; cell: Cell; onClose: () => void };
export type CellOf = FunctionComponent<OpenCell> & { preload: () => Promise<unknown> };

export type Cell = MatrixView["cells"][number];
export type Milestone = MatrixView["milestones"][number];
export type Municipality = MatrixView["municipalities"][number];

/** What can be looked for among the cells. */
export const MARKS = ["late", "at_risk", "paused", "disagreeing", "stale", "no_data"] as const;
export type Mark = (typeof MARKS)[number];

export function isMarked(cell: Cell, mark: Mark): boolean {
  switch (mark) {
    case "late":
    case "at_risk":
      return cell.schedule === mark;
    case "paused":
    case "no_data":
      return cell.declared === mark;
    case "disagreeing":
      return cell.disagreements.length > 0;
    case "stale":
      return cell.stale;
  }
}

export function asMark(text: string | null): Mark | null {
  return MARKS.find((mark) => mark === text) ?? null;
}

/** A cell's name in addresses: `5-837`. */
export const cellName = (cell: Pick<Cell, "milestone" | "municipality">) =>
  `${cell.milestone}-${cell.municipality}`;

export function cellByName(cells: readonly Cell[], name: string | null): Cell | undefined {
  return cells.find((cell) => cellName(cell) === name);
}

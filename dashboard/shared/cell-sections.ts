import type { MatrixView } from "../../worker/progress/contract/progress.ts";

/** What a feature is told of a cell that it shows something of in its drawer. */
export type CellSection = {
  matrix: MatrixView;
  cell: { readonly milestone: number; readonly municipality: string };
};

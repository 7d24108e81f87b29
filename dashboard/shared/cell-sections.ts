import type { MatrixView } from "../../worker/progress/contract/progress.ts";
import type { MilestoneView } from "../../worker/projects/contract/plan.ts";

/** What a feature is told of a cell that it shows something of in its drawer. */
export type CellSection = {
  matrix: MatrixView;
  cell: { readonly milestone: number; readonly municipality: string };
};

/** The same of a milestone, on its page. */
export type MilestoneSection = { matrix: MatrixView; milestone: MilestoneView };

import { type ComponentType, createContext } from "preact";
import type { MatrixView } from "../../worker/progress/contract/progress.ts";

export type CellSection = {
  matrix: MatrixView;
  cell: { readonly milestone: number; readonly municipality: string };
};

/** What other features show of a cell in its drawer. The shell gives it: progress knows none of them. */
export const CellSections = createContext<ComponentType<CellSection> | null>(null);

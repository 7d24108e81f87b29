import { CellComments } from "./comments/cell-comments.tsx";
import { CellEvidence } from "./evidence/cell-evidence.tsx";
import type { OpenCell } from "./progress/board.ts";
import { CellDrawer } from "./progress/cell-drawer.tsx";
import { CellRisks } from "./risks/cell-risks.tsx";

/** A cell with what each feature says of it. */
export function Cell(open: OpenCell) {
  const { matrix, cell } = open;
  const sections = (
    <>
      <CellEvidence matrix={matrix} cell={cell} />
      <CellRisks matrix={matrix} cell={cell} />
      <CellComments matrix={matrix} cell={cell} />
    </>
  );
  return <CellDrawer {...open} sections={sections} />;
}

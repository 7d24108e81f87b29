import type { MatrixView } from "../../worker/progress/contract/progress.ts";
import { WHOLE_PROJECT } from "../../worker/projects/terms.ts";
import { messages } from "../shared/i18n.ts";
import type { Cell } from "./board.ts";
import { CellLine } from "./cell-line.tsx";

/** The milestones that are tracked once for the whole project. */
export function WholeProject({
  matrix,
  onOpen,
}: {
  matrix: MatrixView;
  onOpen: (cell: Cell) => void;
}) {
  const { matrix: say } = messages.value;
  const cells = matrix.cells.filter(({ municipality }) => municipality === WHOLE_PROJECT);
  if (cells.length === 0) return null;
  return (
    <section class="card" aria-labelledby="whole-title">
      <div class="section-head">
        <h2 id="whole-title">{say.wholeProject}</h2>
      </div>
      <ul class="cell-lines">
        {cells.map((cell) => (
          <CellLine key={cell.milestone} matrix={matrix} cell={cell} onOpen={onOpen} />
        ))}
      </ul>
    </section>
  );
}

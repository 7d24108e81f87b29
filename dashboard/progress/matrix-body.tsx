import type { MatrixView } from "../../worker/progress/contract/progress.ts";
import { type Cell, cellName } from "./board.ts";
import { looks } from "./looks.ts";
import { MatrixCell } from "./matrix-cell.tsx";
import type { gridOf } from "./matrix-order.ts";
import { PhaseShare, RowFigures, RowHead } from "./matrix-row.tsx";

/** The rows of the matrix: a municipality's cells, its folded phases, and its figures. */
export function MatrixBody({
  matrix,
  shown: { columns, figures, rows, grid, wholeRow },
  current,
  isLookedFor,
  weights,
  onOpen,
}: {
  matrix: MatrixView;
  shown: ReturnType<typeof gridOf>;
  /** Where the keyboard stands. */
  current: { readonly row: number; readonly column: number };
  isLookedFor: (cell: Cell) => boolean;
  weights: ReadonlyMap<number, number>;
  onOpen: (cell: Cell) => void;
}) {
  const phaseOf = new Map(matrix.milestones.map(({ number, phase }) => [number, phase]));
  return (
    <tbody id="matrix-cells" tabIndex={-1}>
      {rows.map((municipality, row) => (
        <tr key={municipality.code}>
          <RowHead project={matrix.project.slug} municipality={municipality} />
          {columns.map((column, index) => {
            const isFirst = columns[index - 1]?.phase !== column.phase;
            if (!column.milestone) {
              const own = wholeRow(municipality.code).filter(
                ({ milestone }) => phaseOf.get(milestone) === column.phase,
              );
              const key = `phase ${column.phase}`;
              return <PhaseShare key={key} cells={own} weights={weights} isFirst={isFirst} />;
            }
            const cell = grid[row]?.[column.index];
            return (
              cell && (
                <MatrixCell
                  key={column.milestone.number}
                  cell={cell}
                  milestone={column.milestone}
                  municipality={municipality.name}
                  isLookedFor={isLookedFor(cell)}
                  row={row}
                  column={column.index}
                  tabbable={current.row === row && current.column === column.index}
                  firstOfPhase={isFirst}
                  look={looks.value.get(cellName(cell))}
                  onOpen={onOpen}
                />
              )
            );
          })}
          <RowFigures matrix={matrix} figures={figures.get(municipality.code)} />
        </tr>
      ))}
    </tbody>
  );
}

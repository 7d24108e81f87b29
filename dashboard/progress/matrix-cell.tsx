import { messages, showDate, showNumber, words } from "../shared/i18n.ts";
import { Glyph } from "../shared/ui/glyph.tsx";
import { type Cell, isMarked, type Mark, type Milestone } from "./board.ts";

/** One cell: its status as colour and glyph, and the corners for late, at risk and stale. */
export function MatrixCell({
  cell,
  milestone,
  municipality,
  mark,
  place,
  tabbable,
  firstOfPhase,
  onOpen,
}: {
  cell: Cell;
  milestone: Milestone;
  municipality: string;
  mark: Mark | null;
  place: { readonly row: number; readonly column: number };
  tabbable: boolean;
  firstOfPhase: boolean;
  onOpen: (cell: Cell) => void;
}) {
  const marked = mark === null || isMarked(cell, mark);
  const told = describe(cell, milestone);
  return (
    <td class={firstOfPhase ? "first-of-phase" : undefined}>
      <button
        type="button"
        class={`matrix-cell ${cell.declared}${marked ? "" : " unmarked"}`}
        data-row={place.row}
        data-column={place.column}
        tabIndex={tabbable ? 0 : -1}
        title={`${municipality}, ${milestone.number}. ${milestone.title}\n${told}`}
        aria-label={`${municipality}, ${milestone.number}: ${told}`}
        onClick={() => onOpen(cell)}
      >
        {milestone.kind === "target" && cell.value !== null && cell.declared !== "done" ? (
          <span class="matrix-value">{showNumber(cell.value)}</span>
        ) : (
          <Glyph status={cell.declared} size={17} />
        )}
        {cell.schedule === "late" && <span class="cell-sign late" />}
        {cell.schedule === "at_risk" && <span class="cell-sign at_risk" />}
        {cell.stale && <span class="cell-sign stale" />}
      </button>
    </td>
  );
}

/** The cell in words: status, schedule, value, due date, staleness, disagreements. */
function describe(cell: Cell, { unit, goal }: Milestone): string {
  const { declared, schedule, disagreements } = words.value;
  const say = messages.value;
  return [
    declared[cell.declared],
    cell.schedule === "none" ? null : schedule[cell.schedule],
    cell.value === null || goal === null
      ? null
      : `${showNumber(cell.value)} / ${showNumber(goal)} ${unit}`,
    cell.dueOn && `${say.cell.dueOn} ${showDate(cell.dueOn)}`,
    cell.stale ? say.stale : null,
    ...cell.disagreements.map((one) => disagreements[one]),
  ]
    .filter((part) => part)
    .join(", ");
}

import { useMemo } from "preact/hooks";
import { messages, showDate, showNumber, words } from "../shared/i18n.ts";
import { Glyph } from "../shared/ui/glyph.tsx";
import type { Cell, Milestone } from "./board.ts";
import type { Look } from "./looks.ts";

type Shown = {
  cell: Cell;
  milestone: Milestone;
  municipality: string;
  /** Whether the filter looks for it; what it does not steps back. */
  isLookedFor: boolean;
  row: number;
  column: number;
  tabbable: boolean;
  firstOfPhase: boolean;
  look: Look | undefined;
  onOpen: (cell: Cell) => void;
};

/** One cell. A matrix can have thousands, so each is drawn anew only where it has changed. */
export function MatrixCell(shown: Shown) {
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- all that it is given
  return useMemo(() => <DrawnCell {...shown} />, Object.values(shown));
}

/** Its status as colour and glyph, and the corners for late, at risk, stale and evidence. */
function DrawnCell({
  cell,
  milestone,
  municipality,
  isLookedFor,
  row,
  column,
  tabbable,
  firstOfPhase,
  look,
  onOpen,
}: Shown) {
  const { declared, value, schedule, evidence, stale } = look?.shown ?? cell;
  const told = describe(look?.shown ?? cell, milestone) + (look?.told ?? "");
  return (
    <td class={firstOfPhase ? "first-of-phase" : undefined} aria-selected={look?.isSelected}>
      <button
        type="button"
        class={`matrix-cell ${declared}${isLookedFor ? "" : " unmarked"}${look?.mark ?? ""}`}
        data-row={row}
        data-column={column}
        tabIndex={tabbable ? 0 : -1}
        title={`${municipality}, ${milestone.number}. ${milestone.title}\n${told}`}
        aria-label={`${municipality}, ${milestone.number}: ${told}`}
        onClick={() => onOpen(cell)}
      >
        {milestone.kind === "target" && value !== null && declared !== "done" ? (
          <span class="matrix-value">{showNumber(value)}</span>
        ) : (
          <Glyph status={declared} size={17} />
        )}
        {schedule === "late" && <span class="cell-sign late" />}
        {schedule === "at_risk" && <span class="cell-sign at_risk" />}
        {stale && <span class="cell-sign stale" />}
        {evidence !== "none" && <span class={`cell-sign proof ${evidence}`} />}
      </button>
    </td>
  );
}

/** The cell in words: status, schedule, value, due date, evidence, staleness, disagreements. */
function describe(cell: Cell, { unit, goal }: Milestone): string {
  const { declared, schedule, evidence, disagreements } = words.value;
  const say = messages.value;
  return [
    declared[cell.declared],
    cell.schedule === "none" ? null : schedule[cell.schedule],
    cell.value === null || goal === null
      ? null
      : `${showNumber(cell.value)} / ${showNumber(goal)} ${unit}`,
    cell.dueOn && `${say.cell.dueOn} ${showDate(cell.dueOn)}`,
    cell.evidence === "none" ? null : `${say.truths.evidence}: ${evidence[cell.evidence]}`,
    cell.stale ? say.stale : null,
    ...cell.disagreements.map((one) => disagreements[one]),
  ]
    .filter((part) => part)
    .join(", ");
}

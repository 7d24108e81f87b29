import type { MatrixView } from "../../worker/progress/contract/progress.ts";
import { WHOLE_PROJECT } from "../../worker/projects/terms.ts";
import { messages, showDate, showNumber, words as truths } from "../shared/i18n.ts";
import { StatusMark } from "../shared/ui/glyph.tsx";
import { type Cell, isMarked, type Mark, type Milestone } from "./board.ts";
import { words } from "./status/words.ts";

/** The milestones that are tracked once for the whole project, a line each. */
export function WholeProject({
  matrix,
  mark,
  onOpen,
}: {
  matrix: MatrixView;
  mark: Mark | null;
  onOpen: (cell: Cell) => void;
}) {
  const { whole: say } = words.value;
  const milestones = new Map(matrix.milestones.map((one) => [one.number, one]));
  const cells = matrix.cells.filter(({ municipality }) => municipality === WHOLE_PROJECT);
  if (cells.length === 0) return null;
  const done = cells.filter(({ declared }) => declared === "done").length;
  return (
    <section class="overview-whole" aria-labelledby="whole-title">
      <div class="side-head">
        <h2 id="whole-title">{say.title}</h2>
        <span class="soft small">{say.done(done, cells.length)}</span>
      </div>
      <ul class="whole">
        {cells.map((cell) => {
          const milestone = milestones.get(cell.milestone);
          const isPale = mark !== null && !isMarked(cell, mark);
          return (
            milestone && (
              <li key={cell.milestone} class={isPale ? "pale" : undefined}>
                <Line cell={cell} milestone={milestone} onOpen={onOpen} />
              </li>
            )
          );
        })}
      </ul>
    </section>
  );
}

function Line({
  cell,
  milestone: { number, title, goal, unit },
  onOpen,
}: {
  cell: Cell;
  milestone: Milestone;
  onOpen: (cell: Cell) => void;
}) {
  const { declared, schedule, evidence } = truths.value;
  const { truths: say, cell: dates } = messages.value;
  const isOff = cell.schedule === "late" || cell.schedule === "at_risk";
  const day = cell.doneOn ?? cell.dueOn;
  return (
    <button type="button" class="whole-line" onClick={() => onOpen(cell)}>
      <StatusMark status={cell.declared} />
      <span class="whole-title">
        <span class="soft">{number}.</span> <span lang="fi">{title}</span>
        <span class="hidden-visually">
          , {declared[cell.declared]}
          {cell.schedule !== "none" && !isOff && `, ${schedule[cell.schedule]}`}
          {cell.evidence !== "none" && `, ${say.evidence}: ${evidence[cell.evidence]}`}
        </span>
      </span>
      <span class="whole-facts small">
        {cell.value !== null && goal !== null && (
          <span lang="fi" title={unit ?? undefined}>
            {showNumber(cell.value)}/{showNumber(goal)}
          </span>
        )}
        {isOff && <span class={`chip ${cell.schedule}`}>{schedule[cell.schedule]}</span>}
        {day && (
          <span class="soft">
            <span class="hidden-visually">{cell.doneOn ? dates.doneOn : dates.dueOn} </span>
            {showDate(day)}
          </span>
        )}
      </span>
    </button>
  );
}

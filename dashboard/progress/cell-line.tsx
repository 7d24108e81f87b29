import type { ComponentChildren } from "preact";
import type { MatrixView } from "../../worker/progress/contract/progress.ts";
import { messages, showDate, showNumber, words } from "../shared/i18n.ts";
import { StatusMark } from "../shared/ui/glyph.tsx";
import type { Cell } from "./board.ts";
import "./cell-line.css";

/** One cell as a line: its milestone, what is said of it, and what the dates say. */
export function CellLine({
  matrix,
  cell,
  onOpen,
  href = "",
  children,
}: {
  matrix: Pick<MatrixView, "milestones">;
  cell: Cell;
  /** What else the line says of the dates. */
  children?: ComponentChildren;
  /** What opens the cell on this page; else the address where it is open. */
  onOpen?: (cell: Cell) => void;
  href?: string;
}) {
  const milestone = matrix.milestones.find(({ number }) => number === cell.milestone);
  const { declared, evidence } = words.value;
  const { truths } = messages.value;
  if (!milestone) return null;
  const title = (
    <>
      <span class="soft">{milestone.number}.</span> <span lang="fi">{milestone.title}</span>
    </>
  );
  return (
    <li class="cell-line">
      <StatusMark status={cell.declared} />
      <div>
        {onOpen ? (
          <button type="button" class="cell-line-title" onClick={() => onOpen(cell)}>
            {title}
          </button>
        ) : (
          <a class="cell-line-title" href={href}>
            {title}
          </a>
        )}
        <p class="row small">
          <span>{declared[cell.declared]}</span>
          {cell.value !== null && milestone.goal !== null && (
            <span lang="fi">
              {showNumber(cell.value)} / {showNumber(milestone.goal)} {milestone.unit}
            </span>
          )}
          <ScheduleWords cell={cell} />
          {cell.evidence !== "none" && (
            <span class="soft">
              {truths.evidence}: {evidence[cell.evidence]}
            </span>
          )}
          {children}
        </p>
      </div>
    </li>
  );
}

/** What the dates say of a cell, with the date that matters. */
function ScheduleWords({ cell }: { cell: Cell }) {
  const { schedule } = words.value;
  const { cell: say, stale } = messages.value;
  const dates = [
    cell.doneOn ? `${say.doneOn} ${showDate(cell.doneOn)}` : null,
    cell.dueOn && !cell.doneOn ? `${say.dueOn} ${showDate(cell.dueOn)}` : null,
    cell.forecastOn ? `${say.forecastOn} ${showDate(cell.forecastOn)}` : null,
  ].filter((told) => told !== null);
  return (
    <>
      {cell.schedule !== "none" && (
        <span class={`chip ${cell.schedule}`}>{schedule[cell.schedule]}</span>
      )}
      {cell.stale && <span class="chip">{stale}</span>}
      {dates.length > 0 && <span class="soft">{dates.join(" · ")}</span>}
    </>
  );
}

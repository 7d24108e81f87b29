import { useMemo, useRef, useState } from "preact/hooks";
import type { MatrixView, SummaryView } from "../../worker/progress/contract/progress.ts";
import { useAsOf } from "../shared/as-of/use-as-of.ts";
import { messages, showDay, showNumber, showPercent } from "../shared/i18n.ts";
import { useParameter } from "../shared/location.ts";
import { Percent } from "../shared/ui/percent.tsx";
import { type Cell, cellName, type Mark, type Milestone, type Municipality } from "./board.ts";
import { looks } from "./looks.ts";
import { MatrixCell } from "./matrix-cell.tsx";
import { Editor, useEditor } from "./matrix-editor.ts";
import { cellAt, moveTo } from "./matrix-keys.ts";
import { MatrixLegend } from "./matrix-legend.tsx";
import { type Figures, gridOf, type Order, ORDERS } from "./matrix-order.ts";
import "./matrix.css";

const rowsInSight = 30;

/** Municipalities down, milestones across in their phases: where each stands, at a glance. */
export function Matrix({
  matrix,
  summary,
  mark,
  onOpen,
}: {
  matrix: MatrixView;
  summary: SummaryView;
  mark: Mark | null;
  onOpen: (cell: Cell) => void;
}) {
  const { matrix: say } = messages.value;
  const [asked, setAsked] = useParameter("order");
  const order = ORDERS.find((one) => one === asked) ?? "name";
  const orders = { name: say.sortName, percent: say.sortPercent, late: say.sortLate };
  return (
    <section class="card" aria-labelledby="matrix-title">
      <div class="section-head">
        <div>
          <h2 id="matrix-title" tabIndex={-1}>
            {say.title}
          </h2>
          <p id="matrix-help">{say.help}</p>
        </div>
        <label class="row small">
          {say.sort}
          <select value={order} onChange={({ currentTarget }) => setAsked(currentTarget.value)}>
            {ORDERS.map((one) => (
              <option key={one} value={one}>
                {orders[one]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <MatrixLegend />
      <Grid matrix={matrix} summary={summary} mark={mark} order={order} onOpen={onOpen} />
    </section>
  );
}

function Grid({
  matrix,
  summary,
  mark,
  order,
  onOpen,
}: Parameters<typeof Matrix>[0] & { order: Order }) {
  const say = messages.value;
  const table = useRef<HTMLTableElement>(null);
  const [current, setCurrent] = useState({ row: 0, column: 0 });
  const { milestones, figures, rows, grid } = useMemo(
    () => gridOf(matrix, summary, order),
    [matrix, summary, order],
  );
  const isEdited = useEditor(matrix);
  return (
    <>
      <div class={rows.length > rowsInSight ? "matrix-scroll long" : "matrix-scroll"}>
        <table
          class="matrix"
          {...(isEdited && { role: "grid", "aria-multiselectable": true })}
          style={{ minWidth: `${11 + milestones.length * 2.75}rem` }}
          ref={table}
          data-marked={mark !== null}
          aria-describedby="matrix-help"
          onKeyDown={(event) => {
            const next = moveTo(event, { rows: rows.length, columns: milestones.length });
            if (!next) return;
            event.preventDefault();
            setCurrent(next);
            cellAt(table.current, next)?.focus();
          }}
          onFocusIn={(event) => {
            const { row, column } = (event.target as HTMLElement).dataset;
            if (row && column) setCurrent({ row: Number(row), column: Number(column) });
          }}
        >
          <caption class="hidden-visually">{say.matrix.caption}</caption>
          <colgroup>
            <col class="name" />
            <col class="cell" span={milestones.length} />
            <col class="share" />
          </colgroup>
          <Head matrix={matrix} milestones={milestones} />
          <tbody>
            {rows.map((municipality, row) => (
              <tr key={municipality.code}>
                <RowHead project={matrix.project.slug} municipality={municipality} />
                {milestones.map((milestone, column) => {
                  const cell = grid[row]?.[column];
                  return (
                    cell && (
                      <MatrixCell
                        key={milestone.number}
                        cell={cell}
                        milestone={milestone}
                        municipality={municipality.name}
                        mark={mark}
                        row={row}
                        column={column}
                        tabbable={current.row === row && current.column === column}
                        firstOfPhase={milestones[column - 1]?.phase !== milestone.phase}
                        look={looks.value.get(cellName(cell))}
                        onOpen={onOpen}
                      />
                    )
                  );
                })}
                <RowFigures
                  project={matrix.project.slug}
                  figures={figures.get(municipality.code)}
                />
              </tr>
            ))}
          </tbody>
          <Foot milestones={milestones} matrix={matrix} percent={summary.total.percent} />
        </table>
      </div>
      {isEdited && <Editor matrix={matrix} grid={grid} table={table} />}
    </>
  );
}

function Head({ matrix, milestones }: { matrix: MatrixView; milestones: readonly Milestone[] }) {
  const { matrix: say, phases } = messages.value;
  const groups = matrix.phases
    .map((phase) => ({
      ...phase,
      count: milestones.filter((milestone) => milestone.phase === phase.number).length,
    }))
    .filter(({ count }) => count > 0);
  return (
    <thead>
      <tr>
        <td class="matrix-corner" />
        {groups.map(({ number, name, count }) => (
          <th key={number} scope="colgroup" colSpan={count} class="matrix-phase first-of-phase">
            <span>{phases.phase(number)}</span> <span lang="fi">{name}</span>
          </th>
        ))}
        <td class="matrix-corner end" />
      </tr>
      <tr>
        <th scope="col" class="matrix-corner low">
          {say.municipality}
        </th>
        {milestones.map(({ number, title, phase }, index) => (
          <th
            key={number}
            scope="col"
            class={`matrix-milestone${milestones[index - 1]?.phase === phase ? "" : " first-of-phase"}`}
          >
            <span class="matrix-milestone-title" lang="fi" title={title}>
              {title}
            </span>
            <span class="matrix-milestone-number">{number}</span>
          </th>
        ))}
        <th scope="col" class="matrix-corner low end">
          {say.total}
        </th>
      </tr>
    </thead>
  );
}

function RowHead({ project, municipality }: { project: string; municipality: Municipality }) {
  const { first } = useAsOf();
  return (
    <th scope="row" class="matrix-name">
      <a href={`/projects/${project}/municipalities/${municipality.code}${first}`}>
        {municipality.name}
      </a>
    </th>
  );
}

function RowFigures({ project, figures }: { project: string; figures: Figures | undefined }) {
  const { municipality: say } = messages.value;
  if (!figures) return <td />;
  const confirmed = figures.lastConfirmedAt;
  return (
    <td
      class="matrix-share"
      title={confirmed ? `${say.lastConfirmed} ${showDay(confirmed)}` : undefined}
    >
      <Percent project={project} part={figures.municipality}>
        {showPercent(figures.percent)}
      </Percent>
      <span class="bar" aria-hidden="true">
        <span style={{ width: `${figures.percent ?? 0}%` }} />
      </span>
    </td>
  );
}

function Foot({
  milestones,
  matrix: { cells, project },
  percent,
}: {
  milestones: readonly Milestone[];
  matrix: MatrixView;
  percent: number | null;
}) {
  const { matrix: say } = messages.value;
  return (
    <tfoot>
      <tr>
        <th scope="row" class="matrix-name">
          {say.total}
        </th>
        {milestones.map(({ number, phase }, index) => {
          const own = cells.filter(({ milestone }) => milestone === number);
          const done = own.filter(({ declared }) => declared === "done").length;
          return (
            <td key={number} class={milestones[index - 1]?.phase === phase ? "" : "first-of-phase"}>
              <span aria-hidden="true">{showNumber(done)}</span>
              <span class="hidden-visually">{say.doneOf(done, own.length)}</span>
            </td>
          );
        })}
        <td class="matrix-share">
          <Percent project={project.slug}>{showPercent(percent)}</Percent>
        </td>
      </tr>
    </tfoot>
  );
}

import { useRef, useState } from "preact/hooks";
import type { MatrixView, SummaryView } from "../../worker/progress/contract/progress.ts";
import { useAsOf } from "../shared/as-of.ts";
import { messages, showDay, showNumber, showPercent } from "../shared/i18n.ts";
import { useParameter } from "../shared/location.ts";
import { Percent } from "../shared/ui/percent.tsx";
import type { Cell, Mark, Milestone, Municipality } from "./board.ts";
import { MatrixCell } from "./matrix-cell.tsx";
import { cellAt, moveTo } from "./matrix-keys.ts";
import { MatrixLegend } from "./matrix-legend.tsx";
import "./matrix.css";

const ORDERS = ["name", "percent", "late"] as const;
type Order = (typeof ORDERS)[number];
const rowsInSight = 30;
type Figures = SummaryView["municipalities"][number];

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
  const milestones = matrix.milestones.filter(({ scope }) => scope === "municipality");
  const figures = new Map(summary.municipalities.map((row) => [row.municipality, row]));
  const cells = new Map(
    matrix.cells.map((cell) => [`${cell.milestone}/${cell.municipality}`, cell]),
  );
  const rows = matrix.municipalities.toSorted((a, b) =>
    byOrder(order, figures.get(a.code), figures.get(b.code)),
  );
  return (
    <div class={rows.length > rowsInSight ? "matrix-scroll long" : "matrix-scroll"}>
      <table
        class="matrix"
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
                const cell = cells.get(`${milestone.number}/${municipality.code}`);
                return (
                  cell && (
                    <MatrixCell
                      key={milestone.number}
                      cell={cell}
                      milestone={milestone}
                      municipality={municipality.name}
                      mark={mark}
                      place={{ row, column }}
                      tabbable={current.row === row && current.column === column}
                      firstOfPhase={milestones[column - 1]?.phase !== milestone.phase}
                      onOpen={onOpen}
                    />
                  )
                );
              })}
              <RowFigures project={matrix.project.slug} figures={figures.get(municipality.code)} />
            </tr>
          ))}
        </tbody>
        <Foot milestones={milestones} matrix={matrix} percent={summary.total.percent} />
      </table>
    </div>
  );
}

/** What needs a look comes first: the least done, or the most late. By name the rows stay. */
function byOrder(order: Order, a: Figures | undefined, b: Figures | undefined): number {
  if (order === "percent") return (a?.percent ?? -1) - (b?.percent ?? -1);
  return order === "late" ? (b?.late ?? 0) - (a?.late ?? 0) : 0;
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

import type { MatrixView, SummaryView } from "../../worker/progress/contract/progress.ts";
import { useAsOf } from "../shared/as-of/use-as-of.ts";
import { messages, showDay, showNumber, showPercent } from "../shared/i18n.ts";
import { Percent } from "../shared/ui/percent.tsx";
import type { Cell, Municipality } from "./board.ts";
import type { Column, Figures } from "./matrix-order.ts";
import { daysBetween, shareOf } from "./status/measures.ts";
import { words } from "./status/words.ts";

export function RowHead({
  project,
  municipality,
}: {
  project: string;
  municipality: Municipality;
}) {
  const { first } = useAsOf();
  return (
    <th scope="row" class="matrix-name">
      <a href={`/projects/${project}/municipalities/${municipality.code}${first}`}>
        {municipality.name}
      </a>
    </th>
  );
}

/** A phase that is folded: how much of it is done. */
export function PhaseShare({
  cells,
  weights,
  isFirst,
}: {
  cells: readonly Cell[];
  weights: ReadonlyMap<number, number>;
  isFirst: boolean;
}) {
  const { matrix: say } = words.value;
  const { percent, done, counted } = shareOf(cells, weights);
  return (
    <td class={`matrix-share${isFirst ? " first-of-phase" : ""}`} title={say.doneOf(done, counted)}>
      {showPercent(percent)}
      <Bar percent={percent} />
    </td>
  );
}

const Bar = ({ percent }: { percent: number | null }) => (
  <span class="bar" aria-hidden="true">
    <span style={{ width: `${percent ?? 0}%` }} />
  </span>
);

export function RowFigures({
  matrix: { project, asOf },
  figures,
}: {
  matrix: MatrixView;
  figures: Figures | undefined;
}) {
  const { map: say, matrix: texts } = words.value;
  if (!figures) return <td colSpan={3} class="first-of-phase" />;
  const { percent, late, stale, lastConfirmedAt } = figures;
  return (
    <>
      <td class="matrix-share first-of-phase">
        <Percent project={project.slug} part={figures.municipality}>
          {showPercent(percent)}
        </Percent>
        <Bar percent={percent} />
      </td>
      <td class={late > 0 ? "matrix-number late-number" : "matrix-number"}>{showNumber(late)}</td>
      <td
        class={stale > 0 ? "matrix-number stale-number" : "matrix-number"}
        title={lastConfirmedAt ? `${texts.confirmedFull} ${showDay(lastConfirmedAt)}` : undefined}
      >
        {lastConfirmedAt ? say.days(showNumber(daysBetween(lastConfirmedAt, asOf))) : "–"}
        {stale > 0 && <span class="hidden-visually"> {messages.value.stale}</span>}
      </td>
    </>
  );
}

/** How many municipalities have each milestone done, and how much is done in all. */
export function MatrixFoot({
  columns,
  matrix: { cells, project },
  summary: { phases, total },
}: {
  columns: readonly Column[];
  matrix: MatrixView;
  summary: SummaryView;
}) {
  const { matrix: say } = words.value;
  const byMilestone = Map.groupBy(cells, ({ milestone }) => milestone);
  return (
    <tfoot>
      <tr>
        <th scope="row" class="matrix-name">
          {say.total}
        </th>
        {columns.map(({ phase, milestone }, index) => {
          const edge = columns[index - 1]?.phase === phase ? "" : "first-of-phase";
          if (!milestone) {
            return (
              <td key={`phase ${phase}`} class={`matrix-share ${edge}`}>
                <Percent project={project.slug} part={`phase-${phase}`}>
                  {showPercent(phases.find(({ number }) => number === phase)?.percent ?? null)}
                </Percent>
              </td>
            );
          }
          const own = byMilestone.get(milestone.number) ?? [];
          const done = own.filter(({ declared }) => declared === "done").length;
          return (
            <td key={milestone.number} class={edge}>
              <span aria-hidden="true">{showNumber(done)}</span>
              <span class="hidden-visually">{say.doneOf(done, own.length)}</span>
            </td>
          );
        })}
        <td class="matrix-share first-of-phase">
          <Percent project={project.slug}>{showPercent(total.percent)}</Percent>
        </td>
        <td class="matrix-number">{showNumber(total.late)}</td>
        <td />
      </tr>
    </tfoot>
  );
}

import { WHOLE_PROJECT } from "../../../worker/projects/terms.ts";
import { showDate, showNumber, showPercent, words as status } from "../../shared/i18n.ts";
import { StatusMark } from "../../shared/ui/glyph.tsx";
import { Percent } from "../../shared/ui/percent.tsx";
import { Region } from "../../shared/ui/region.tsx";
import { type Cell, isMarked, MARKS, type Milestone } from "../board.ts";
import { latestOf } from "../steering/finding.ts";
import { GateRibbon } from "../steering/gate-ribbon.tsx";
import { markWords } from "../steering/mark-words.ts";
import { hasTiles, Tiles } from "../steering/tiles.tsx";
import type { Standing } from "../steering/use-steering.ts";
import { words as steering } from "../steering/words.ts";
import { words } from "./words.ts";

/** The whole on a page: figures, phases, municipalities, and what is tracked once for all. */
export function OverviewPart({ standing }: { standing: Standing }) {
  const say = words.value;
  const { matrix, summary } = standing;
  const { percent, explanation } = summary.total;
  const { leftOut, formula } = explanation;
  return (
    <>
      <div class="pack-figures">
        <p class="pack-percent">
          <strong>
            <Percent project={matrix.project.slug}>{showPercent(percent)}</Percent>
          </strong>{" "}
          {steering.value.done}
        </p>
        <ul>
          {MARKS.map((mark) => (
            <li key={mark} class={`mark-${mark}`}>
              <strong>
                {showNumber(matrix.cells.filter((cell) => isMarked(cell, mark)).length)}
              </strong>{" "}
              {markWords(mark)}
            </li>
          ))}
        </ul>
      </div>
      <GateRibbon standing={standing} />
      {hasTiles(standing) && <Tiles standing={standing} label={say.parts.overview} />}
      <p>{latestOf(standing)}</p>
      <WholeProject standing={standing} />
      <p class="soft pack-note">
        {say.calculated}: {formula}{" "}
        {say.leftOut(
          showNumber(leftOut.noData),
          showNumber(leftOut.cancelled),
          showNumber(leftOut.notApplicable),
        )}
      </p>
    </>
  );
}

function WholeProject({ standing: { matrix } }: { standing: Standing }) {
  const { columns, wholeProject } = words.value;
  const cells = matrix.cells.filter(({ municipality }) => municipality === WHOLE_PROJECT);
  if (cells.length === 0) return null;
  const milestones = new Map(matrix.milestones.map((one) => [one.number, one]));
  return (
    <Region label={wholeProject}>
      <table class="pack-table">
        <caption>{wholeProject}</caption>
        <thead>
          <tr>
            <th scope="col" class="number">
              {columns.number}
            </th>
            <th scope="col">{columns.title}</th>
            <th scope="col">{columns.state}</th>
            <th scope="col">{columns.schedule}</th>
            <th scope="col">{columns.dueOn}</th>
          </tr>
        </thead>
        <tbody>
          {cells.map((cell) => (
            <Line key={cell.milestone} cell={cell} milestone={milestones.get(cell.milestone)} />
          ))}
        </tbody>
      </table>
    </Region>
  );
}

function Line({ cell, milestone }: { cell: Cell; milestone: Milestone | undefined }) {
  const { declared, schedule } = status.value;
  const value =
    cell.value === null || milestone?.goal === null || milestone?.goal === undefined
      ? ""
      : ` (${showNumber(cell.value)}/${showNumber(milestone.goal)})`;
  return (
    <tr>
      <td class="number">{cell.milestone}</td>
      <th scope="row" lang="fi">
        {milestone?.title}
      </th>
      <td>
        <span class="pack-status">
          <StatusMark status={cell.declared} size={12} /> {declared[cell.declared]}
          {value}
        </span>
      </td>
      <td class={cell.schedule === "late" ? "late-words" : undefined}>
        {cell.schedule === "late" && "! "}
        {schedule[cell.schedule]}
      </td>
      <td>{cell.dueOn && showDate(cell.dueOn)}</td>
    </tr>
  );
}

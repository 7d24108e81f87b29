import { DECLARED } from "../../../worker/progress/terms.ts";
import { messages, showNumber, showPercent, words as status } from "../../shared/i18n.ts";
import { Glyph, StatusMark } from "../../shared/ui/glyph.tsx";
import { Region } from "../../shared/ui/region.tsx";
import type { Cell, Milestone } from "../board.ts";
import type { Standing } from "../steering/use-steering.ts";
import { words } from "./words.ts";

/** So many columns are legible on an A4 page that lies on its side. */
const columnsMax = 18;
/** So much of a name stands above its column. */
const titleMax = 64;

/** Municipalities down, milestones across: a table for as many phases as fit side by side. */
export function MatrixPart({ standing }: { standing: Standing }) {
  const say = words.value;
  const own = standing.matrix.milestones.filter(({ scope }) => scope === "municipality");
  const long = own.filter(({ title }) => title.length > titleMax);
  return (
    <>
      <Legend />
      {sheetsOf(own).map((milestones) => (
        <Sheet key={milestones[0]?.number} standing={standing} milestones={milestones} />
      ))}
      {long.length > 0 && (
        <p class="pack-note">
          {say.longTitles}:{" "}
          <span lang="fi">{long.map(({ number, title }) => `${number}. ${title}`).join("; ")}</span>
        </p>
      )}
    </>
  );
}

/** Whole phases side by side as far as they fit; a phase that is too wide alone is parted. */
function sheetsOf(milestones: readonly Milestone[]): Milestone[][] {
  const sheets: Milestone[][] = [];
  for (const phase of Map.groupBy(milestones, (one) => one.phase).values()) {
    for (let at = 0; at < phase.length; at += columnsMax) {
      const part = phase.slice(at, at + columnsMax);
      const last = sheets.at(-1);
      if (last && last.length + part.length <= columnsMax) last.push(...part);
      else sheets.push([...part]);
    }
  }
  return sheets;
}

function Legend() {
  const say = words.value;
  return (
    <ul class="pack-legend" aria-label={say.legend}>
      {DECLARED.map((one) => (
        <li key={one}>
          <StatusMark status={one} size={12} /> {status.value.declared[one]}
        </li>
      ))}
      <li>{say.lateMark}</li>
      <li>{say.riskMark}</li>
      <li>{say.staleMark}</li>
    </ul>
  );
}

function Sheet({
  standing: { matrix, summary },
  milestones,
}: {
  standing: Standing;
  milestones: readonly Milestone[];
}) {
  const say = words.value;
  const cells = new Map(
    matrix.cells.map((cell) => [`${cell.milestone} ${cell.municipality}`, cell]),
  );
  const percents = new Map(summary.municipalities.map((row) => [row.municipality, row.percent]));
  return (
    <Region label={say.parts.matrix}>
      <table class="pack-matrix">
        <caption class="hidden-visually">{say.parts.matrix}</caption>
        <Columns standing={{ matrix }} milestones={milestones} />
        <tbody>
          {matrix.municipalities.map(({ code, name }) => (
            <tr key={code}>
              <th scope="row">{name}</th>
              {milestones.map((milestone) => (
                <Square
                  key={milestone.number}
                  cell={cells.get(`${milestone.number} ${code}`)}
                  milestone={milestone}
                />
              ))}
              <td class="number">{showPercent(percents.get(code) ?? null)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Region>
  );
}

function Columns({
  standing: { matrix },
  milestones,
}: {
  standing: Pick<Standing, "matrix">;
  milestones: readonly Milestone[];
}) {
  const say = words.value;
  return (
    <thead>
      <tr>
        <td />
        {[...Map.groupBy(milestones, (one) => one.phase)].map(([number, own]) => (
          <th key={number} scope="colgroup" colSpan={own.length} class="pack-phase">
            {number}.{" "}
            <span lang="fi">{matrix.phases.find((one) => one.number === number)?.name}</span>
          </th>
        ))}
        <td />
      </tr>
      <tr>
        <th scope="col" class="pack-corner">
          {say.columns.municipality}
        </th>
        {milestones.map(({ number, title }) => (
          <th key={number} scope="col" class="pack-column">
            <span lang="fi">
              {title.length > titleMax ? `${title.slice(0, titleMax)}…` : title}
            </span>
            <strong>{number}</strong>
          </th>
        ))}
        <th scope="col" class="number pack-corner">
          {say.columns.done}
        </th>
      </tr>
    </thead>
  );
}

const SIGNS = { late: "!", at_risk: "▲" } as const;

function Square({ cell, milestone }: { cell: Cell | undefined; milestone: Milestone }) {
  if (!cell) return <td />;
  const { declared, schedule } = status.value;
  const isLate = cell.schedule === "late" || cell.schedule === "at_risk";
  const isValue = milestone.kind === "target" && cell.value !== null;
  const told = [
    declared[cell.declared],
    isLate && schedule[cell.schedule],
    cell.stale && messages.value.stale,
  ];
  return (
    <td class={`pack-cell ${cell.declared}`}>
      <span aria-hidden={!isValue}>
        {isValue ? showNumber(cell.value ?? 0) : <Glyph status={cell.declared} size={13} />}
      </span>
      {isLate && (
        <b class={cell.schedule} aria-hidden="true">
          {SIGNS[cell.schedule === "late" ? "late" : "at_risk"]}
        </b>
      )}
      {cell.stale && <i aria-hidden="true">○</i>}
      <span class="hidden-visually">{told.filter((one) => one).join(", ")}</span>
    </td>
  );
}

import { type Declared, DECLARED } from "../../worker/progress/terms.ts";
import { Chart } from "../shared/chart/chart.tsx";
import { plural, showNumber, showPercent, words as statusWords } from "../shared/i18n.ts";
import { StatusMark } from "../shared/ui/glyph.tsx";
import type { Item } from "./items.ts";
import { words } from "./words.ts";

/** What a bar is made of, from its beginning; what is cancelled or not applicable is no part. */
const PARTS = ["done", "in_progress", "paused", "not_started", "no_data"] as const;

const barHeight = 22;
/** Where there is little room, the figures stand under the name. */
const narrowMax = 560;
const layoutOf = (width: number) =>
  width < narrowMax ? { row: 74, bar: 38, figures: 31 } : { row: 58, bar: 22, figures: 14 };

const letterWidth = 6.6;
/** A part that is narrower has no room for its number. */
const numberWidth = 28;

type Count = (of: Item) => number;

const cellsOf: Count = ({ total }) => PARTS.reduce((sum, part) => sum + total.counts[part], 0);

/** How the projects compare: a bar for each, of its cells by status. */
export function Composition({ items, asOf }: { items: readonly Item[]; asOf: string }) {
  const { chart: say, columns, signs } = words.value;
  const { declared } = statusWords.value;
  return (
    <Chart
      name="projects"
      finding={findingOf(items)}
      summary={`${say.summary} ${items
        .map(({ project, total }) =>
          say.row(project.name, showPercent(total.percent), plural(total.late, signs.late)),
        )
        .join(" ")}`}
      unit={say.unit}
      asOf={asOf}
      table={{
        caption: say.caption,
        columns: [columns.name, say.percent, ...DECLARED.map((one) => declared[one]), lateWord()],
        rows: items.map(({ project, total }) => [
          project.name,
          total.percent,
          ...DECLARED.map((one) => total.counts[one]),
          total.late,
        ]),
      }}
      height={(width) => items.length * layoutOf(width).row}
      legend={<Legend />}
    >
      {({ width }) => (
        <>
          <Hatch />
          {items.map((item, index) => (
            <Bar
              key={item.project.slug}
              item={item}
              width={width}
              top={index * layoutOf(width).row}
            />
          ))}
        </>
      )}
    </Chart>
  );
}

const lateWord = () => words.value.signNames.late;

/** Where most of what is late is, else what is least done. */
function findingOf(items: readonly Item[]): string {
  const { chart: say } = words.value;
  const late = items.reduce((sum, { total }) => sum + total.late, 0);
  const [worst] = items.toSorted((one, other) => other.total.late - one.total.late);
  if (worst && late > 0) {
    return say.mostLate(showNumber(worst.total.late), showNumber(late), worst.project.name);
  }
  const [least] = items
    .filter(({ total }) => total.percent !== null)
    .toSorted((one, other) => (one.total.percent ?? 0) - (other.total.percent ?? 0));
  return least
    ? say.noneLate(least.project.name, showPercent(least.total.percent))
    : say.nothingKnown;
}

function Legend() {
  const { chart: say } = words.value;
  const { declared } = statusWords.value;
  return (
    <>
      {PARTS.map((part) => (
        <span key={part} class="row composition-key">
          <StatusMark status={part} size={14} />
          {declared[part]}
        </span>
      ))}
      <span class="soft">{say.note}</span>
    </>
  );
}

const hatch = "composition-no-data";

/** No data is no shade of anything: it is hatched, as in the matrix. */
function Hatch() {
  return (
    <defs>
      <pattern
        id={hatch}
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <line class="composition-hatch" x1="0" y1="0" x2="0" y2="6" />
      </pattern>
    </defs>
  );
}

function Bar({ item, width, top }: { item: Item; width: number; top: number }) {
  const { chart: say, signs } = words.value;
  const { project, total } = item;
  const cells = cellsOf(item);
  const told = `${plural(cells, say.cells)} · ${showPercent(total.percent)}`;
  const late = total.late > 0 ? ` · ${plural(total.late, signs.late)}` : "";
  const isNarrow = width < narrowMax;
  const layout = layoutOf(width);
  const beside = isNarrow ? 0 : told.length + late.length + 2;
  const room = Math.floor(width / letterWidth) - beside;
  const name =
    project.name.length > room ? `${project.name.slice(0, room - 1).trim()}…` : project.name;
  return (
    <g transform={`translate(0 ${top})`}>
      <text class="composition-name" x="0" y="14">
        {name}
      </text>
      <text x={isNarrow ? 0 : width} y={layout.figures} text-anchor={isNarrow ? "start" : "end"}>
        {told}
        <tspan class="composition-late">{late}</tspan>
      </text>
      {partsOf(item, cells, width).map(({ part, start, length, count }) => (
        <g key={part}>
          <rect
            class={`composition-${part}`}
            x={start}
            y={layout.bar}
            width={length}
            height={barHeight}
            {...(part === "no_data" && { fill: `url(#${hatch})` })}
          />
          {length >= numberWidth && (
            <text
              class={`composition-number on-${part}`}
              x={start + length / 2}
              y={layout.bar + barHeight / 2 + 4.5}
              text-anchor="middle"
            >
              {showNumber(count)}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}

const gap = 2;

function partsOf({ total }: Item, cells: number, width: number) {
  let start = 0;
  return PARTS.filter((part: Declared) => total.counts[part] > 0).map((part) => {
    const count = total.counts[part];
    const whole = (count / cells) * width;
    const drawn = { part, count, start, length: Math.max(whole - gap, 1) };
    start += whole;
    return drawn;
  });
}

import type { TrendView } from "../../../worker/progress/contract/trend.ts";
import { Chart } from "../../shared/chart/chart.tsx";
import { plural, showDate, showNumber, showPercent } from "../../shared/i18n.ts";
import { useParameter } from "../../shared/location.ts";
import { standing } from "./findings.ts";
import { differsFromGranted } from "./geometry.ts";
import { Reader } from "./reader.tsx";
import { drawingOf, Way } from "./way.tsx";
import { words } from "./words.ts";
import "./trend.css";

/** What is done against what was planned, from the start of the project to the moment. */
export function OverTime({ trend }: { trend: TrendView }) {
  const { overTime: say, how } = words.value;
  const [asked, setAsked] = useParameter("unit");
  const isCount = asked === "cells";
  const last = trend.points.at(-1);
  if (!last) return null;
  const known = last.total > 0 ? say.known(showNumber(last.known), showNumber(last.total)) : "";
  return (
    <section class="card">
      <Chart
        name="progress-over-time"
        finding={standing(last, isCount)}
        summary={`${courseOf(trend, isCount)} ${known}`}
        unit={isCount ? say.cellsUnit : say.unit}
        asOf={trend.asOf}
        table={tableOf(trend)}
        height={(width) => Math.max(280, Math.min(430, width * 0.4))}
        tools={
          <label class="row small">
            {say.show}
            <select
              value={isCount ? "cells" : "percent"}
              onChange={({ currentTarget: { value } }) =>
                setAsked(value === "cells" ? value : null)
              }
            >
              <option value="percent">{say.percent}</option>
              <option value="cells">{say.count}</option>
            </select>
          </label>
        }
        legend={<Legend trend={trend} isCount={isCount} />}
        renderOver={(size) => <Reader drawing={drawingOf(trend, isCount, size)} />}
      >
        {(size) => <Way drawing={drawingOf(trend, isCount, size)} />}
      </Chart>
      {known && <p class="soft small">{known}</p>}
      <details class="small trend-how">
        <summary>{how}</summary>
        <p>{trend.explanation.percent}</p>
        <p>{trend.explanation.planned}</p>
      </details>
    </section>
  );
}

function Legend({
  trend: { points, amendments },
  isCount,
}: {
  trend: TrendView;
  isCount: boolean;
}) {
  const say = words.value;
  const shown = [
    { line: "done", label: say.done },
    { line: "planned", label: say.planned },
    ...(differsFromGranted(points) ? [{ line: "granted", label: say.granted }] : []),
    { line: "counted", label: isCount ? say.counted : say.known },
  ];
  return (
    <>
      {shown.map(({ line, label }) => (
        <span key={line} class="trend-key">
          <svg width="28" height="10" aria-hidden="true">
            <path class={`trend-line ${line}`} d="M1,5H27" />
          </svg>
          {label}
        </span>
      ))}
      {amendments.length > 0 && (
        <span class="trend-key">
          <svg width="12" height="12" aria-hidden="true">
            <path class="trend-amendment" d="M6,0L12,6L6,12L0,6Z" />
          </svg>
          {say.amendment}
        </span>
      )}
    </>
  );
}

const count = (cells: number | null) => (cells === null ? "–" : showNumber(cells));

/** The course in words: how it began, how it stands, what was planned. */
function courseOf({ points, amendments }: TrendView, isCount: boolean): string {
  const { overTime: say } = words.value;
  const first = points.find(({ percent }) => percent !== null);
  const last = points.at(-1);
  if (!first || !last) return say.nothing;
  const done = (point: typeof last) => (isCount ? count(point.done) : showPercent(point.percent));
  const planned = isCount ? count(last.plannedCells) : showPercent(last.planned);
  const granted = isCount ? count(last.grantedCells) : showPercent(last.granted);
  return [
    say.course(showDate(first.on), done(first), showDate(last.on), done(last)),
    say.plannedAtEnd(planned),
    ...(last.granted === null ? [] : [say.grantedAtEnd(granted)]),
    ...(amendments.length === 0 ? [] : [plural(amendments.length, say.amended)]),
  ].join(" ");
}

const COLUMNS = [
  "percent",
  "planned",
  "granted",
  "done",
  "plannedCells",
  "grantedCells",
  "counted",
  "known",
  "total",
  "late",
] as const;

function tableOf({ points }: TrendView) {
  const { columns, overTime } = words.value;
  return {
    caption: overTime.caption,
    columns: [columns.on, ...COLUMNS.map((key) => columns[key]), columns.amendments],
    rows: points.map((point) => [
      showDate(point.on),
      ...COLUMNS.map((key) => point[key]),
      point.amendments.join(", "),
    ]),
  };
}

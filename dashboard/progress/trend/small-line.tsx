import { scaleLinear } from "d3-scale";
import { area, line } from "d3-shape";
import type { TrendView } from "../../../worker/progress/contract/trend.ts";
import { showPercent } from "../../shared/i18n.ts";
import { withoutPercent } from "./findings.ts";
import { dayNumber } from "./geometry.ts";

/** The least width of a small line, the heights of its parts, and what is between. */
const size = { width: 152, head: 20, plot: 54, foot: 18, gap: 16, rowGap: 14 };

const columnsIn = (width: number) =>
  Math.max(1, Math.floor((width + size.gap) / (size.width + size.gap)));
const rowHeight = size.head + size.plot + size.foot + size.rowGap;

/** How high a drawing of so many small lines is in a width. */
export function heightOf(count: number, width: number): number {
  return Math.ceil(count / columnsIn(width)) * rowHeight - size.rowGap;
}

/** Where a small line stands in a drawing, in pixels. */
export function gridOf(width: number, index: number) {
  const columns = columnsIn(width);
  const across = (width - (columns - 1) * size.gap) / columns;
  return {
    x: (index % columns) * (across + size.gap),
    y: Math.floor(index / columns) * rowHeight,
    width: across,
    height: rowHeight - size.rowGap,
  };
}

const isKnown = (percent: number | null) => percent !== null;

export function SmallLine({
  points,
  place: { name, percents, latest },
  box,
  late,
}: {
  points: TrendView["points"];
  place: TrendView["municipalities"][number];
  box: ReturnType<typeof gridOf>;
  late: string | null;
}) {
  const days = points.map(({ on }) => dayNumber(on));
  const inner = { from: box.x + 4, to: box.x + box.width - 8 };
  const x = scaleLinear(
    [days.at(0) ?? 0, Math.max(days.at(-1) ?? 0, (days[0] ?? 0) + 1)],
    [inner.from, inner.to],
  );
  const top = box.y + size.head;
  const y = scaleLinear([0, 100], [top + size.plot, top + 2]);
  const xAt = (_: number | null, index: number) => x(days[index] ?? 0);
  const drawn = line<number | null>()
    .defined(isKnown)
    .x(xAt)
    .y((percent) => y(percent ?? 0));
  const filled = area<number | null>()
    .defined(isKnown)
    .x(xAt)
    .y0(y(0))
    .y1((percent) => y(percent ?? 0));
  const medians = points.map(({ median }) => median);
  const { percent } = latest;
  return (
    <g>
      <text class="trend-strong" x={inner.from} y={box.y + 15}>
        {name}
      </text>
      <text class="trend-value" x={inner.to} y={box.y + 15} text-anchor="end">
        {percent === null ? withoutPercent(latest) : showPercent(percent)}
      </text>
      <rect
        class="trend-plot"
        x={inner.from}
        y={y(100)}
        width={inner.to - inner.from}
        height={y(0) - y(100)}
      />
      <path class="trend-area" d={filled(percents) ?? ""} />
      <path class="trend-line median" d={drawn(medians) ?? ""} />
      <path class="trend-line done small" d={drawn(percents) ?? ""} />
      <path class="trend-axis" d={`M${inner.from},${y(0)}H${inner.to}`} />
      {percent !== null && <circle class="trend-dot" cx={inner.to} cy={y(percent)} r="3.5" />}
      {late !== null && (
        <text class="trend-late" x={inner.from} y={y(0) + 15}>
          {late}
        </text>
      )}
    </g>
  );
}

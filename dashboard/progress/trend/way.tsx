import { scaleLinear } from "d3-scale";
import { area, line } from "d3-shape";
import { percentOf } from "../../../worker/kernel/percent.ts";
import type { TrendView } from "../../../worker/progress/contract/trend.ts";
import { showDate, showNumber, showPercent } from "../../shared/i18n.ts";
import { apart, dayNumber, differsFromGranted, spanOf, ticksIn } from "./geometry.ts";
import { words } from "./words.ts";

type Place = { readonly x: number; readonly y: number };
type Point = TrendView["points"][number];
type Kind = {
  readonly name: "done" | "planned" | "granted" | "counted";
  readonly label: string;
  readonly of: (point: Point) => number | null;
};
type Line = Pick<Kind, "name" | "label"> & {
  /** One for each point; null where there is nothing to divide. */
  readonly values: readonly (number | null)[];
  readonly places: readonly (Place | null)[];
};

/** Where everything of the chart stands, in pixels. */
export type Drawing = ReturnType<typeof drawingOf>;

/** About the width of a letter of the small text, in pixels. */
const letter = 6.4;
const narrow = 560;

export function drawingOf(
  trend: TrendView,
  isCount: boolean,
  { width, height }: { readonly width: number; readonly height: number },
) {
  const say = words.value;
  const { points } = trend;
  const isNarrow = width < narrow;
  const show = isCount ? (value: number) => showNumber(value) : showPercent;
  const every: readonly Kind[] = [
    { name: "done", label: say.done, of: (point) => (isCount ? point.done : point.percent) },
    {
      name: "planned",
      label: say.planned,
      of: (point) => (isCount ? point.plannedCells : point.planned),
    },
    {
      name: "granted",
      label: say.granted,
      of: (point) => (isCount ? point.grantedCells : point.granted),
    },
    isCount
      ? { name: "counted", label: say.counted, of: ({ counted }) => counted }
      : { name: "counted", label: say.known, of: knownShare },
  ];
  const kinds = differsFromGranted(points) ? every : every.filter(({ name }) => name !== "granted");
  const top = Math.max(4, ...points.map(({ counted }) => counted));
  const right = isNarrow ? 76 : Math.max(...kinds.map(({ label }) => label.length + 9)) * letter;
  const box = { left: isNarrow ? 38 : 46, right: width - right, top: 26, bottom: height - 30 };
  const x = scaleLinear(spanOf(trend), [box.left, box.right]);
  const y = scaleLinear([0, isCount ? top : 100], [box.bottom, box.top]);
  if (isCount) y.nice(4);
  const xs = points.map(({ on }) => x(dayNumber(on)));
  const lines = kinds.map(({ name, label, of }): Line => {
    const values = points.map(of);
    const places = values.map((value, index) =>
      value === null ? null : { x: xs[index] ?? 0, y: y(value) },
    );
    return { name, label, values, places };
  });
  return { trend, box, x, y, xs, lines, show, isNarrow };
}

/** Of how many cells there is anything to tell: few of them make a share that jumps. */
const knownShare = ({ known, total }: Point) => percentOf(known, total);

/** Draws the lines before the phases, with their names where they end. */
export function Way({ drawing }: { drawing: Drawing }) {
  const { lines, box, xs, isNarrow } = drawing;
  const filled = area<Place | null>()
    .defined((place) => place !== null)
    .x((place) => place?.x ?? 0)
    .y0(box.bottom)
    .y1((place) => place?.y ?? 0);
  const drawn = line<Place | null>()
    .defined((place) => place !== null)
    .x((place) => place?.x ?? 0)
    .y((place) => place?.y ?? 0);
  const now = xs.at(-1) ?? box.right;
  const end = lines[0]?.places.at(-1);
  return (
    <>
      <Phases drawing={drawing} />
      <Axes drawing={drawing} now={now} />
      <path class="trend-area" d={filled(lines[0]?.places ?? []) ?? ""} />
      <path class="trend-now" d={`M${now},${box.top}V${box.bottom}`} />
      <Amendments drawing={drawing} />
      {lines.toReversed().map(({ name, places }) => (
        <path
          key={name}
          class={`trend-line ${name} ${isNarrow ? "small" : ""}`}
          d={drawn(places) ?? ""}
        />
      ))}
      {end && <circle class="trend-dot" cx={end.x} cy={end.y} r="4.5" />}
      <Ends drawing={drawing} now={now} />
    </>
  );
}

function Phases({ drawing: { trend, x, box } }: { drawing: Drawing }) {
  return (
    <>
      {trend.phases.map(({ number, name, startsOn, endsOn }, index) => {
        const from = Math.max(box.left, x(dayNumber(startsOn)));
        const to = Math.min(box.right, x(dayNumber(endsOn) + 1));
        if (to <= from) return null;
        return (
          <g key={number}>
            <rect
              class={`trend-phase ${index % 2 === 0 ? "even" : "odd"}`}
              x={from}
              y={box.top - 22}
              width={to - from}
              height={box.bottom - box.top + 22}
            />
            <text x={from + 6} y={box.top - 7} lang="fi">
              {shortened(`${number}. ${name}`, to - from - 8) || number}
            </text>
          </g>
        );
      })}
    </>
  );
}

/** A name in so many pixels; empty where not even a word of it fits. */
function shortened(name: string, width: number): string {
  const letters = Math.floor(width / letter);
  if (name.length <= letters) return name;
  return letters < 8 ? "" : `${name.slice(0, letters - 1).trimEnd()}…`;
}

function Axes({ drawing: { trend, x, y, box, show }, now }: { drawing: Drawing; now: number }) {
  const last = trend.points.at(-1);
  const date = last ? showDate(last.on) : "";
  const dateFrom = now - date.length * letter;
  return (
    <>
      {y.ticks(4).map((value) => (
        <g key={value}>
          <path class="trend-grid" d={`M${box.left},${y(value)}H${box.right}`} />
          <text x={box.left - 6} y={y(value) + 4} text-anchor="end">
            {show(value)}
          </text>
        </g>
      ))}
      {ticksIn([x.domain()[0] ?? 0, x.domain()[1] ?? 0]).map(({ label, day }) => (
        <g key={label}>
          <path class="trend-tick" d={`M${x(day)},${box.bottom}v6`} />
          {/* The date of the moment comes first. */}
          {(x(day) + label.length * letter + 12 < dateFrom || x(day) > now + 8) && (
            <text x={x(day) + 2} y={box.bottom + 20}>
              {label}
            </text>
          )}
        </g>
      ))}
      <path class="trend-axis" d={`M${box.left},${box.bottom}H${box.right}`} />
      <text
        class="trend-strong"
        x={Math.max(now, box.left + 60)}
        y={box.bottom + 20}
        text-anchor="end"
      >
        {date}
      </text>
    </>
  );
}

function Amendments({ drawing: { trend, x, box } }: { drawing: Drawing }) {
  return (
    <>
      {trend.amendments.map(({ number, on }) => {
        const place = x(dayNumber(on));
        return (
          <g key={number}>
            <path class="trend-amended" d={`M${place},${box.top}V${box.bottom}`} />
            <path class="trend-amendment" d={`M${place},${box.bottom - 6}l6,6l-6,6l-6,-6Z`} />
            <text class="trend-strong" x={place + 8} y={box.bottom - 8}>
              {number}
            </text>
          </g>
        );
      })}
    </>
  );
}

/** What each line is called and where it stands at its end, beside it. */
function Ends({ drawing: { lines, box, show, isNarrow }, now }: { drawing: Drawing; now: number }) {
  const ended = lines.flatMap((one) => {
    const [place, value] = [one.places.at(-1), one.values.at(-1)];
    return place && typeof value === "number" ? [{ ...one, y: place.y, value }] : [];
  });
  const gap = isNarrow ? 30 : 18;
  const ys = apart(
    ended.map(({ y }) => y),
    { gap, from: box.top + 8, to: box.bottom - (isNarrow ? 18 : 4) },
  );
  return (
    <>
      {ended.map(({ name, label, value }, index) => (
        <text key={name} class={`trend-end ${name}`} x={now + 10} y={(ys[index] ?? 0) + 4}>
          {isNarrow ? (
            <>
              <tspan>{show(value)}</tspan>
              <tspan x={now + 10} dy="13" class="trend-small">
                {label.split(" ")[0]}
              </tspan>
            </>
          ) : (
            `${label} ${show(value)}`
          )}
        </text>
      ))}
    </>
  );
}

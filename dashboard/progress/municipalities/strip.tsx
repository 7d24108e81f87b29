import { scaleLinear } from "d3-scale";
import { symbol, symbolDiamond } from "d3-shape";
import type { ComponentChildren } from "preact";
import type { Medians, StandingPlace } from "../../../worker/progress/contract/standing.ts";
import { COMPARABLES, type Comparable } from "../../../worker/progress/terms.ts";
import { Chart } from "../../shared/chart/chart.tsx";
import { plural } from "../../shared/i18n.ts";
import { findingOf, isShare, showValue } from "./measures.ts";
import { swarmOf } from "./swarm.ts";
import { words } from "./words.ts";
import "./strip.css";

type Props = {
  measure: Comparable;
  places: readonly StandingPlace[];
  medians: Medians;
  own: StandingPlace;
  asOf: string;
  level?: 2 | 3;
  tools?: ComponentChildren;
};

type Known = { readonly place: StandingPlace; readonly value: number };

const labels = 46;
const axis = 30;
const side = 18;

/** Every municipality as a dot along one measure, with one of them and the median marked. */
export function Strip({ measure, places, medians, own, asOf, level = 2, tools }: Props) {
  const say = words.value;
  const known = knownOf(places, measure);
  const values = known.map(({ value }) => value);
  const show = (value: number | null) => showValue(measure, value);
  return (
    <Chart
      name={`municipality-${measure}`}
      finding={findingOf(measure, own, medians)}
      unit={say.units[measure]}
      asOf={asOf}
      level={level}
      tools={tools}
      summary={say.stripSummary({
        name: own.name,
        value: show(own[measure]),
        median: show(medians[measure]),
        least: show(values.length > 0 ? Math.min(...values) : null),
        most: show(values.length > 0 ? Math.max(...values) : null),
        count: plural(known.length, say.municipalities),
      })}
      legend={<Legend />}
      table={{
        caption: say.measures[measure],
        columns: [say.municipality, say.inProjects, ...COMPARABLES.map((one) => say.measures[one])],
        rows: places.map((place) => [
          place.name,
          place.projects,
          ...COMPARABLES.map((one) => place[one]),
        ]),
      }}
      height={(width) => drawn({ known, measure, own, width }).height}
    >
      {({ width }) => <Drawing {...{ known, measure, width, own, median: medians[measure] }} />}
    </Chart>
  );
}

type Asked = {
  readonly known: readonly Known[];
  readonly measure: Comparable;
  readonly own: StandingPlace;
  readonly width: number;
};

function knownOf(places: readonly StandingPlace[], measure: Comparable): Known[] {
  return places.flatMap((place) => {
    const value = place[measure];
    return value === null ? [] : { place, value };
  });
}

/** The same as a picture of a width in pixels, which paper makes as wide as there is room. */
export function StripPicture({
  measure,
  places,
  medians,
  own,
  width,
}: Pick<Props, "measure" | "places" | "medians" | "own"> & { width: number }) {
  const asked = { known: knownOf(places, measure), measure, own, width };
  return (
    <svg
      class="strip-picture chart-box"
      role="img"
      aria-label={findingOf(measure, own, medians)}
      viewBox={`0 0 ${width} ${drawn(asked).height}`}
    >
      <Drawing {...asked} median={medians[measure]} />
    </svg>
  );
}

/** Where everything goes at a width in pixels. */
function drawn({ known, measure, own, width }: Asked) {
  const most = Math.max(1, ...known.map(({ value }) => value));
  const radius = width < 500 || known.length > 60 ? 5 : 7;
  const scale = scaleLinear()
    .domain([0, isShare(measure) ? 100 : most])
    .range([side, Math.max(side + 1, width - side)]);
  const dots = swarmOf(
    // The one that is marked lies on top of the others, where its line reaches it.
    known
      .toSorted((a, b) => Number(isOwn(a, own)) - Number(isOwn(b, own)) || a.value - b.value)
      .map((item) => ({ item, x: scale(item.value) })),
    radius,
  );
  const top = Math.max(0, ...dots.map(({ y }) => y));
  const base = labels + top + radius * 2 + 4;
  return { scale, dots, radius, base, height: Math.ceil(base + axis) };
}

const isOwn = ({ place }: Known, own: StandingPlace) => place.code === own.code;

function Drawing({ median, ...asked }: Asked & { median: number | null }) {
  const say = words.value;
  const { scale, dots, radius, base } = drawn(asked);
  const { measure, own, width } = asked;
  const show = (one: number | null) => showValue(measure, one);
  const marked = dots.find(({ item }) => isOwn(item, own));
  const value = own[measure];
  const ticks = isShare(measure)
    ? [0, 25, 50, 75, 100]
    : scale.ticks(Math.min(8, scale.domain()[1] ?? 1)).filter(Number.isInteger);
  const anchor = (x: number) => (x < width * 0.2 ? "start" : x > width * 0.8 ? "end" : "middle");
  /** The one that is marked is larger, and lifted so that it covers none. */
  const heightOf = ({ item, y }: (typeof dots)[number]) =>
    base - radius - 3 - y - (isOwn(item, own) ? radius * 0.6 : 0);
  return (
    <>
      <line class="strip-axis" x1={side} x2={width - side} y1={base} y2={base} />
      {ticks.map((tick) => (
        <g key={tick}>
          <line class="strip-axis" x1={scale(tick)} x2={scale(tick)} y1={base} y2={base + 5} />
          <text x={scale(tick)} y={base + 20} text-anchor="middle">
            {show(tick)}
          </text>
        </g>
      ))}
      {median !== null && (
        <>
          <line
            class="strip-median"
            x1={scale(median)}
            x2={scale(median)}
            y1={44}
            y2={base}
            stroke-dasharray="4 4"
          />
          <text x={scale(median)} y={26} text-anchor={anchor(scale(median))} dy="0.9em">
            {say.medianOf(show(median))}
          </text>
        </>
      )}
      {marked && (
        <line class="strip-stem" x1={marked.x} x2={marked.x} y1={20} y2={heightOf(marked)} />
      )}
      {dots.map((dot) => (
        <g key={dot.item.place.code} transform={`translate(${dot.x} ${heightOf(dot)})`}>
          <title>{`${dot.item.place.name}: ${show(dot.item.value)}`}</title>
          {isOwn(dot.item, own) ? (
            <path class="strip-own" d={symbol(symbolDiamond, radius * radius * 7)() ?? ""} />
          ) : (
            <circle class="strip-dot" r={radius} />
          )}
        </g>
      ))}
      {value !== null && (
        <text class="strip-name" x={scale(value)} y={14} text-anchor={anchor(scale(value))}>
          {`${own.name} ${show(value)}`}
        </text>
      )}
    </>
  );
}

function Sign({ children }: { children: ComponentChildren }) {
  return (
    <svg width="18" height="18" viewBox="-9 -9 18 18" aria-hidden="true">
      {children}
    </svg>
  );
}

function Legend() {
  const { legend } = words.value;
  return (
    <>
      <span class="row">
        <Sign>
          <path class="strip-own" d={symbol(symbolDiamond, 130)() ?? ""} />
        </Sign>{" "}
        {legend.own}
      </span>
      <span class="row">
        <Sign>
          <circle class="strip-dot" r="6" />
        </Sign>{" "}
        {legend.other}
      </span>
      <span class="row">
        <Sign>
          <line class="strip-median" y1="-9" y2="9" stroke-dasharray="4 4" />
        </Sign>{" "}
        {legend.median}
      </span>
    </>
  );
}

import type { TrendView } from "../../../worker/progress/contract/trend.ts";
import { useAsOf } from "../../shared/as-of/use-as-of.ts";
import { Chart } from "../../shared/chart/chart.tsx";
import { language, plural, showDate, showPercent } from "../../shared/i18n.ts";
import { useParameter } from "../../shared/location.ts";
import { outlier, withoutPercent } from "./findings.ts";
import { gridOf, heightOf, SmallLine } from "./small-line.tsx";
import { words } from "./words.ts";
import "./trend.css";

const ORDERS = ["name", "percent", "late"] as const;
type Order = (typeof ORDERS)[number];
type Place = TrendView["municipalities"][number];

/** A small line for each municipality, all on one scale, each the way to its page. */
export function Multiples({ trend }: { trend: TrendView }) {
  const { multiples: say, median: medianLabel, done, exportCsv } = words.value;
  const { more } = useAsOf();
  const [asked, setAsked] = useParameter("order");
  const order = ORDERS.find((one) => one === asked) ?? "percent";
  const { points, municipalities } = trend;
  const [start, end] = [points.at(0), points.at(-1)];
  if (!start || !end || municipalities.length === 0) return null;
  const places = municipalities.toSorted((a, b) => byOrder(order, a, b));
  return (
    <section class="card long">
      <Chart
        name="progress-by-municipality"
        finding={outlier(municipalities, end.median)}
        summary={summaryOf(municipalities, end.median)}
        unit={say.unit(showDate(start.on), showDate(end.on))}
        asOf={trend.asOf}
        table={tableOf(trend, places)}
        height={(width) => heightOf(places.length, width)}
        tools={
          <label class="row small">
            {say.order}
            <select value={order} onChange={({ currentTarget }) => setAsked(currentTarget.value)}>
              {ORDERS.map((one) => (
                <option key={one} value={one}>
                  {say.orders[one]}
                </option>
              ))}
            </select>
          </label>
        }
        legend={
          <>
            <Key line="done" label={done} />
            <Key line="median" label={medianLabel} />
          </>
        }
        renderOver={({ width }) => <Links trend={trend} places={places} width={width} />}
      >
        {({ width }) =>
          places.map((place, index) => (
            <SmallLine
              key={place.municipality}
              points={points}
              place={place}
              box={gridOf(width, index)}
              late={place.latest.late > 0 ? `! ${plural(place.latest.late, say.late)}` : null}
            />
          ))
        }
      </Chart>
      <p class="trend-more">
        <a
          class="button"
          href={`/api/projects/${trend.project.slug}/trend/export?lang=${language.value}${more}`}
          download
        >
          {exportCsv}
        </a>
      </p>
    </section>
  );
}

/** What needs a look comes first, and of equals the one whose name comes first. */
function byOrder(order: Order, a: Place, b: Place): number {
  if (order === "percent") return (a.latest.percent ?? -1) - (b.latest.percent ?? -1);
  return order === "late" ? b.latest.late - a.latest.late : 0;
}

function Key({ line, label }: { line: string; label: string }) {
  return (
    <span class="trend-key">
      <svg width="28" height="10" aria-hidden="true">
        <path class={`trend-line ${line}`} d="M1,5H27" />
      </svg>
      {label}
    </span>
  );
}

function Links({
  trend,
  places,
  width,
}: {
  trend: TrendView;
  places: readonly Place[];
  width: number;
}) {
  const { multiples: say } = words.value;
  const { first } = useAsOf();
  return (
    <ul class="trend-links" aria-label={say.links}>
      {places.map(({ municipality, name, latest }, index) => {
        const { percent, late } = latest;
        const { x, y, width: across, height } = gridOf(width, index);
        return (
          <li key={municipality}>
            <a
              href={`/projects/${trend.project.slug}/municipalities/${municipality}${first}`}
              style={{
                left: `${x}px`,
                top: `${y}px`,
                width: `${across}px`,
                height: `${height}px`,
              }}
            >
              <span class="hidden-visually">
                {name},{" "}
                {percent === null ? withoutPercent(latest) : say.percent(showPercent(percent))},{" "}
                {plural(late, say.late)}
              </span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}

function summaryOf(places: readonly Place[], median: number | null): string {
  const { multiples: say } = words.value;
  const known = places
    .filter(({ latest }) => latest.percent !== null)
    .toSorted((a, b) => byOrder("percent", a, b));
  const [least, most] = [known.at(0), known.at(-1)];
  if (!least || !most) return outlier(places, median);
  const told = ({ name, latest }: Place) => `${name} ${showPercent(latest.percent)}`;
  return say.summary(told(least), told(most), showPercent(median));
}

/** Every percentage that is drawn: a row for each municipality, and one for the median. */
function tableOf({ points }: TrendView, places: readonly Place[]) {
  const { columns, multiples: say, median } = words.value;
  return {
    caption: say.caption,
    columns: [
      columns.municipality,
      columns.late,
      ...points.map(({ on }) => showDate(on)).toReversed(),
    ],
    rows: [
      ...places.map(({ name, latest, percents }) => [name, latest.late, ...percents.toReversed()]),
      [median, null, ...points.map((point) => point.median).toReversed()],
    ],
  };
}

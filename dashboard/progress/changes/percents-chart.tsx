import { scaleLinear } from "d3-scale";
import type { ChangesView } from "../../../worker/progress/contract/changes.ts";
import { Chart } from "../../shared/chart/chart.tsx";
import { plural, showDay, showPercent } from "../../shared/i18n.ts";
import { signed } from "./standings.tsx";
import { words } from "./words.ts";

type Row = { readonly name: string; readonly before: number; readonly after: number };

const rowHeight = 26;
const axisHeight = 28;
const shownMax = 60;
const apart = ({ before, after }: Row) => Math.round((after - before) * 10) / 10;

/** Percent done by municipality then and now, the largest change first. */
export function PercentsChart({ view }: { view: ChangesView }) {
  const { chart: say } = words.value;
  const { municipalities, since, until } = view;
  const known = municipalities
    .flatMap(({ name, before, after }) =>
      before === null || after === null ? [] : [{ name, before, after }],
    )
    .toSorted((one, other) => Math.abs(apart(other)) - Math.abs(apart(one)));
  if (known.length === 0) return null;
  const moved = known.filter((row) => apart(row) !== 0);
  const drawn = moved.slice(0, shownMax);
  const rose = moved.filter((row) => apart(row) > 0);
  const fell = moved.filter((row) => apart(row) < 0);
  const finding = [
    rose.length > 0 && `${plural(rose.length, say.rose)}${mostOf(rose)}`,
    fell.length > 0 && plural(fell.length, say.fell),
  ].filter((part) => typeof part === "string");
  const [then, now] = [showDay(since), showDay(until)];
  const resting = known.length - moved.length;
  return (
    <section class="card">
      <Chart
        name="changes-by-municipality"
        finding={finding.length > 0 ? capital(finding.join(", ")) : say.same}
        summary={say.summary(then, now)}
        unit={say.unit}
        asOf={until}
        level={3}
        height={() => Math.max(1, drawn.length) * rowHeight + axisHeight}
        table={{
          caption: say.caption,
          columns: [say.municipality, then, now, say.change],
          rows: municipalities.map(({ name, before, after }) => [
            name,
            before,
            after,
            before === null || after === null ? null : apart({ name, before, after }),
          ]),
        }}
        legend={
          <>
            <span>
              <span class="dot hollow" aria-hidden="true" /> {say.before} {then}
            </span>
            <span>
              <span class="dot" aria-hidden="true" /> {say.after} {now}
            </span>
            {resting > 0 && <span class="soft">{plural(resting, say.rest)}</span>}
            {moved.length > drawn.length && (
              <span class="soft">{plural(moved.length - drawn.length, say.more)}</span>
            )}
          </>
        }
      >
        {({ width, height }) => <Drawn rows={drawn} width={width} height={height} />}
      </Chart>
    </section>
  );
}

/** Which rose most, the first of them; nothing where several did alike. */
function mostOf([first, second]: readonly Row[]): string {
  const { chart: say, points } = words.value;
  if (!first || (second && apart(first) === apart(second))) return "";
  return ` (${say.most(first.name, points(signed(apart(first))))})`;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function Drawn({ rows, width, height }: { rows: readonly Row[]; width: number; height: number }) {
  const left = Math.min(150, width * 0.34);
  const right = 56;
  const x = scaleLinear([0, 100], [left, width - right]);
  const ticks = width < 480 ? [0, 50, 100] : [0, 25, 50, 75, 100];
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick}>
          <line class="chart-grid" x1={x(tick)} x2={x(tick)} y1={0} y2={height - axisHeight} />
          <text x={x(tick)} y={height - 8} text-anchor="middle">
            {showPercent(tick)}
          </text>
        </g>
      ))}
      {rows.map((row, index) => {
        const y = index * rowHeight + rowHeight / 2;
        return (
          <g key={row.name} class={apart(row) < 0 ? "dumbbell fell" : "dumbbell"}>
            <text class="name" x={left - 12} y={y} dy="0.35em" text-anchor="end">
              {row.name}
            </text>
            <line class="span" x1={x(row.before)} x2={x(row.after)} y1={y} y2={y} />
            <circle class="then" cx={x(row.before)} cy={y} r={5} />
            <circle class="now" cx={x(row.after)} cy={y} r={6} />
            <text x={width} y={y} dy="0.35em" text-anchor="end">
              {signed(apart(row))}
            </text>
          </g>
        );
      })}
    </>
  );
}

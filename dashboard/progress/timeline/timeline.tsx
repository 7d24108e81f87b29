import type { MatrixView } from "../../../worker/progress/contract/progress.ts";
import { useAsOf } from "../../shared/as-of/use-as-of.ts";
import { Chart } from "../../shared/chart/chart.tsx";
import { dayOf, plural, showDate } from "../../shared/i18n.ts";
import { useParameter } from "../../shared/location.ts";
import { Worded } from "../../shared/ui/worded.tsx";
import { isIn, type Line, linesOf, ONLY, type Only, reachOf, type Span } from "./lines.ts";
import { heightOf, TimelineDrawing, TimelineTitles } from "./timeline-drawing.tsx";
import { ready, words } from "./words.ts";
import "./timeline.css";

/** The milestones of a project over time: granted, due, forecast and done, in their phases. */
export function Timeline({ matrix }: { matrix: MatrixView }) {
  return (
    <Worded by={{ ready }} height="40rem">
      <Lines matrix={matrix} />
    </Worded>
  );
}

function Lines({ matrix }: { matrix: MatrixView }) {
  const { timeline: say } = words.value;
  const [askedOnly] = useParameter("only");
  const [askedYear] = useParameter("year");
  const { first } = useAsOf();
  const today = dayOf(matrix.asOf);
  const all = linesOf(matrix);
  const whole = reachOf(matrix, all, today);
  const years = yearsOf(whole);
  const year = years.find((one) => one === askedYear) ?? null;
  const reach = year ? { from: `${year}-01-01`, to: `${year}-12-31` } : whole;
  const only = ONLY.find((one) => one === askedOnly) ?? null;
  const lines = all.filter((line) => isIn(line, only));
  const address = ({ milestone }: Line) =>
    `/projects/${matrix.project.slug}/milestones/${milestone.number}${first}`;
  return (
    <section class="card">
      <Chart
        name="timeline"
        level={3}
        finding={findingOf(all)}
        summary={say.summary(showDate(reach.from), showDate(reach.to))}
        unit={say.unit}
        asOf={matrix.asOf}
        tools={<Choices years={years} year={year} only={only} />}
        legend={<Legend />}
        height={(width) => heightOf(lines, width)}
        table={tableOf(lines)}
        renderOver={(size) => (
          <TimelineTitles lines={lines} width={size.width} addressOf={address} />
        )}
      >
        {(size) => (
          <TimelineDrawing
            {...size}
            lines={lines}
            phases={matrix.phases}
            reach={reach}
            today={today}
          />
        )}
      </Chart>
    </section>
  );
}

function yearsOf({ from, to }: Span): string[] {
  const first = Number(from.slice(0, 4));
  const count = Number(to.slice(0, 4)) - first + 1;
  return Array.from({ length: count }, (_, index) => String(first + index));
}

function findingOf(lines: readonly Line[]): string {
  const { timeline: say } = words.value;
  const done = lines.filter(({ doneCount, total }) => total > 0 && doneCount === total).length;
  const late = lines.filter((line) => line.late > 0);
  const [worst] = late.toSorted((one, other) => other.late - one.late);
  const ending = worst
    ? say.lateMost(late.length, `${worst.milestone.number}. ${worst.milestone.title}`)
    : say.noneLate;
  return `${say.doneOf(done, lines.length)}, ${ending}`;
}

function Choices({
  years,
  year,
  only,
}: {
  years: readonly string[];
  year: string | null;
  only: Only | null;
}) {
  const { timeline: say } = words.value;
  const [, setOnly] = useParameter("only");
  const [, setYear] = useParameter("year");
  return (
    <div class="row small">
      <label class="row">
        {say.show}
        <select
          value={only ?? ""}
          onChange={({ currentTarget }) => setOnly(currentTarget.value || null)}
        >
          <option value="">{say.all}</option>
          {ONLY.map((one) => (
            <option key={one} value={one}>
              {say.only[one]}
            </option>
          ))}
        </select>
      </label>
      <label class="row">
        {say.years}
        <select
          value={year ?? ""}
          onChange={({ currentTarget }) => setYear(currentTarget.value || null)}
        >
          <option value="">{say.whole}</option>
          {years.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

const MARKS = ["due", "granted", "forecast", "done", "gate"] as const;

function Legend() {
  const { timeline: say } = words.value;
  return (
    <>
      {MARKS.map((mark) => (
        <span key={mark} class="timeline-key">
          <svg width="26" height="14" aria-hidden="true" class="timeline-line">
            {mark === "forecast" && <rect class="forecast" x="2" y="4" width="22" height="6" />}
            {mark === "done" && <rect class="done" x="2" y="3" width="22" height="8" rx="4" />}
            {mark === "gate" && <path class="gate" d="M13 0V14" />}
            {(mark === "due" || mark === "granted") && (
              <path class={mark} d="M13 1l6 6l-6 6l-6 -6Z" />
            )}
          </svg>
          {say.marks[mark]}
        </span>
      ))}
    </>
  );
}

function dates(span: Span | null): string | null {
  if (!span) return null;
  if (span.from === span.to) return showDate(span.from);
  return `${showDate(span.from)} – ${showDate(span.to)}`;
}

function tableOf(lines: readonly Line[]) {
  const { timeline: say } = words.value;
  return {
    caption: say.caption,
    columns: [
      say.milestone,
      say.marks.granted,
      say.marks.due,
      say.marks.forecast,
      say.marks.done,
      say.doneCount,
      say.late,
    ],
    rows: lines.map((line) => [
      `${line.milestone.number}. ${line.milestone.title}`,
      dates(line.granted),
      dates(line.due),
      line.forecast && `${dates(line.forecast)} (${plural(line.forecast.count, say.forecasts)})`,
      dates(line.done),
      `${line.doneCount} / ${line.total}`,
      line.late,
    ]),
  };
}

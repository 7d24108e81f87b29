import { scaleUtc } from "d3-scale";
import type { MatrixView } from "../../../worker/progress/contract/progress.ts";
import { language, messages, showDate } from "../../shared/i18n.ts";
import type { Line, Span } from "./lines.ts";
import { words } from "./words.ts";

type Phase = MatrixView["phases"][number];

const narrowBelow = 720;
const headHeight = 58;
const countsWidth = 92;
const titleWidth = 290;

/** Under their titles where there is no room beside them. */
const isNarrow = (width: number) => width < narrowBelow;
const rowOf = (width: number) => (isNarrow(width) ? 50 : 32);
const leftOf = (width: number) => (isNarrow(width) ? 8 : titleWidth);

export const heightOf = (lines: readonly Line[], width: number) =>
  headHeight + Math.max(1, lines.length) * rowOf(width) + 12;

const topOf = (index: number, width: number) => headHeight + index * rowOf(width);
const day = (date: string) => new Date(`${date}T00:00:00Z`);

/** The titles of the lines, each a link to its milestone. */
export function TimelineTitles({
  lines,
  width,
  addressOf,
}: {
  lines: readonly Line[];
  width: number;
  addressOf: (line: Line) => string;
}) {
  return (
    <ul class="timeline-titles">
      {lines.map((line, index) => (
        <li
          key={line.milestone.number}
          style={{
            top: `${topOf(index, width)}px`,
            width: `${isNarrow(width) ? width - countsWidth : titleWidth - 16}px`,
            height: `${isNarrow(width) ? 24 : rowOf(width)}px`,
          }}
        >
          <a href={addressOf(line)} lang="fi" title={line.milestone.title}>
            {line.milestone.number}. {line.milestone.title}
          </a>
        </li>
      ))}
    </ul>
  );
}

export function TimelineDrawing({
  lines,
  phases,
  reach,
  today,
  width,
  height,
}: {
  lines: readonly Line[];
  phases: readonly Phase[];
  reach: Span;
  today: string;
  width: number;
  height: number;
}) {
  const left = leftOf(width);
  const right = isNarrow(width) ? 12 : countsWidth;
  const x = scaleUtc([day(reach.from), day(reach.to)], [left, width - right]).clamp(true);
  const at = (date: string) => x(day(date));
  const { timeline: say } = words.value;
  return (
    <g class="timeline-line">
      <Axis x={x} height={height} />
      <Phases phases={phases} reach={reach} at={at} height={height} />
      {lines.map((line, index) => (
        <Drawn
          key={line.milestone.number}
          line={line}
          reach={reach}
          at={at}
          y={topOf(index, width) + (isNarrow(width) ? 34 : rowOf(width) / 2)}
          textY={topOf(index, width) + (isNarrow(width) ? 14 : rowOf(width) / 2)}
          width={width}
        />
      ))}
      {within(today, reach) && (
        <>
          <line class="today" x1={at(today)} x2={at(today)} y1={headHeight - 12} y2={height} />
          <text
            class="today-text"
            x={Math.min(at(today), width - 30)}
            y={headHeight - 16}
            text-anchor="middle"
          >
            {say.today}
          </text>
        </>
      )}
    </g>
  );
}

const within = (date: string, { from, to }: Span) => from <= date && date <= to;

type Scale = ReturnType<typeof scaleUtc<number, number>>;

function Axis({ x, height }: { x: Scale; height: number }) {
  const [from, to] = x.domain();
  const days = from && to ? (to.getTime() - from.getTime()) / 86_400_000 : 0;
  const months = days < 500;
  const format = new Intl.DateTimeFormat(language.value, {
    timeZone: "UTC",
    ...(months ? { month: "short" } : { year: "numeric" }),
  });
  const [start = 0, end = 0] = x.range();
  const most = Math.max(2, Math.floor((end - start) / (months ? 44 : 60)));
  const ticks = x.ticks(most).filter((tick) => (months ? true : tick.getUTCMonth() === 0));
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick.getTime()}>
          <line class="grid" x1={x(tick)} x2={x(tick)} y1={headHeight - 8} y2={height} />
          <text x={x(tick)} y={12} text-anchor={x(tick) - start < 20 ? "start" : "middle"}>
            {format.format(tick)}
          </text>
        </g>
      ))}
    </>
  );
}

function Phases({
  phases,
  reach,
  at,
  height,
}: {
  phases: readonly Phase[];
  reach: Span;
  at: (date: string) => number;
  height: number;
}) {
  const { phases: say } = messages.value;
  return (
    <>
      {phases
        .filter(({ startsOn, endsOn }) => startsOn <= reach.to && endsOn >= reach.from)
        .map(({ number, startsOn, endsOn }) => {
          const [from, to] = [at(startsOn), at(endsOn)];
          return (
            <g key={number}>
              <rect
                class={number % 2 === 0 ? "phase even" : "phase"}
                x={from}
                y={20}
                width={Math.max(0, to - from)}
                height={height - 20}
              />
              <text class="phase-text" x={from + 6} y={36}>
                {to - from > 50 ? say.phase(number) : number}
              </text>
              {within(endsOn, reach) && (
                <>
                  <line class="gate" x1={to} x2={to} y1={24} y2={height} />
                  <path class="gate-mark" d={`M${to} 18l6 6l-6 6l-6 -6Z`}>
                    <title>{showDate(endsOn)}</title>
                  </path>
                </>
              )}
            </g>
          );
        })}
    </>
  );
}

function Drawn({
  line,
  reach,
  at,
  y,
  textY,
  width,
}: {
  line: Line;
  reach: Span;
  at: (date: string) => number;
  y: number;
  textY: number;
  width: number;
}) {
  const { granted, due, forecast, done, late } = line;
  const moved = granted && due && (granted.from !== due.from || granted.to !== due.to);
  const bar = ({ from, to }: Span) => ({
    x: at(from) - 4,
    width: Math.max(8, at(to) - at(from) + 8),
  });
  const shows = (span: Span | null): span is Span =>
    span !== null && span.from <= reach.to && span.to >= reach.from;
  return (
    <g>
      {shows(done) && <rect class="done" {...bar(done)} y={y - 5} height={10} rx={5} />}
      {shows(forecast) && <rect class="forecast" {...bar(forecast)} y={y - 4} height={8} rx={4} />}
      {moved && <line class="moved" x1={at(granted.to)} x2={at(due.to)} y1={y} y2={y} />}
      {moved && within(granted.to, reach) && <Diamond kind="granted" x={at(granted.to)} y={y} />}
      {due && due.from !== due.to && (
        <line class="spread" x1={at(due.from)} x2={at(due.to)} y1={y} y2={y} />
      )}
      {due && within(due.from, reach) && <Diamond kind="due" x={at(due.from)} y={y} />}
      {due && due.from !== due.to && within(due.to, reach) && (
        <Diamond kind="due" x={at(due.to)} y={y} />
      )}
      <text class="name taken-only" x={0} y={textY} dy="0.35em">
        {shortened(`${line.milestone.number}. ${line.milestone.title}`)}
      </text>
      <text class="count" x={width - 46} y={textY} dy="0.35em" text-anchor="end">
        {line.doneCount}/{line.total}
      </text>
      {late > 0 && (
        <text class="late" x={width - 4} y={textY} dy="0.35em" text-anchor="end">
          ! {late}
        </text>
      )}
    </g>
  );
}

/** As much of a title as the drawing has room for; on the page the titles are links over it. */
const titleLettersMax = 42;

const shortened = (title: string) =>
  title.length > titleLettersMax ? `${title.slice(0, titleLettersMax - 1)}…` : title;

function Diamond({ kind, x, y }: { kind: "due" | "granted"; x: number; y: number }) {
  return <path class={kind} d={`M${x} ${y - 6}l6 6l-6 6l-6 -6Z`} />;
}

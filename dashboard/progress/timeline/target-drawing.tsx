import { scaleLinear, scaleSymlog } from "d3-scale";
import { isReached } from "../../../worker/progress/terms.ts";
import { showNumber } from "../../shared/i18n.ts";
import type { TargetLine, Value } from "./targets.ts";
import { words } from "./words.ts";

export const stripHeight = 150;
export const bulletHeight = 92;

const side = 14;
const radius = 6;
const floor = 112;
/** Where the largest is so many times the middle, an even scale would press all others together. */
const skewedFrom = 8;

/** Each municipality's value as a dot, the goal and the median as lines. */
export function StripDrawing({ target, width }: { target: TargetLine; width: number }) {
  const { values, median, milestone } = target;
  const { targets: say } = words.value;
  const { goal, baseline } = milestone;
  const all = [0, ...values.map(({ value }) => value), goal ?? 0, baseline ?? 0];
  const [low, high] = [Math.min(...all), Math.max(...all, 1)];
  const isSkewed = median !== null && high > skewedFrom * Math.max(median, goal ?? 0, 1);
  const scale = isSkewed ? scaleSymlog([low, high], [side, width - side]) : undefined;
  const x = scale ?? scaleLinear([low, high], [side, width - side]).nice();
  const dots = stacked(values, x);
  const [least] = values;
  // The name of the largest would stand on the words of the lines.
  const isCrowded = Math.max(x(goal ?? low), x(median ?? low)) > width - nameWidth * 1.5;
  const most = values.at(-1);
  return (
    <g class="target-drawing">
      <line class="axis" x1={side} x2={width - side} y1={floor + 10} y2={floor + 10} />
      {ticksOf(x, low, high, isSkewed).map((tick) => (
        <text key={tick} x={x(tick)} y={floor + 28} text-anchor="middle">
          {showNumber(tick)}
        </text>
      ))}
      {goal !== null && (
        <Line
          kind="goal"
          x={x(goal)}
          width={width}
          label={`${say.goal} ${showNumber(goal)}`}
          y={14}
        />
      )}
      {median !== null && (
        <Line
          kind="median"
          x={x(median)}
          width={width}
          label={`${say.median} ${showNumber(Math.round(median * 100) / 100)}`}
          y={32}
        />
      )}
      {dots.map(({ name, value, at, level }) => (
        <circle
          key={name}
          class={goal === null || isReached(milestone, value) ? "reached" : "short"}
          cx={at}
          cy={floor - level * radius * 1.7}
          r={radius}
        >
          <title>
            {name} {showNumber(value)}
          </title>
        </circle>
      ))}
      {most && least && most !== least && !isCrowded && (
        <text class="name" x={width - side} y={floor - 18 - topOf(dots, most)} text-anchor="end">
          {most.name} {showNumber(most.value)}
        </text>
      )}
    </g>
  );
}

type Dot = Value & { readonly at: number; readonly level: number };

/** How much room a name takes to the left of the dot that it stands over. */
const nameWidth = 110;

/** How high the dots are stacked under a name. */
function topOf(dots: readonly Dot[], { name }: Value): number {
  const at = dots.find((dot) => dot.name === name)?.at ?? 0;
  const under = dots.filter((dot) => dot.at > at - nameWidth).map(({ level }) => level);
  return Math.max(0, ...under) * radius * 1.7;
}

/** So many dots stand above each other at most; more would leave the drawing. */
const levelsMax = 6;

/** Dots that would cover each other stand above each other. */
function stacked(values: readonly Value[], x: (value: number) => number): Dot[] {
  const dots: Dot[] = [];
  for (const one of values) {
    const at = x(one.value);
    const near = dots.filter((dot) => Math.abs(dot.at - at) < radius * 1.8);
    const taken = new Set(near.map(({ level }) => level));
    let level = 0;
    while (taken.has(level) && level < levelsMax) level += 1;
    dots.push({ ...one, at, level });
  }
  return dots;
}

function ticksOf(
  x: { ticks: (count?: number) => number[] },
  low: number,
  high: number,
  isSkewed: boolean,
): number[] {
  if (!isSkewed) return x.ticks(5);
  const powers = [0, 1, 10, 100, 1000, 10_000, 100_000].filter((one) => one >= low && one <= high);
  return [...new Set([...powers, high])].filter(
    (one, index, all) => index === all.length - 1 || one * 2.5 < high,
  );
}

function Line({
  kind,
  x,
  y,
  width,
  label,
}: {
  kind: "goal" | "median";
  x: number;
  y: number;
  width: number;
  label: string;
}) {
  const isLate = x > width * 0.6;
  return (
    <>
      <line class={kind} x1={x} x2={x} y1={y - 10} y2={floor + 10} />
      <text class={kind} x={isLate ? x - 6 : x + 6} y={y} text-anchor={isLate ? "end" : "start"}>
        {label}
      </text>
    </>
  );
}

/** The one value of a whole project as a bar, with its baseline, its goal and what is counted. */
export function BulletDrawing({ target, width }: { target: TargetLine; width: number }) {
  const { targets: say } = words.value;
  const { milestone, values, suggestion } = target;
  const { goal, baseline } = milestone;
  const value = values[0]?.value ?? null;
  const all = [0, value ?? 0, goal ?? 0, baseline ?? 0, suggestion ?? 0];
  const x = scaleLinear([Math.min(...all), Math.max(...all, 1)], [side, width - side]).nice();
  const from = x(Math.max(0, x.domain()[0] ?? 0));
  return (
    <g class="target-drawing">
      <rect class="track" x={side} y={34} width={width - 2 * side} height={22} rx={3} />
      {value !== null && (
        <rect
          class={isReached(milestone, value) ? "bar reached" : "bar"}
          x={Math.min(from, x(value))}
          y={38}
          width={Math.abs(x(value) - from)}
          height={14}
          rx={2}
        />
      )}
      {baseline !== null && (
        <line class="baseline" x1={x(baseline)} x2={x(baseline)} y1={32} y2={58} />
      )}
      {suggestion !== null && suggestion !== value && (
        <circle class="suggestion" cx={x(suggestion)} cy={45} r={6} />
      )}
      {goal !== null && (
        <>
          <line class="goal" x1={x(goal)} x2={x(goal)} y1={24} y2={60} />
          <text
            class="goal"
            x={x(goal)}
            y={18}
            text-anchor={x(goal) > width * 0.7 ? "end" : x(goal) < width * 0.3 ? "start" : "middle"}
          >
            {say.goal} {showNumber(goal)}
          </text>
        </>
      )}
      {x.ticks(5).map((tick) => (
        <text key={tick} x={x(tick)} y={78} text-anchor="middle">
          {showNumber(tick)}
        </text>
      ))}
    </g>
  );
}

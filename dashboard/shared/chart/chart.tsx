import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { showDay } from "../i18n.ts";
import { Worded } from "../ui/worded.tsx";
import { ChartTable, type Table } from "./chart-table.tsx";
import { Take } from "./take.tsx";
import { ready, words } from "./words.ts";
import "./chart.css";

type Props = {
  /** Its address on the page and the name of its files: `progress-over-time`. */
  name: string;
  /** What the chart shows, as a sentence: "Three in four are done, five points behind the plan". */
  finding: string;
  /** What is drawn, in words, for those who do not see it: the course, the ends, what stands out. */
  summary: string;
  unit: string;
  /** The moment that the figures hold for: an instant. */
  asOf: string;
  /** Every figure that is drawn. */
  table: Table;
  /** The height of the drawing in pixels at a width in pixels. */
  height: (width: number) => number;
  /** Choices that stand beside the title. */
  tools?: ComponentChildren;
  /** What the colours, lines and glyphs mean. */
  legend?: ComponentChildren;
  level?: 2 | 3;
  /** Stands over the drawing, in its pixels: links on its parts, what a pointer reads. */
  renderOver?: (size: Size) => ComponentChildren;
  /** Draws inside of an `<svg>` of so many pixels. Names come from the table: texts are decoration. */
  children: (size: Size) => ComponentChildren;
};

type Size = { readonly width: number; readonly height: number };

/** A chart: what it shows, its unit and date, its figures as a table, and files to take along. */
export function Chart(props: Props) {
  return (
    <Worded by={{ ready }} height={`${props.height(720) + 160}px`}>
      <Framed {...props} />
    </Worded>
  );
}

function Framed({ level = 2, ...chart }: Props) {
  const say = words.value;
  const Heading = `h${level}` as const;
  const title = useId();
  const description = useId();
  const [box, width] = useWidth();
  const height = Math.round(chart.height(width || 720));
  return (
    <figure class="chart" id={chart.name} aria-labelledby={title}>
      <div class="section-head">
        <div>
          <Heading id={title}>{chart.finding}</Heading>
          <p class="soft small">
            {say.unit(chart.unit)} · {say.asOf(showDay(chart.asOf))}
          </p>
        </div>
        {chart.tools}
      </div>
      {chart.legend && <div class="chart-legend small">{chart.legend}</div>}
      <div class="chart-box" ref={box} style={{ height: `${height}px` }}>
        {width > 0 && (
          <svg
            role="img"
            aria-labelledby={title}
            aria-describedby={description}
            width={width}
            height={height}
            viewBox={`0 0 ${width} ${height}`}
          >
            {chart.children({ width, height })}
          </svg>
        )}
        {width > 0 && chart.renderOver?.({ width, height })}
      </div>
      <p class="hidden-visually" id={description}>
        {chart.summary}
      </p>
      <div class="chart-foot">
        <ChartTable table={chart.table} />
        <Take
          name={chart.name}
          title={chart.finding}
          note={`${say.unit(chart.unit)} · ${say.asOf(showDay(chart.asOf))}`}
          table={chart.table}
          drawing={() => box.current?.querySelector("svg") ?? null}
        />
      </div>
    </figure>
  );
}

/** How wide there is room to draw, in pixels; 0 until it is known. */
function useWidth() {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => setWidth(Math.floor(element.clientWidth));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [box, width] as const;
}

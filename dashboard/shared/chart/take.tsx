import { useState } from "preact/hooks";
import type { Table } from "./chart-table.tsx";
import { csvOf, pictureOf, save, svgOf } from "./files.ts";
import { words } from "./words.ts";

type Props = {
  name: string;
  title: string;
  note: string;
  table: Table;
  drawing: () => SVGSVGElement | null;
};

/** The chart to take along: its figures as CSV, and its picture as SVG and PNG. */
export function Take({ name, title, note, table, drawing }: Props) {
  const say = words.value;
  const [failed, setFailed] = useState(false);
  const take = (format: string, make: (svg: SVGSVGElement) => Blob | Promise<Blob>) => (
    <button
      type="button"
      class="button plain small"
      onClick={async () => {
        const svg = drawing();
        if (!svg) return;
        try {
          save(`${name}.${format}`, await make(svg));
          setFailed(false);
        } catch {
          setFailed(true);
        }
      }}
    >
      {format.toUpperCase()}
    </button>
  );
  return (
    <div class="row chart-take" role="group" aria-label={say.take(title)}>
      {take("csv", () => new Blob([csvOf(table)], { type: "text/csv;charset=utf-8" }))}
      {take("svg", (svg) => new Blob([svgOf(svg, { title, note })], { type: "image/svg+xml" }))}
      {take("png", (svg) => pictureOf(svgOf(svg, { title, note })))}
      <span role="status">{failed && say.failed}</span>
    </div>
  );
}

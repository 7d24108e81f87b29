import { useState } from "preact/hooks";
import { showNumber } from "../i18n.ts";
import { words } from "./words.ts";

/** The figures of a chart. A row's first value names it; a null is shown as a dash. */
export type Table = {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
};

/** More values than this are written only once somebody looks at them. */
const heldMax = 2000;

export function ChartTable({ table }: { table: Table }) {
  const [isOpen, setOpen] = useState(false);
  const isHeld = table.rows.length * table.columns.length > heldMax && !isOpen;
  return (
    <details
      class="chart-table"
      onToggle={({ currentTarget }) => currentTarget.open && setOpen(true)}
    >
      <summary>{words.value.table}</summary>
      {!isHeld && <Values table={table} />}
    </details>
  );
}

function Values({ table: { caption, columns, rows } }: { table: Table }) {
  const [first, ...others] = columns;
  return (
    <div class="scroll-x" tabIndex={0} role="region" aria-label={caption}>
      <table class="plain-table">
        <caption class="hidden-visually">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {others.map((label, index) => (
              <th key={label} scope="col" class={isNumeric(rows, index + 1) ? "number" : ""}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...values], row) => (
            // oxlint-disable-next-line react/no-array-index-key -- two rows may read alike
            <tr key={row}>
              <th scope="row">{shown(name)}</th>
              {values.map((value, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- a column is its place
                <td key={index} class={isNumeric(rows, index + 1) ? "number" : ""}>
                  {shown(value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const isNumeric = (rows: Table["rows"], column: number) =>
  rows.some((row) => typeof row[column] === "number");

function shown(value: string | number | null | undefined): string {
  return typeof value === "number" ? showNumber(value) : (value ?? "–");
}

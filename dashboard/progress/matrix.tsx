import { useMemo, useRef, useState } from "preact/hooks";
import type { MatrixView, SummaryView } from "../../worker/progress/contract/progress.ts";
import { useParameters } from "../shared/location.ts";
import { Worded } from "../shared/ui/worded.tsx";
import type { Cell } from "./board.ts";
import { MatrixBody } from "./matrix-body.tsx";
import { Editor, useEditor } from "./matrix-editor.ts";
import { filterIn, isFound, looksForCells, UNFILTERED } from "./matrix-filter.ts";
import { MatrixHead } from "./matrix-head.tsx";
import { cellAt, moveTo } from "./matrix-keys.ts";
import { gridOf, orderIn, orderText } from "./matrix-order.ts";
import { MatrixFoot } from "./matrix-row.tsx";
import { MatrixTools } from "./matrix-tools.tsx";
import { chooseDensity, density } from "./status/density.ts";
import { useFits } from "./status/fits.ts";
import { weightsOf } from "./status/measures.ts";
import { ready, words } from "./status/words.ts";
import "./matrix.css";

type Props = { matrix: MatrixView; summary: SummaryView; onOpen: (cell: Cell) => void };

/** Municipalities down, milestones across in their phases: where each stands, at a glance. */
export function Matrix(props: Props) {
  return (
    <Worded by={{ ready }} height="60rem">
      <Narrowed {...props} />
    </Worded>
  );
}

/** The matrix as its address narrows, orders and folds it. */
function Narrowed({ matrix, summary, onOpen }: Props) {
  const { matrix: say } = words.value;
  const [query, change] = useParameters();
  const filter = filterIn(query);
  const order = orderIn(query["order"] ?? null);
  const folds = query["fold"] ?? "";
  const folded = useMemo(() => new Set(folds.split(".").map(Number).filter(Boolean)), [folds]);
  const key = JSON.stringify(filter);
  const kept = useRef({ key: "", codes: new Set<string>() });
  if (kept.current.key !== key) kept.current = { key, codes: new Set() };
  const shown = useMemo(
    () => gridOf(matrix, summary, { order, filter, folded }, kept.current.codes),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- order and filter are made from these
    [matrix, summary, query["order"], key, folded],
  );
  // Who edits in a filtered matrix keeps the rows in front of them, until the filter changes.
  for (const { code } of shown.rows) kept.current.codes.add(code);
  const codes = new Set(matrix.municipalities.map(({ code }) => code));
  const isLooking = looksForCells(filter);
  return (
    <section class="card matrix-card" aria-labelledby="matrix-title">
      <div class="section-head">
        <h2 id="matrix-title">{say.title}</h2>
        <p id="matrix-help" class="small">
          {say.help}
        </p>
      </div>
      <MatrixTools
        matrix={matrix}
        filter={filter}
        cells={matrix.cells.filter(({ municipality }) => codes.has(municipality))}
        shown={shown.rows.flatMap(({ code }) => shown.wholeRow(code))}
        rows={shown.rows.length}
        density={density.value}
        onDensity={chooseDensity}
        onChange={change}
      />
      {shown.rows.length === 0 && <p class="soft">{say.empty}</p>}
      <Grid
        matrix={matrix}
        summary={summary}
        shown={shown}
        order={order}
        isLooking={isLooking}
        isLookedFor={(cell) => !isLooking || isFound(cell, filter)}
        onOpen={onOpen}
        onChange={change}
        onFold={(phase) => {
          const others = [...folded].filter((one) => one !== phase);
          change({ fold: (folded.has(phase) ? others : [...others, phase]).join(".") || null });
        }}
      />
    </section>
  );
}

type GridProps = Props & {
  shown: ReturnType<typeof gridOf>;
  order: ReturnType<typeof orderIn>;
  isLooking: boolean;
  isLookedFor: (cell: Cell) => boolean;
  onChange: (changes: Readonly<Record<string, string | null>>) => void;
  onFold: (phase: number) => void;
};

function Grid({ matrix, summary, shown, order, isLooking, isLookedFor, ...on }: GridProps) {
  const { matrix: say } = words.value;
  const table = useRef<HTMLTableElement>(null);
  const [current, setCurrent] = useState({ row: 0, column: 0 });
  const { columns, milestones, rows, grid } = shown;
  const weights = useMemo(() => weightsOf(matrix), [matrix]);
  const isEdited = useEditor(matrix);
  const [scroll, fits] = useFits(columns.length);
  const stood = {
    row: Math.min(current.row, rows.length - 1),
    column: Math.min(current.column, milestones.length - 1),
  };
  return (
    <div class="matrix-work">
      <div class={fits ? "matrix-scroll fits" : "matrix-scroll"} ref={scroll}>
        <table
          class="matrix"
          {...(isEdited && { role: "grid", "aria-multiselectable": true })}
          data-density={density.value}
          data-columns={columns.length}
          style={{ minWidth: `${22 + columns.length * 2.75}rem` }}
          ref={table}
          data-marked={isLooking}
          aria-describedby="matrix-help"
          onKeyDown={(event) => {
            const next = moveTo(event, { rows: rows.length, columns: milestones.length });
            if (!next) return;
            event.preventDefault();
            setCurrent(next);
            cellAt(table.current, next)?.focus();
          }}
          onFocusIn={(event) => {
            const { row, column } = (event.target as HTMLElement).dataset;
            if (row && column) setCurrent({ row: Number(row), column: Number(column) });
          }}
        >
          <caption class="hidden-visually">{say.caption}</caption>
          <colgroup>
            <col class="name" />
            {columns.map(({ phase, milestone }) => (
              <col
                key={milestone?.number ?? `phase ${phase}`}
                class={milestone ? "cell" : "share"}
              />
            ))}
            <col class="share" />
            <col class="late" />
            <col class="fresh" />
          </colgroup>
          <MatrixHead
            matrix={matrix}
            columns={columns}
            order={order}
            onOrder={(next) => on.onChange({ order: orderText(next) })}
            onFold={on.onFold}
          />
          <MatrixBody
            matrix={matrix}
            shown={shown}
            current={stood}
            isLookedFor={isLookedFor}
            weights={weights}
            onOpen={on.onOpen}
          />
          <MatrixFoot columns={columns} matrix={matrix} summary={summary} />
        </table>
      </div>
      {isEdited && (
        <Editor
          matrix={matrix}
          grid={grid}
          table={table}
          onReveal={() => on.onChange({ ...UNFILTERED, fold: null })}
        />
      )}
    </div>
  );
}

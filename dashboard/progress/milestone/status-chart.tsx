import type { MatrixView } from "../../../worker/progress/contract/progress.ts";
import { DECLARED } from "../../../worker/progress/terms.ts";
import type { MilestoneView } from "../../../worker/projects/contract/plan.ts";
import { Chart } from "../../shared/chart/chart.tsx";
import { showNumber, words as statusWords } from "../../shared/i18n.ts";
import { Glyph, StatusMark } from "../../shared/ui/glyph.tsx";
import type { Cell } from "../board.ts";
import { findingOf } from "./findings.ts";
import { words } from "./words.ts";

type Shown = { matrix: MatrixView; milestone: MilestoneView; cells: readonly Cell[] };
type Tile = {
  readonly cell: Cell;
  readonly name: string;
  readonly column: number;
  readonly row: number;
};

const barHeight = 30;
const gap = 4;
const tileWidthMax = 116;

/** How many municipalities are where, as a bar, and where they are, as a map of equal tiles. */
export function StatusChart({ matrix, milestone, cells }: Shown) {
  const { chart: say, table } = words.value;
  const { declared, schedule } = statusWords.value;
  const counts = DECLARED.map((status) => ({
    status,
    count: cells.filter((cell) => cell.declared === status).length,
  })).filter(({ count }) => count > 0);
  const tiles = tilesOf(matrix, cells);
  const told = counts.map(({ status, count }) => say.status(declared[status], showNumber(count)));
  return (
    <div class="card milestone-chart">
      <Chart
        name={`${matrix.project.slug}-milestone-${milestone.number}`}
        finding={findingOf(cells, matrix)}
        summary={say.summary(told.join(", "))}
        unit={say.unit}
        asOf={matrix.asOf}
        table={{
          caption: say.caption,
          columns: [table.municipality, table.status, table.schedule],
          rows: tiles.map(({ cell, name }) => [
            name,
            declared[cell.declared],
            cell.schedule === "none" ? null : schedule[cell.schedule],
          ]),
        }}
        height={(width) => sizeOf(tiles, width).height}
        legend={
          <>
            {counts.map(({ status, count }) => (
              <span key={status} class="status-words">
                <StatusMark status={status} /> {declared[status]}{" "}
                <strong>{showNumber(count)}</strong>
              </span>
            ))}
            <span class="status-words">
              <span class="late-mark">!</span> {table.late}
            </span>
            <span class="status-words">
              <span class="risk-mark">~</span> {table.at_risk}
            </span>
          </>
        }
      >
        {({ width }) => (
          <>
            <Bar counts={counts} width={width} />
            <Tiles tiles={tiles} width={width} />
          </>
        )}
      </Chart>
    </div>
  );
}

/** Each municipality in its place; one after the other where no place is known. */
function tilesOf({ municipalities }: MatrixView, cells: readonly Cell[]): Tile[] {
  const byCode = new Map(cells.map((cell) => [cell.municipality, cell]));
  const isPlaced = municipalities.every(({ tileColumn }) => tileColumn !== null);
  const left = Math.min(...municipalities.map(({ tileColumn }) => tileColumn ?? 0));
  const top = Math.min(...municipalities.map(({ tileRow }) => tileRow ?? 0));
  return municipalities.flatMap(({ code, name, tileColumn, tileRow }, index) => {
    const cell = byCode.get(code);
    if (!cell) return [];
    const column = isPlaced ? (tileColumn ?? 0) - left : index % 6;
    const row = isPlaced ? (tileRow ?? 0) - top : Math.floor(index / 6);
    return [{ cell, name, column, row }];
  });
}

function sizeOf(tiles: readonly Tile[], width: number) {
  const columns = Math.max(0, ...tiles.map(({ column }) => column)) + 1;
  const rows = Math.max(0, ...tiles.map(({ row }) => row)) + 1;
  const tileWidth = Math.min(tileWidthMax, (width - gap * (columns - 1)) / columns);
  const tileHeight = tileWidth < 70 ? 40 : 46;
  return { tileWidth, tileHeight, height: barHeight + 16 + rows * (tileHeight + gap) };
}

type Count = { readonly status: Cell["declared"]; readonly count: number };

function Bar({ counts, width }: { counts: readonly Count[]; width: number }) {
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const lengths = counts.map(({ count }) => (width * count) / all);
  return (
    <>
      {counts.map(({ status, count }, index) => {
        const length = Math.max(1, (lengths[index] ?? 0) - 2);
        const x = lengths.slice(0, index).reduce((sum, one) => sum + one, 0);
        return (
          <g key={status} class={`map-tile ${status}`} transform={`translate(${x} 0)`}>
            <rect width={length} height={barHeight} rx={4} />
            {length > 22 && (
              <g transform="translate(5 7)">
                <Glyph status={status} />
              </g>
            )}
            {length > 46 && (
              <text x={26} y={20} class="map-number">
                {count}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}

/** Below so many pixels a tile has smaller letters. */
const narrowTile = 80;

function Tiles({ tiles, width }: { tiles: readonly Tile[]; width: number }) {
  const { tileWidth, tileHeight } = sizeOf(tiles, width);
  const isNarrow = tileWidth < narrowTile;
  const letters = Math.floor((tileWidth - 6) / (isNarrow ? 5.3 : 6.2));
  return (
    <g transform={`translate(0 ${barHeight + 16})`}>
      {tiles.map(({ cell, name, column, row }) => (
        <g
          key={cell.municipality}
          class={`map-tile ${cell.declared}`}
          transform={`translate(${column * (tileWidth + gap)} ${row * (tileHeight + gap)})`}
        >
          <rect width={tileWidth} height={tileHeight} rx={4} />
          <text x={isNarrow ? 3 : 5} y={15} class={isNarrow ? "map-name narrow" : "map-name"}>
            {name.length > letters ? `${name.slice(0, letters - 1)}…` : name}
          </text>
          <g transform={`translate(4 ${tileHeight - 20})`}>
            <Glyph status={cell.declared} />
          </g>
          {(cell.schedule === "late" || cell.schedule === "at_risk") && (
            <g class={`map-${cell.schedule}`}>
              <circle cx={tileWidth - 12} cy={tileHeight - 12} r={8} />
              <text x={tileWidth - 12} y={tileHeight - 7.5} text-anchor="middle">
                {cell.schedule === "late" ? "!" : "~"}
              </text>
            </g>
          )}
        </g>
      ))}
    </g>
  );
}

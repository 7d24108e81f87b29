import { words as statusWords } from "../../shared/i18n.ts";
import { Glyph } from "../../shared/ui/glyph.tsx";
import type { Measure } from "./measures.ts";
import { sizeOf } from "./places.ts";
import { type Tile, valueText } from "./tiles.ts";
import "./tile-drawing.css";

const width = 132;
const height = 76;
const gap = 5;
/** Between the title of the file and the map. */
const above = 12;
const inset = 9;
const tall = height - gap;
const wide = width - gap;

/** The map as one drawing, for files: what the tiles on the page show, in their places. */
export function TileDrawing({ tiles, measure }: { tiles: readonly Tile[]; measure: Measure }) {
  const { columns, rows } = sizeOf(tiles.map(({ place }) => place));
  return (
    <svg
      class={`tile-drawing measure-${measure.kind}`}
      viewBox={`0 0 ${columns * width} ${rows * height + above}`}
    >
      {tiles.map((tile) => (
        <g
          key={tile.place.code}
          class={`drawn ${tile.look}`}
          transform={`translate(${tile.place.column * width} ${tile.place.row * height + above})`}
        >
          <rect class="drawn-box" width={wide} height={tall} rx={5} />
          <text x={inset} y={20}>
            {tile.name}
          </text>
          <Value tile={tile} kind={measure.kind} />
        </g>
      ))}
    </svg>
  );
}

function Value({ tile, kind }: { tile: Tile; kind: Measure["kind"] }) {
  const { declared } = statusWords.value;
  const base = tall - 15;
  return (
    <>
      {tile.declared ? (
        <>
          <g transform={`translate(${inset} ${base - 13})`}>
            <Glyph status={tile.declared} />
          </g>
          <text x={inset + 22} y={base}>
            {declared[tile.declared]}
          </text>
        </>
      ) : (
        <text class="drawn-value" x={inset} y={base}>
          {valueText(tile, kind)}
        </text>
      )}
      {kind !== "late" && tile.late > 0 && (
        <>
          <rect class="drawn-late" x={wide - 36} y={base - 14} width={29} height={19} rx={9.5} />
          <text class="drawn-late-text" x={wide - 21.5} y={base} text-anchor="middle">
            {kind === "milestone" ? "!" : `! ${tile.late}`}
          </text>
        </>
      )}
    </>
  );
}

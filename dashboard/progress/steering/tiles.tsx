import { showNumber, showPercent, words as status } from "../../shared/i18n.ts";
import type { Standing } from "./use-steering.ts";
import "./tiles.css";

/** So many tiles can be read from the back of a room. */
const tilesMax = 40;

/** Whether every municipality has a tile of its own: in one county they have, across two not. */
export function hasTiles({ matrix: { municipalities } }: Standing): boolean {
  const tiles = municipalities.map(({ tileColumn, tileRow }) =>
    tileColumn === null || tileRow === null ? null : `${tileColumn} ${tileRow}`,
  );
  const own = new Set(tiles.filter((tile) => tile !== null));
  return own.size === municipalities.length && own.size <= tilesMax;
}

/** The municipalities as equal tiles near their own place: how much is done, and how much late. */
export function Tiles({
  standing: { matrix, summary },
  label,
}: {
  standing: Standing;
  label: string;
}) {
  const rows = new Map(summary.municipalities.map((row) => [row.municipality, row]));
  const columns = matrix.municipalities.map(({ tileColumn }) => tileColumn ?? 0);
  const lines = matrix.municipalities.map(({ tileRow }) => tileRow ?? 0);
  const [left, top] = [Math.min(...columns), Math.min(...lines)];
  return (
    <ul
      class="steering-tiles"
      aria-label={label}
      style={{ gridTemplateRows: `repeat(${Math.max(...lines) - top + 1}, minmax(0, 1fr))` }}
    >
      {matrix.municipalities.map(({ code, name, tileColumn, tileRow }) => {
        const row = rows.get(code);
        return (
          <li
            key={code}
            class={stepOf(row?.percent ?? null)}
            style={{ gridColumn: (tileColumn ?? 0) - left + 1, gridRow: (tileRow ?? 0) - top + 1 }}
          >
            <span class="steering-tile-name">{name}</span>
            <span class="steering-tile-foot">
              <strong>{showPercent(row?.percent ?? null)}</strong>
              {row !== undefined && row.late > 0 && (
                <span class="steering-tile-late">
                  <span aria-hidden="true">! </span>
                  {showNumber(row.late)}
                  <span class="hidden-visually"> {status.value.schedule.late}</span>
                </span>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

const stepOf = (percent: number | null) =>
  percent === null ? "tile-none" : `tile-${percent >= 100 ? 4 : Math.floor(percent / 25)}`;

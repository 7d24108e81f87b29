/** Where a municipality stands on the tile map: counted from 0 at the upper left. */
export type Place = { readonly code: string; readonly column: number; readonly row: number };

type Located = {
  readonly code: string;
  readonly tileColumn: number | null;
  readonly tileRow: number | null;
};

/** Rows of those that have no place on the map are as wide as it, and at least this. */
const columnsLeast = 5;

/**
 * The tiles of municipalities, row by row. The map begins where its first municipality is. Who has
 * no place of their own, or one that is taken, stands below.
 */
export function placed(municipalities: readonly Located[]): readonly Place[] {
  const taken = new Set<string>();
  const known: Place[] = [];
  const others: string[] = [];
  for (const { code, tileColumn, tileRow } of municipalities) {
    const place = `${tileColumn} ${tileRow}`;
    if (tileColumn === null || tileRow === null || taken.has(place)) others.push(code);
    else known.push({ code, column: tileColumn, row: tileRow });
    taken.add(place);
  }
  const left = Math.min(...known.map(({ column }) => column));
  const top = Math.min(...known.map(({ row }) => row));
  const onMap = known.map(({ code, column, row }) => ({
    code,
    column: column - left,
    row: row - top,
  }));
  const { columns, rows } = sizeOf(onMap);
  const wide = Math.max(columns, columnsLeast);
  const below = others.map((code, index) => ({
    code,
    column: index % wide,
    row: rows + Math.floor(index / wide),
  }));
  return [...onMap, ...below].toSorted((a, b) => a.row - b.row || a.column - b.column);
}

export const sizeOf = (places: readonly Place[]) => ({
  columns: Math.max(0, ...places.map(({ column }) => column + 1)),
  rows: Math.max(0, ...places.map(({ row }) => row + 1)),
});

type Press = { readonly key: string; readonly ctrlKey: boolean };

/** Whom a key leads to from a municipality, by geography; null when it leads nowhere. */
export function stepOn(places: readonly Place[], from: string, press: Press): string | null {
  const here = places.find(({ code }) => code === from);
  if (!here) return null;
  const inRow = places.filter(({ row }) => row === here.row);
  switch (press.key) {
    case "ArrowLeft":
      return inRow.findLast(({ column }) => column < here.column)?.code ?? null;
    case "ArrowRight":
      return inRow.find(({ column }) => column > here.column)?.code ?? null;
    case "ArrowUp":
      return nearest(
        places.filter(({ row }) => row < here.row),
        here,
      );
    case "ArrowDown":
      return nearest(
        places.filter(({ row }) => row > here.row),
        here,
      );
    case "Home":
      return (press.ctrlKey ? places : inRow)[0]?.code ?? null;
    case "End":
      return (press.ctrlKey ? places : inRow).at(-1)?.code ?? null;
    default:
      return null;
  }
}

/** The one in the next row that is closest to straight above or below. */
function nearest(places: readonly Place[], here: Place): string | null {
  const away = ({ row, column }: Place) =>
    Math.abs(row - here.row) * 1000 + Math.abs(column - here.column);
  return places.toSorted((a, b) => away(a) - away(b))[0]?.code ?? null;
}

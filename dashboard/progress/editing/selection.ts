export type Place = { readonly row: number; readonly column: number };
export type Size = { readonly rows: number; readonly columns: number };

/** A rectangle of the matrix: where it began, and the corner that moves. */
export type Selection = { readonly anchor: Place; readonly head: Place };

/** The selection that reaches from where it began, or from where one stands, to a place. */
export function extendTo(selection: Selection | null, from: Place, head: Place): Selection {
  return { anchor: selection?.anchor ?? from, head };
}

/** Every place of a matrix; null where it has none. */
export function everything({ rows, columns }: Size): Selection | null {
  if (rows === 0 || columns === 0) return null;
  return { anchor: { row: 0, column: 0 }, head: { row: rows - 1, column: columns - 1 } };
}

/** The whole columns of a selection, or of where one stands. */
export function wholeColumns(selection: Selection | null, from: Place, { rows }: Size): Selection {
  const { anchor, head } = selection ?? { anchor: from, head: from };
  return {
    anchor: { row: 0, column: anchor.column },
    head: { row: rows - 1, column: head.column },
  };
}

/** The whole rows of a selection, or of where one stands. */
export function wholeRows(selection: Selection | null, from: Place, { columns }: Size): Selection {
  const { anchor, head } = selection ?? { anchor: from, head: from };
  return {
    anchor: { row: anchor.row, column: 0 },
    head: { row: head.row, column: columns - 1 },
  };
}

/** The upper left corner, and how many rows and columns it covers. */
export function areaOf({ anchor, head }: Selection): Place & Size {
  const row = Math.min(anchor.row, head.row);
  const column = Math.min(anchor.column, head.column);
  return {
    row,
    column,
    rows: Math.abs(anchor.row - head.row) + 1,
    columns: Math.abs(anchor.column - head.column) + 1,
  };
}

export function isWithin(selection: Selection | null, { row, column }: Place): boolean {
  if (!selection) return false;
  const area = areaOf(selection);
  return (
    row >= area.row &&
    row < area.row + area.rows &&
    column >= area.column &&
    column < area.column + area.columns
  );
}

/** The part of a grid that a selection covers, row by row. What is not there is left out. */
export function partOf<Item>(
  grid: readonly (readonly Item[])[],
  selection: Selection | null,
): readonly (readonly Item[])[] {
  if (!selection) return [];
  const { row, column, rows, columns } = areaOf(selection);
  return grid.slice(row, row + rows).map((items) => items.slice(column, column + columns));
}

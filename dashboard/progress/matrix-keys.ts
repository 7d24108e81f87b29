type Place = { readonly row: number; readonly column: number };

const STEPS: Readonly<Record<string, Place>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
  Home: { row: 0, column: -Infinity },
  End: { row: 0, column: Infinity },
  PageUp: { row: -Infinity, column: 0 },
  PageDown: { row: Infinity, column: 0 },
};

/** Where a key takes the one who stands on a cell; null when it is not a key of the matrix. */
export function moveTo(
  event: KeyboardEvent,
  size: { readonly rows: number; readonly columns: number },
): Place | null {
  const step = STEPS[event.key];
  const from = (event.target as HTMLElement).dataset;
  if (!step || from["row"] === undefined || from["column"] === undefined) return null;
  return {
    row: within(Number(from["row"]) + step.row, size.rows),
    column: within(Number(from["column"]) + step.column, size.columns),
  };
}

const within = (index: number, count: number) => Math.min(Math.max(index, 0), count - 1);

export function cellAt(table: HTMLElement | null, { row, column }: Place): HTMLElement | null {
  return table?.querySelector(`[data-row="${row}"][data-column="${column}"]`) ?? null;
}

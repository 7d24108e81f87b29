import type { Struct } from "pdfkit";
import {
  BOTTOM,
  decorate,
  drawLines,
  INK,
  LEFT,
  type Paper,
  roomOf,
  STYLES,
  TOP,
  turn,
  WIDTH,
} from "./paper.ts";
import { linesOf, type Style } from "./text.ts";

export type Cell =
  | string
  | {
      readonly text: string;
      readonly colour?: string;
      readonly fill?: string;
      readonly isBold?: boolean;
    };

type Column = {
  readonly title: string;
  /** Of the width, against those of the other columns. */
  readonly share: number;
  readonly align?: "left" | "right" | "center";
  /** Names its row. */
  readonly isHead?: boolean;
};

type Table = {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  readonly style?: Style;
};

type Set = {
  readonly lines: readonly string[];
  readonly style: Style;
  readonly fill: string | null;
  readonly column: Column;
  readonly x: number;
  readonly width: number;
};

const PADDING = { x: 4, y: 3 } as const;

/**
 * A table over as many pages as it takes. Its head stands on each; a row goes whole to the next
 * page, unless it is higher than a page.
 */
export function table(paper: Paper, { columns, rows, style = STYLES.cell }: Table): void {
  const element = paper.doc.struct("Table");
  paper.parent.add(element);
  const headStyle: Style = { ...STYLES.head, size: style.size, leading: style.leading };
  const widths = widthsOf(paper, { columns, rows, style, headStyle });
  const titles = columns.map(({ title }) => ({ text: title, isBold: true }));
  const head = setRow(paper, { columns, widths }, titles, headStyle);
  const headHeight = heightOf(head);
  let next = rows[0] && setRow(paper, { columns, widths }, rows[0], style);
  rows.forEach((_, index) => {
    const row = next ?? [];
    const after = rows[index + 1];
    next = after && setRow(paper, { columns, widths }, after, style);
    // Neither the first row nor the last stands alone on a page.
    const isEdge = index === 0 || index === rows.length - 2;
    const company = (isEdge && next ? heightOf(next) : 0) + (index === 0 ? headHeight : 0);
    const page = BOTTOM - TOP - headHeight;
    const height = heightOf(row);
    // What fits on no page begins where it is, if there is something of a page left.
    const needed = height > page ? page / 4 : Math.min(height + company, page);
    if (paper.y > TOP + headHeight && roomOf(paper) < needed) {
      turn(paper);
      if (index > 0) drawHead(paper, head, null);
    }
    if (index === 0) drawHead(paper, head, element);
    drawRow(paper, row, element, () => drawHead(paper, head, null));
  });
  element.end();
  paper.y += 12;
}

type Columns = { readonly columns: readonly Column[]; readonly widths: readonly number[] };

type Measured = Required<Table> & { readonly headStyle: Style };

/** A word so wide, a date or a name, is not cut; a longer one may be. */
const wordWidthMax = 62;

/** Widths by share, but none so narrow that a word of its title would be cut, or a date. */
function widthsOf(paper: Paper, { columns, rows, style, headStyle }: Measured): number[] {
  const { widthOf } = paper.type;
  const widest = (text: string, as: Style) =>
    Math.max(...text.split(" ").map((word) => widthOf(word, as)));
  const least = columns.map(({ title }, index) => {
    const words = rows.map((row) => {
      const cell = row[index] ?? "";
      return widest(typeof cell === "string" ? cell : cell.text, { ...style, face: "bold" });
    });
    const kept = words.filter((width) => width <= wordWidthMax);
    return Math.max(widest(title, headStyle), ...kept) + 2 * PADDING.x + 0.1;
  });
  const narrow = new Set<number>();
  for (;;) {
    const wide = columns.map((_, index) => index).filter((index) => !narrow.has(index));
    const taken = [...narrow].reduce((sum, index) => sum + (least[index] ?? 0), 0);
    const shares = wide.reduce((sum, index) => sum + (columns[index]?.share ?? 0), 0);
    const unit = (WIDTH - taken) / Math.max(shares, 1);
    const tight = wide.filter((index) => (columns[index]?.share ?? 0) * unit < (least[index] ?? 0));
    if (tight.length === 0 || tight.length === wide.length) {
      return columns.map(({ share }, index) =>
        narrow.has(index) ? (least[index] ?? 0) : share * unit,
      );
    }
    for (const index of tight) narrow.add(index);
  }
}

function setRow(
  { type }: Paper,
  { columns, widths }: Columns,
  cells: readonly Cell[],
  style: Style,
): Set[] {
  let x = LEFT;
  return columns.map((column, index) => {
    const cell = cells[index] ?? "";
    const said: Exclude<Cell, string> = typeof cell === "string" ? { text: cell } : cell;
    const width = widths[index] ?? 0;
    const { isBold = false, colour = style.colour, fill = null } = said;
    const as: Style = { ...style, colour, face: isBold ? "bold" : style.face };
    const lines = linesOf(type, said.text, as, width - 2 * PADDING.x);
    const set = { lines, style: as, column, x, width, fill };
    x += width;
    return set;
  });
}

function heightOf(set: readonly Set[]): number {
  return Math.max(...set.map(({ lines, style }) => lines.length * style.leading)) + 2 * PADDING.y;
}

/** The head; where it is only said again, it belongs to the page and not to the table. */
function drawHead(paper: Paper, head: readonly Set[], element: Struct | null): void {
  const { doc } = paper;
  const height = heightOf(head);
  const { y } = paper;
  decorate(paper, () => {
    doc.rect(LEFT, y, WIDTH, height).fillColor(INK.accentSoft).fill();
  });
  if (element) {
    drawCells(paper, head, { y, element, isHead: true });
  } else {
    decorate(paper, () => head.forEach((one) => drawText(paper, one, y, one.lines)), "Pagination");
  }
  paper.y += height;
}

function drawRow(paper: Paper, set: readonly Set[], element: Struct, again: () => void): void {
  let rest = set;
  // Almost always once: only what is higher than a page is drawn in parts.
  for (;;) {
    const leading = rest[0]?.style.leading ?? 1;
    const fitting = Math.max(1, Math.floor((roomOf(paper) - 2 * PADDING.y + 0.01) / leading));
    const part = rest.map((one) => ({ ...one, lines: one.lines.slice(0, fitting) }));
    const height = heightOf(part);
    const { y } = paper;
    decorate(paper, () => {
      for (const { fill, x, width } of part) {
        if (fill !== null)
          paper.doc
            .rect(x + 0.5, y, width - 1, height)
            .fillColor(fill)
            .fill();
      }
      const end = y + height;
      paper.doc
        .moveTo(LEFT, end)
        .lineTo(LEFT + WIDTH, end)
        .lineWidth(0.5);
      paper.doc.strokeColor(INK.line).stroke();
    });
    drawCells(paper, part, { y, element, isHead: false });
    paper.y += height;
    rest = rest.map((one) => ({ ...one, lines: one.lines.slice(fitting) }));
    if (rest.every(({ lines }) => lines.length === 0)) return;
    turn(paper);
    again();
  }
}

type Drawn = { readonly y: number; readonly element: Struct; readonly isHead: boolean };

function drawCells(paper: Paper, set: readonly Set[], { y, element, isHead }: Drawn): void {
  const { doc } = paper;
  const row = doc.struct("TR");
  element.add(row);
  for (const one of set) {
    const draw = () => drawText(paper, one, y, one.lines);
    if (isHead) row.add(doc.struct("TH", { scope: "Column" }, [draw]));
    else if (one.column.isHead) row.add(doc.struct("TH", { scope: "Row" }, [draw]));
    else row.add(doc.struct("TD", {}, [draw]));
  }
  row.end();
}

function drawText(paper: Paper, { style, x, width, column }: Set, y: number, lines: Set["lines"]) {
  drawLines(paper, lines, style, {
    x: x + PADDING.x,
    y: y + PADDING.y,
    width: width - 2 * PADDING.x,
    align: column.align ?? "left",
  });
}

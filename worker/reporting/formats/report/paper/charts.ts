import { drawLine, fitted, INK, LEFT, need, type Paper, STYLES, tag, WIDTH } from "./paper.ts";
import type { Style } from "./text.ts";

type Bar = {
  readonly label: string;
  /** Of the length, 0-1; null draws none. */
  readonly share: number | null;
  readonly value: string;
};

type Bars = { readonly alt: string; readonly columns: 1 | 2; readonly bars: readonly Bar[] };

const barHeight = 15;

/** Horizontal bars under each other, in one or two columns; its words are its alternative too. */
export function drawBars(paper: Paper, { alt, columns, bars }: Bars): void {
  const perColumn = Math.ceil(bars.length / columns);
  const height = perColumn * barHeight;
  need(paper, height + 8);
  const { doc, y } = paper;
  const width = (WIDTH - (columns - 1) * 24) / columns;
  const labelWidth = columns === 1 ? 150 : 90;
  const most = width - labelWidth - 44;
  const told = bars.map(({ label, value }) => `${label} ${value}`).join("; ");
  tag(
    paper,
    "Figure",
    () =>
      bars.forEach(({ label, share, value }, index) => {
        const x = LEFT + Math.floor(index / perColumn) * (width + 24);
        const top = y + (index % perColumn) * barHeight;
        drawLabel(paper, label, { x, y: top, width: labelWidth - 6 });
        const from = x + labelWidth;
        doc
          .rect(from, top + 2.5, most, 9)
          .fillColor(INK.raised)
          .fill();
        if (share !== null && share > 0) {
          const length = Math.max(1, Math.min(1, share) * most);
          doc
            .rect(from, top + 2.5, length, 9)
            .fillColor(INK.accent)
            .fill();
        }
        drawLine(paper, `${value} `, STYLES.mark, { x: from + most + 5, y: top + 2 });
      }),
    { alt: `${alt}: ${told}`, bbox: [LEFT, y, LEFT + WIDTH, y + height] },
  );
  paper.y += height + 8;
}

function drawLabel(paper: Paper, text: string, at: { x: number; y: number; width: number }) {
  const style: Style = STYLES.cell;
  const label = fitted(paper, text, style, at.width);
  drawLine(paper, `${label} `, style, { x: at.x, y: at.y + 1.5 });
}

export type Slice = {
  readonly label: string;
  readonly count: number;
  readonly colour: string;
};

/** One bar of all there is, in parts, with a key below it. */
export function drawSlices(paper: Paper, alt: string, slices: readonly Slice[]): void {
  const whole = slices.reduce((sum, { count }) => sum + count, 0);
  const there = slices.filter(({ count }) => count > 0);
  if (whole === 0) return;
  const perRow = 4;
  const height = 26 + Math.ceil(there.length / perRow) * 14;
  need(paper, height + 10);
  const { doc, y } = paper;
  const told = there.map(({ label, count }) => `${label} ${count}`).join("; ");
  tag(
    paper,
    "Figure",
    () => {
      let x = LEFT;
      there.forEach(({ label, count, colour }, index) => {
        const width = (count / whole) * WIDTH;
        doc
          .rect(x, y, Math.max(0.5, width - 1), 18)
          .fillColor(colour)
          .fill();
        x += width;
        const left = LEFT + (index % perRow) * (WIDTH / perRow);
        const top = y + 25 + Math.floor(index / perRow) * 14;
        doc
          .rect(left, top + 2, 8, 8)
          .fillColor(colour)
          .fill();
        drawLabel(paper, `${label} ${count}`, { x: left + 13, y: top, width: WIDTH / perRow - 16 });
      });
    },
    { alt: `${alt}: ${told}`, bbox: [LEFT, y, LEFT + WIDTH, y + height] },
  );
  paper.y += height + 10;
}

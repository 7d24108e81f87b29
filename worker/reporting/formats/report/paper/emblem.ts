import type { Paper } from "./paper.ts";

const BLUE = "#003399";
const GOLD = "#ffcc00";

/**
 * The European emblem: a flag of 2:3 with twelve stars, one point up, on a circle of a third of
 * its height; each star fits in a circle of an eighteenth of it (Regulation 2021/1060, Annex IX).
 */
export function drawEmblem({ doc }: Paper, x: number, y: number, height: number): void {
  const width = height * 1.5;
  doc.rect(x, y, width, height).fillColor(BLUE).fill();
  for (let hour = 0; hour < 12; hour += 1) {
    const angle = (hour * Math.PI) / 6;
    const centreX = x + width / 2 + (height / 3) * Math.sin(angle);
    const centreY = y + height / 2 - (height / 3) * Math.cos(angle);
    doc
      .polygon(...starAt(centreX, centreY, height / 18))
      .fillColor(GOLD)
      .fill();
  }
}

/** Five points, the inner ones where the lines between the outer ones cross. */
function starAt(x: number, y: number, radius: number): [number, number][] {
  const inner = (radius * Math.sin(Math.PI / 10)) / Math.sin((3 * Math.PI) / 10);
  return Array.from({ length: 10 }, (_, point) => {
    const reach = point % 2 === 0 ? radius : inner;
    const angle = (point * Math.PI) / 5;
    return [x + reach * Math.sin(angle), y - reach * Math.cos(angle)];
  });
}

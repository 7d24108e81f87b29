import { BOLD } from "./bold.ts";
import { type Canvas, type Colour, type Contour, fill, type Point } from "./canvas.ts";
import { REGULAR } from "./regular.ts";

export type Style = {
  /** Pixels to the em. */
  readonly size: number;
  readonly colour: Colour;
  readonly isBold?: boolean;
};

const unitsPerEm = 1000;
/** Straight lines that stand for a curve. */
const curveSteps = 6;

type Glyph = { readonly advance: number; readonly contours: readonly Contour[] };
const known = new Map<string, Glyph>();

/** The outline of a character, or of what it is written with where the typeface lacks it. */
function glyphOf(character: string, isBold: boolean): Glyph {
  const name = `${isBold ? "bold" : "regular"} ${character}`;
  const found = known.get(name);
  if (found) return found;
  const outlines = isBold ? BOLD : REGULAR;
  const plain = /\s/.test(character) ? " " : (character.normalize("NFD")[0] ?? "?");
  const glyph = read(outlines[character] ?? outlines[plain] ?? outlines["?"] ?? "0");
  known.set(name, glyph);
  return glyph;
}

function read(outline: string): Glyph {
  const advance = Number.parseInt(outline, 10);
  const contours: Point[][] = [];
  let pen: Point = [0, 0];
  for (const [, step = "", numbers = ""] of outline.matchAll(/([MLQ])([-\d ]*)/g)) {
    const points = pointsOf(pen, numbers);
    const end = points.at(-1) ?? pen;
    if (step === "M") contours.push([end]);
    else if (step === "L") contours.at(-1)?.push(end);
    else contours.at(-1)?.push(...curve(pen, points[0] ?? pen, end));
    pen = end;
  }
  return { advance, contours };
}

/** Points that are each given from the one before. */
function pointsOf(from: Point, numbers: string): Point[] {
  const offsets = (numbers.match(/-?\d+/g) ?? []).map(Number);
  const points: Point[] = [];
  let [x, y] = from;
  for (let at = 0; at + 1 < offsets.length; at += 2) {
    x += offsets[at] ?? 0;
    y += offsets[at + 1] ?? 0;
    points.push([x, y]);
  }
  return points;
}

function curve([x0, y0]: Point, [x1, y1]: Point, [x2, y2]: Point): Point[] {
  return Array.from({ length: curveSteps }, (_, index): Point => {
    const t = (index + 1) / curveSteps;
    const [a, b, c] = [(1 - t) * (1 - t), 2 * t * (1 - t), t * t];
    return [a * x0 + b * x1 + c * x2, a * y0 + b * y1 + c * y2];
  });
}

/** How wide a text is, in pixels. */
export function widthOf(text: string, { size, isBold = false }: Omit<Style, "colour">): number {
  const advances = Array.from(text.normalize("NFC"), (one) => glyphOf(one, isBold).advance);
  return (advances.reduce((sum, advance) => sum + advance, 0) * size) / unitsPerEm;
}

/** Writes a text from its left end, on its base line. */
export function write(canvas: Canvas, text: string, [x, y]: Point, style: Style): void {
  const { size, colour, isBold = false } = style;
  const scale = size / unitsPerEm;
  let pen = x;
  for (const character of text.normalize("NFC")) {
    const { advance, contours } = glyphOf(character, isBold);
    const start = pen;
    const placed = contours.map((contour) =>
      contour.map(([px, py]): Point => [start + px * scale, y - py * scale]),
    );
    if (placed.length > 0) fill(canvas, placed, colour);
    pen += advance * scale;
  }
}

/** A text in lines of at most so many pixels; what does not fit the last line ends in `…`. */
export function linesOf(
  text: string,
  style: Omit<Style, "colour">,
  { width, count }: { readonly width: number; readonly count: number },
): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && widthOf(longer, style) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const shown = lines.slice(0, count).map((line) => fitted(line, style, width));
  const end = shown.at(-1);
  if (lines.length > count && end !== undefined) {
    shown[count - 1] = fitted(`${end.replace(/[\s,:;.–-]+$/, "")}…`, style, width);
  }
  return shown;
}

function fitted(text: string, style: Omit<Style, "colour">, width: number): string {
  if (widthOf(text, style) <= width) return text;
  let length = text.length - 1;
  while (length > 1 && widthOf(`${text.slice(0, length)}…`, style) > width) length -= 1;
  return `${text.slice(0, length).toWellFormed().trimEnd()}…`;
}

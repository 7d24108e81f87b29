export type Colour = readonly [red: number, green: number, blue: number];

/** A picture in the making: three bytes a pixel, row by row. */
export type Canvas = {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array<ArrayBuffer>;
};

export type Point = readonly [x: number, y: number];
export type Contour = readonly Point[];

export type Box = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export function makeCanvas(width: number, height: number, colour: Colour): Canvas {
  const pixels = new Uint8Array(width * height * 3);
  for (let at = 0; at < pixels.length; at += 3) pixels.set(colour, at);
  return { width, height, pixels };
}

export function colourOf(hex: string): Colour {
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  return [part(1), part(3), part(5)];
}

/** A rectangle with rounded corners; the radius is in pixels. */
export function fillBox(canvas: Canvas, box: Box, colour: Colour, radius = 0): void {
  const { x, y, width, height } = box;
  if (width <= 0 || height <= 0) return;
  const r = Math.min(radius, width / 2, height / 2);
  const corners: readonly (readonly [x: number, y: number, from: number])[] = [
    [x + width - r, y + r, -Math.PI / 2],
    [x + width - r, y + height - r, 0],
    [x + r, y + height - r, Math.PI / 2],
    [x + r, y + r, Math.PI],
  ];
  const steps = r === 0 ? 0 : 6;
  const contour = corners.flatMap(([cx, cy, from]) =>
    Array.from({ length: steps + 1 }, (_, step): Point => {
      const angle = from + (steps === 0 ? 0 : (step / steps) * (Math.PI / 2));
      return [cx + r * Math.cos(angle), cy + r * Math.sin(angle)];
    }),
  );
  fill(canvas, [contour], colour);
}

/**
 * Fills closed contours, with smooth edges: every edge leaves in each pixel that it crosses how
 * much of it lies to its right, and the sums along a row say how much of each pixel is inside.
 */
export function fill(canvas: Canvas, contours: readonly Contour[], colour: Colour): void {
  const points = contours.flat();
  const left = Math.max(0, Math.floor(Math.min(...points.map(([x]) => x))));
  const top = Math.max(0, Math.floor(Math.min(...points.map(([, y]) => y))));
  const right = Math.min(canvas.width, Math.ceil(Math.max(...points.map(([x]) => x))) + 1);
  const bottom = Math.min(canvas.height, Math.ceil(Math.max(...points.map(([, y]) => y))));
  if (right <= left || bottom <= top) return;
  const area: Area = {
    width: right - left + 2,
    height: bottom - top,
    sums: new Float32Array((right - left + 2) * (bottom - top)),
  };
  const inside = ([x, y]: Point): Point => [Math.min(Math.max(x - left, 0), right - left), y - top];
  for (const contour of contours) {
    contour.forEach((point, index) => {
      const next = contour[(index + 1) % contour.length] ?? point;
      addEdge(area, inside(point), inside(next));
    });
  }
  blend(canvas, area, { left, top, colour });
}

type Area = { readonly width: number; readonly height: number; readonly sums: Float32Array };

function addEdge(area: Area, from: Point, to: Point): void {
  if (from[1] === to[1]) return;
  const sign = from[1] < to[1] ? 1 : -1;
  const [first, last] = sign === 1 ? [from, to] : [to, from];
  const slope = (last[0] - first[0]) / (last[1] - first[1]);
  const start = Math.max(0, first[1]);
  const end = Math.min(area.height, last[1]);
  let x = first[0] + slope * (start - first[1]);
  for (let row = Math.floor(start); row < end; row += 1) {
    const height = Math.min(row + 1, end) - Math.max(row, start);
    const next = x + slope * height;
    addRow(area, row * area.width, [Math.min(x, next), Math.max(x, next)], sign * height);
    x = next;
  }
}

/** One edge in one row: from `a` to `b`, `height` of the row high. */
function addRow(area: Area, row: number, [a, b]: Point, height: number): void {
  const first = Math.floor(a);
  const last = Math.ceil(b);
  const add = (column: number, amount: number) => {
    area.sums[row + column] = (area.sums[row + column] ?? 0) + amount;
  };
  if (last <= first + 1) {
    const right = (a + b) / 2 - first;
    add(first, height * (1 - right));
    add(first + 1, height * right);
    return;
  }
  // How much of the row lies to the right of the edge up to a column's end, and what that adds.
  let before = 0;
  for (let column = first; column < last; column += 1) {
    const covered = coverage(column, a, b);
    add(column, height * (covered - before));
    before = covered;
  }
  add(last, height * (1 - before));
}

/** The share of a column's pixel that lies right of an edge which runs evenly from `a` to `b`. */
function coverage(column: number, a: number, b: number): number {
  const behind = (x: number) => {
    if (x <= a) return 0;
    if (x >= b) return (b - a) / 2 + (x - b);
    return ((x - a) * (x - a)) / (2 * (b - a));
  };
  return behind(column + 1) - behind(column);
}

function blend(
  { width, pixels }: Canvas,
  area: Area,
  { left, top, colour }: { left: number; top: number; colour: Colour },
): void {
  for (let row = 0; row < area.height; row += 1) {
    let sum = 0;
    for (let column = 0; column < area.width - 2; column += 1) {
      sum += area.sums[row * area.width + column] ?? 0;
      const share = Math.min(1, Math.abs(sum));
      if (share < 1 / 512 || left + column >= width) continue;
      const at = ((top + row) * width + left + column) * 3;
      for (const [index, tone] of colour.entries()) {
        const under = pixels[at + index] ?? 0;
        pixels[at + index] = Math.round(under + (tone - under) * share);
      }
    }
  }
}

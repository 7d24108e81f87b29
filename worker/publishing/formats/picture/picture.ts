import type { Language } from "../../../kernel/language.ts";
import type { PublicProject } from "../../contract.ts";
import { pictureHeight, pictureWidth } from "../../terms.ts";
import { withoutPercent, WORDS, written, yearsOf } from "../../words.ts";
import { type Canvas, colourOf, fill, fillBox, makeCanvas, type Point } from "./canvas.ts";
import { pngOf } from "./png.ts";
import { linesOf, widthOf, write } from "./text.ts";

const paper = colourOf("#f5f6f4");
const surface = colourOf("#ffffff");
const ink = colourOf("#13212e");
const soft = colourOf("#4b5c69");
const accent = colourOf("#0f4c81");
const line = colourOf("#d8dfe2");
const shareNone = colourOf("#ffffff");
const SHARES = ["#e6edf2", "#d3e3f1", "#a5c8e6", "#2f6ea5", "#0f4c81"].map(colourOf);
const flag = colourOf("#003399");
const star = colourOf("#ffcc00");

const margin = 64;
const footHeight = 92;
/** Where what the tiles leave ends, and the top and the room of the tiles. */
const besideTiles = 690;
const tilesTop = 64;
const tilesRoom = { x: 740, width: pictureWidth - 740 - margin, height: 410 };

/** The picture that goes with a link to a project's page: a PNG of 1200 × 630. */
export async function drawPicture(
  project: PublicProject,
  language: Language,
): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = makeCanvas(pictureWidth, pictureHeight, paper);
  const width = (project.municipalities === null ? pictureWidth - margin : besideTiles) - margin;
  drawHead(canvas, project, { width, language });
  if (project.municipalities !== null) drawTiles(canvas, project.municipalities, language);
  drawFoot(canvas, project);
  return pngOf(canvas);
}

type Column = { readonly width: number; readonly language: Language };

function drawHead(canvas: Canvas, project: PublicProject, column: Column): void {
  const say = WORDS[column.language];
  drawSign(canvas, [margin, 56]);
  write(canvas, "Etappi", [margin + 54, 88], { size: 34, colour: ink, isBold: true });
  const over = { size: 24, colour: soft };
  const [programme = ""] = linesOf(project.programme.name, over, { ...column, count: 1 });
  write(canvas, programme, [margin, 148], over);
  const size = project.name.length > 60 ? 42 : 50;
  const title = { size, colour: ink, isBold: true };
  const lines = linesOf(project.name, title, { ...column, count: 3 });
  lines.forEach((text, index) => write(canvas, text, [margin, 206 + index * size * 1.16], title));
  if (project.progress === null) {
    const said = `${yearsOf(project)} · ${say.stages[project.stage]}`;
    write(canvas, said, [margin, 206 + lines.length * size * 1.16 + 12], { ...over, size: 30 });
    return;
  }
  const { percent } = written(column.language);
  const number = { size: 104, colour: accent, isBold: true };
  const share = percent(project.progress.percent);
  write(canvas, share, [margin, 436], number);
  const { percent: total, leftOut } = project.progress;
  const word = total === null ? withoutPercent(column.language, leftOut.noData) : say.done;
  write(canvas, word, [margin + widthOf(share, number) + 18, 436], { size: 36, colour: soft });
  drawPhases(canvas, project.progress.phases, column);
}

/** The sign of the service: a path that goes up, on its blue ground. */
function drawSign(canvas: Canvas, [x, y]: Point): void {
  fillBox(canvas, { x, y, width: 42, height: 42 }, accent, 9);
  const steps: readonly Point[] = [
    [9, 30],
    [17, 18],
    [25, 24],
    [33, 12],
  ];
  steps.forEach(([px, py], index) => {
    const [nx, ny] = steps[index + 1] ?? [px, py];
    stroke(canvas, [x + px, y + py], [x + nx, y + ny]);
    fillBox(canvas, { x: x + px - 3, y: y + py - 3, width: 6, height: 6 }, surface, 3);
  });
}

/** A straight white line, four pixels wide. */
function stroke(canvas: Canvas, [x, y]: Point, [nx, ny]: Point): void {
  const length = Math.hypot(nx - x, ny - y);
  if (length === 0) return;
  const [dx, dy] = [((ny - y) / length) * 2, ((nx - x) / length) * -2];
  const contour: readonly Point[] = [
    [x + dx, y + dy],
    [nx + dx, ny + dy],
    [nx - dx, ny - dy],
    [x - dx, y - dy],
  ];
  fill(canvas, [contour], surface);
}

type Phases = NonNullable<PublicProject["progress"]>["phases"];

/** The phases as bars, at most so many that each can be read. */
function drawPhases(canvas: Canvas, phases: Phases, { width, language }: Column): void {
  const { percent } = written(language);
  const gap = 10;
  const length = (width - gap * (phases.length - 1)) / phases.length;
  phases.forEach((phase, index) => {
    const x = margin + index * (length + gap);
    const bar = { x, y: 466, width: length, height: 16 };
    fillBox(canvas, bar, SHARES[1] ?? line, 4);
    fillBox(canvas, { ...bar, width: (length * (phase.percent ?? 0)) / 100 }, accent, 4);
    if (length < 90) return;
    const said = `${WORDS[language].phase(phase.number)} · ${percent(phase.percent)}`;
    write(canvas, said, [x, 512], { size: 22, colour: soft });
  });
}

type Municipalities = NonNullable<PublicProject["municipalities"]>;

/** The municipalities near their own places, each with its share: the colour says it again. */
function drawTiles(canvas: Canvas, all: Municipalities, language: Language): void {
  const { percent } = written(language);
  const placed = all.filter(({ tileColumn, tileRow }) => tileColumn !== null && tileRow !== null);
  const columns = Math.max(1, ...placed.map(({ tileColumn }) => (tileColumn ?? 0) + 1));
  const rows = Math.max(1, ...placed.map(({ tileRow }) => (tileRow ?? 0) + 1));
  const gap = 6;
  const width = Math.min(110, (tilesRoom.width + gap) / columns - gap);
  const height = Math.min(width, (tilesRoom.height + gap) / rows - gap);
  for (const { tileColumn, tileRow, percent: share } of placed) {
    const x = tilesRoom.x + (tileColumn ?? 0) * (width + gap);
    const y = tilesTop + (tileRow ?? 0) * (height + gap);
    const step = share === null ? -1 : share >= 100 ? 4 : Math.floor(share / 25);
    fillBox(canvas, { x, y, width, height }, SHARES[step] ?? shareNone, 6);
    const text = share === null ? "–" : percent(Math.round(share));
    const style = { size: width * 0.27, isBold: true, colour: step >= 3 ? surface : ink };
    const start = x + (width - widthOf(text, style)) / 2;
    write(canvas, text, [start, y + height / 2 + style.size * 0.34], style);
  }
}

/** Who pays, with the emblem where the programme asks for one. */
function drawFoot(canvas: Canvas, { programme }: PublicProject): void {
  const y = pictureHeight - footHeight;
  fillBox(canvas, { x: 0, y, width: pictureWidth, height: footHeight }, surface);
  fillBox(canvas, { x: 0, y, width: pictureWidth, height: 2 }, line);
  const hasEmblem = programme.emblem === "eu";
  if (hasEmblem) drawEmblem(canvas, { x: margin, y: y + 22, height: 48 });
  const x = hasEmblem ? margin + 92 : margin;
  const style = { size: 26, colour: ink };
  const [text = ""] = linesOf(programme.fundingText, style, {
    width: pictureWidth - margin - x,
    count: 1,
  });
  write(canvas, text, [x, y + 55], style);
}

/** Twelve stars in a circle, 2:3 (the emblem's geometrical description). */
function drawEmblem(
  canvas: Canvas,
  { x, y, height }: { readonly x: number; readonly y: number; readonly height: number },
): void {
  const unit = height / 18;
  fillBox(canvas, { x, y, width: height * 1.5, height }, flag);
  for (let index = 0; index < 12; index += 1) {
    const angle = (Math.PI / 6) * index;
    const cx = x + (13.5 + 6 * Math.sin(angle)) * unit;
    const cy = y + (9 - 6 * Math.cos(angle)) * unit;
    const points = Array.from({ length: 10 }, (_, corner): Point => {
      const radius = (corner % 2 === 0 ? 1 : 0.382) * unit;
      const turn = (Math.PI / 5) * corner;
      return [cx + radius * Math.sin(turn), cy - radius * Math.cos(turn)];
    });
    fill(canvas, [points], star);
  }
}

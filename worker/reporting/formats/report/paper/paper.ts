import type { PDFDocument, Struct, StructOptions } from "pdfkit";
import type { ReportDocument } from "../../../contract/document.ts";
import type { Words } from "../../../words/pdf/fi.ts";
import type { Written } from "../../../words/pdf/words.ts";
import type { Frame } from "../told.ts";
import { BOUND, linesOf, shortened, type Style, type Typesetter } from "./text.ts";

/** A4 in points, and what of it is written on. */
export const PAGE = { width: 595.28, height: 841.89 } as const;
export const LEFT = 56;
export const RIGHT = PAGE.width - 56;
export const WIDTH = RIGHT - LEFT;
export const TOP = 78;
export const BOTTOM = PAGE.height - 74;

export const INK = {
  ink: "#13212e",
  soft: "#4b5c69",
  line: "#d8dfe2",
  raised: "#eef1f2",
  accent: "#0f4c81",
  accentSoft: "#e3edf6",
  late: "#b3261e",
  lateSoft: "#fbe6e3",
  risk: "#8f5000",
  riskSoft: "#fdf0dc",
  progress: "#bdd7ee",
  paused: "#f1dfb0",
  white: "#ffffff",
} as const;

const style = (face: Style["face"], size: number, leading: number, colour: string): Style => ({
  face,
  size,
  leading,
  colour,
});

export const STYLES = {
  title: style("bold", 27, 33, INK.accent),
  name: style("bold", 16, 21, INK.ink),
  part: style("bold", 18, 23, INK.accent),
  sub: style("bold", 12, 16, INK.ink),
  body: style("regular", 10, 14.5, INK.ink),
  strong: style("bold", 10, 14.5, INK.ink),
  note: style("regular", 9, 12.5, INK.soft),
  warning: style("bold", 9.5, 13, INK.risk),
  label: style("regular", 8.5, 11.5, INK.soft),
  figure: style("bold", 21, 25, INK.accent),
  cell: style("regular", 8.5, 11.2, INK.ink),
  head: style("bold", 8.5, 11.2, INK.accent),
  mark: style("bold", 8, 10.5, INK.ink),
  tiny: style("regular", 6.8, 9, INK.soft),
} as const satisfies Readonly<Record<string, Style>>;

/** What the list of contents says of a heading. */
type Entry = { readonly title: string; readonly page: number; readonly name: string };

/** A report that is being written: where it has come to, and what it is written with. */
export type Paper = {
  readonly doc: PDFDocument;
  readonly report: ReportDocument;
  readonly frame: Frame;
  readonly say: Words;
  readonly written: Written;
  readonly type: Typesetter;
  readonly entries: Entry[];
  readonly root: Struct;
  /** What the next paragraph, table or figure belongs to. */
  parent: Struct;
  /** From the top of the page, in points. */
  y: number;
};

/** Begins a page. */
export function turn(paper: Paper): void {
  paper.doc.addPage();
  paper.y = TOP;
}

export const roomOf = (paper: Paper) => BOTTOM - paper.y;

/** Begins a page unless so many points are left on this one. */
export function need(paper: Paper, points: number): void {
  if (roomOf(paper) < points && paper.y > TOP) turn(paper);
}

function space(paper: Paper, points: number): void {
  if (paper.y > TOP) paper.y += points;
}

type Place = {
  readonly x: number;
  readonly y: number;
  readonly width?: number;
  readonly align?: "left" | "right" | "center";
};

/** One line, drawn where it is told; nothing is tagged by it. */
export function drawLine({ doc, type }: Paper, text: string, as: Style, at: Place): void {
  if (text === "") return;
  const free = at.align === undefined ? 0 : (at.width ?? 0) - type.widthOf(text.trimEnd(), as);
  const x = at.x + (at.align === "right" ? free : at.align === "center" ? free / 2 : 0);
  doc.font(type.faces[as.face]).fontSize(as.size).fillColor(as.colour);
  const baseline = at.y + (as.leading - as.size) / 2 + as.size * 0.8;
  doc.text(text.replaceAll(BOUND, " "), x, baseline, { lineBreak: false, baseline: "alphabetic" });
}

export function drawLines(paper: Paper, lines: readonly string[], as: Style, at: Place): void {
  lines.forEach((line, index) =>
    drawLine(paper, line, as, { ...at, y: at.y + index * as.leading }),
  );
}

/** Draws what a reader of the structure is told of. */
export function tag(paper: Paper, name: string, draw: () => void, options: StructOptions = {}) {
  paper.parent.add(paper.doc.struct(name, options, [draw]));
}

/** Draws what nobody is told of: lines, backgrounds, what repeats on each page. */
export function decorate({ doc }: Paper, draw: () => void, type = "Layout"): void {
  doc.markContent("Artifact", { type });
  draw();
  doc.endMarkedContent();
}

/** What is drawn until `write` has ended belongs to a new element of the structure. */
export function within(paper: Paper, name: string, write: () => void): void {
  const { parent, doc } = paper;
  const element = doc.struct(name);
  parent.add(element);
  paper.parent = element;
  write();
  element.end();
  paper.parent = parent;
}

type Flow = { readonly x?: number; readonly width?: number; readonly tag?: string };

const LINE_ENDS = /\r\n|[\n\r\u2028\u2029]/;

/**
 * A paragraph, its lines as they were written, over as many pages as it takes: no line of it stands alone at the end of a page or
 * at the beginning of one.
 */
export function flow(paper: Paper, text: string, as: Style, options: Flow = {}): void {
  const { x = LEFT, width = RIGHT - x, tag: name = "P" } = options;
  const written = text.split(LINE_ENDS).filter((line) => line.trim() !== "");
  let lines = written.flatMap((line, index) => {
    const set = linesOf(paper.type, line, as, width);
    // As between lines that were broken here: who reads or copies them needs the blank.
    return index < written.length - 1 ? [...set.slice(0, -1), `${set.at(-1) ?? ""} `] : set;
  });
  const element = paper.doc.struct(name);
  paper.parent.add(element);
  while (lines.length > 0) {
    const fitting = Math.floor((roomOf(paper) + 0.01) / as.leading);
    const taken = fitting >= lines.length ? lines.length : Math.min(fitting, lines.length - 2);
    if (taken < Math.min(2, lines.length)) {
      turn(paper);
      continue;
    }
    const here = lines.slice(0, taken);
    const y = paper.y;
    element.add(() => drawLines(paper, here, as, { x, y }));
    paper.y += taken * as.leading;
    lines = lines.slice(taken);
    if (lines.length > 0) turn(paper);
  }
  element.end();
}

/** Begins a part on a page of its own, or below what is there; it is in the list of contents. */
export function part(paper: Paper, title: string, isFresh = true): void {
  if (isFresh && paper.y > TOP) turn(paper);
  need(paper, 150);
  space(paper, 26);
  const lines = linesOf(paper.type, title, STYLES.part, WIDTH);
  const { y } = paper;
  const name = `part-${paper.entries.length + 1}`;
  const page = paper.doc.bufferedPageRange().count - 1;
  const clean = paper.type.clean(title);
  paper.entries.push({ title: clean, page, name });
  paper.doc.addNamedDestination(name, "XYZ", 0, y - 8, null);
  paper.doc.outline.addItem(clean, { top: y - 8, left: PAGE.width, fit: false, expanded: false });
  tag(paper, "H2", () => drawLines(paper, lines, STYLES.part, { x: LEFT, y }));
  paper.y += lines.length * STYLES.part.leading + 4;
  decorate(paper, () => {
    paper.doc.rect(LEFT, paper.y, 36, 2.5).fillColor(INK.accent).fill();
  });
  paper.y += 14;
}

/** A heading within a part: it never ends a page. */
export function heading(paper: Paper, title: string, keep = 80): void {
  need(paper, keep);
  space(paper, 12);
  const lines = linesOf(paper.type, title, STYLES.sub, WIDTH);
  const { y } = paper;
  tag(paper, "H3", () => drawLines(paper, lines, STYLES.sub, { x: LEFT, y }));
  paper.y += lines.length * STYLES.sub.leading + 4;
}

/** A line that is cut where there is no room for it. */
export const fitted = ({ type }: Paper, text: string, as: Style, width: number) =>
  shortened(type, text, as, width);

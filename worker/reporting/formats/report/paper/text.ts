import type { Font } from "fontkit";

export type Faces = { readonly regular: Font; readonly bold: Font };
type Face = keyof Faces;

/** Sizes in points; `leading` is from one line to the next. */
export type Style = {
  readonly face: Face;
  readonly size: number;
  readonly leading: number;
  readonly colour: string;
};

export type Typesetter = {
  readonly faces: Faces;
  /** Width of text in points; kerning would make it narrower by a hair. */
  readonly widthOf: (text: string, style: Pick<Style, "face" | "size">) => number;
  /** Text with signs that the typeface has, in one line. */
  readonly clean: (text: string) => string;
  /** Whether anything has been replaced since it began. */
  readonly hasReplaced: () => boolean;
};

/** Stands for what the typeface lacks; it has an outline of its own. */
const LACKING = "\uFFFD";
const BLANKS = /[\t\n\v\f\r \u2000-\u2006\u2008-\u200A\u2028\u2029\u205F\u3000]+/g;
/** Blanks at which no line ends; they are set like any other. */
const BINDING = /[\u00A0\u2007\u202F]/g;
export const BOUND = "\u00A0";
/** Signs without a body: joiners, marks of direction, the soft hyphen, variants of what is before. */
const BODILESS = /[\p{Cc}\p{Cf}\p{Variation_Selector}]/gu;
const HYPHENS = /[\u2010\u2011]/g;

const codeOf = (sign: string) => (sign === BOUND ? 0x20 : (sign.codePointAt(0) ?? 0));

/** What sets text in two faces. It remembers widths for as long as one document is written. */
export function typesetterOf(faces: Faces): Typesetter {
  const widths = { regular: new Map<string, number>(), bold: new Map<string, number>() };
  let replaced = false;
  const widthOfSign = (sign: string, face: Face) => {
    const known = widths[face].get(sign);
    if (known !== undefined) return known;
    const font = faces[face];
    const width = font.glyphForCodePoint(codeOf(sign)).advanceWidth / font.unitsPerEm;
    widths[face].set(sign, width);
    return width;
  };
  const clean = (text: string) => {
    const plain = text
      .normalize("NFC")
      .replace(HYPHENS, "-")
      .replace(BLANKS, " ")
      .replace(BINDING, BOUND)
      .replace(BODILESS, "");
    let written = "";
    for (const sign of plain) {
      const isThere = sign === BOUND || faces.regular.hasGlyphForCodePoint(codeOf(sign));
      replaced ||= !isThere;
      written += isThere ? sign : LACKING;
    }
    return written.trim();
  };
  return {
    faces,
    clean,
    hasReplaced: () => replaced,
    widthOf: (text, { face, size }) => {
      let width = 0;
      for (const sign of text) width += widthOfSign(sign, face);
      return width * size;
    },
  };
}

/**
 * Lines of a text in a width, in points; a word wider than that is cut. At least one line. The
 * blank between two lines stays at the end of the first: who reads or copies them needs it.
 */
export function linesOf(type: Typesetter, text: string, style: Style, width: number): string[] {
  const { widthOf, clean } = type;
  const blank = widthOf(" ", style);
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const word of clean(text).split(" ")) {
    const needed = widthOf(word, style);
    if (line !== "" && used + blank + needed <= width) {
      line += ` ${word}`;
      used += blank + needed;
      continue;
    }
    if (line !== "") lines.push(`${line} `);
    const pieces = needed <= width ? [word] : cut(type, word, style, width);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? "";
    used = pieces.length === 1 ? needed : widthOf(line, style);
  }
  return [...lines, line];
}

/** A word in pieces that fit. */
function cut({ widthOf }: Typesetter, word: string, style: Style, width: number): string[] {
  const pieces: string[] = [];
  let piece = "";
  let used = 0;
  for (const sign of word) {
    const needed = widthOf(sign, style);
    if (piece !== "" && used + needed > width) {
      pieces.push(piece);
      piece = "";
      used = 0;
    }
    piece += sign;
    used += needed;
  }
  return [...pieces, piece];
}

/** A text in one line, with an ellipsis where it does not fit. */
export function shortened(
  { widthOf, clean }: Typesetter,
  text: string,
  style: Style,
  width: number,
): string {
  const whole = clean(text);
  if (widthOf(whole, style) <= width) return whole;
  const signs = Array.from(whole);
  while (signs.length > 0 && widthOf(`${signs.join("")}…`, style) > width) signs.pop();
  return `${signs.join("").trimEnd()}…`;
}

/** A part of what people wrote: a paragraph, or the items of a list. */
export type Block =
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly Item[] };
type Item = { readonly mark: string; readonly text: string };

const ITEM = /^\s*(?:[-*•–]|(\d{1,3}[.)]))\s+(.+)$/;

/** Paragraphs and lists of a plain text: each line that begins with a dash or a number is an item. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let paragraph: string[] = [];
  let items: Item[] = [];
  const close = () => {
    if (paragraph.length > 0) blocks.push({ kind: "paragraph", text: paragraph.join("\n") });
    if (items.length > 0) blocks.push({ kind: "list", items });
    paragraph = [];
    items = [];
  };
  for (const line of text.split(/\r\n|\r|\n|\u2028|\u2029/)) {
    const [, number, item] = line.match(ITEM) ?? [];
    if (item !== undefined) {
      if (paragraph.length > 0) close();
      items.push({ mark: number ?? "•", text: item });
    } else if (line.trim() === "") {
      close();
    } else {
      if (items.length > 0) close();
      paragraph.push(line);
    }
  }
  close();
  return blocks;
}

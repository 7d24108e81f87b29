import { element, type Xml } from "../xml.ts";

type Level = 1 | 2 | 3;
/** A heading, kept as words until all of them are known, so that the contents can name them. */
export type Heading = {
  readonly level: Level;
  readonly heading: string;
  readonly startsPage: boolean;
};
/** What a document is made of, from the top. */
export type Block = Xml | Heading;

export const STYLES = {
  title: "Title",
  subtitle: "Subtitle",
  heading: { 1: "Heading1", 2: "Heading2", 3: "Heading3" },
  contents: { title: "TOCHeading", 1: "TOC1", 2: "TOC2" },
  bullet: "ListBullet",
  guidance: "Guidance",
  notice: "Notice",
  label: "Label",
  cell: "TableText",
  header: "Header",
  footer: "Footer",
  link: "Hyperlink",
  table: "ReportTable",
} as const;

/** Of the text between the margins, in twentieths of a point. */
export const textWidth = 9638;

type Look = { readonly bold?: boolean; readonly style?: string };

export const heading = (level: Level, words: string, startsPage = false): Heading => ({
  level,
  heading: words,
  startsPage,
});

/** Text as it stands: its line breaks and tabs are Word's. */
export function run(text: string, { bold = false, style }: Look = {}): Xml {
  const look = element(
    "w:rPr",
    {},
    style === undefined ? null : element("w:rStyle", { "w:val": style }),
    bold ? element("w:b", {}) : null,
  );
  const pieces = text.split(/(\r\n|[\n\r\t])/).flatMap((piece) => {
    if (piece === "") return [];
    if (piece === "\t") return [element("w:tab", {})];
    return /^[\r\n]/.test(piece)
      ? [element("w:br", {})]
      : [element("w:t", { "xml:space": "preserve" }, piece)];
  });
  return element("w:r", {}, bold || style !== undefined ? look : null, ...pieces);
}

/** A paragraph in a style; without one it is plain text. */
export function paragraph(style: string | null, ...content: (Xml | string)[]): Xml {
  return styled(style === null ? [] : [element("w:pStyle", { "w:val": style })], ...content);
}

/** A paragraph with what is its own beside its style, in the order of the schema. */
export function styled(own: readonly Xml[], ...content: (Xml | string)[]): Xml {
  return element(
    "w:p",
    {},
    own.length === 0 ? null : element("w:pPr", {}, ...own),
    ...content.map((piece) => (typeof piece === "string" ? run(piece) : piece)),
  );
}

export const bullet = (text: string): Xml => paragraph(STYLES.bullet, text);

/** What people wrote: paragraphs where they left a line free, and lists where they made one. */
export function prose(text: string): Xml[] {
  return text
    .trim()
    .split(/(?:\r?\n[ \t]*){2,}/)
    .flatMap((block) => linesOf(block));
}

function linesOf(block: string): Xml[] {
  const made: Xml[] = [];
  let lines: string[] = [];
  const end = () => {
    if (lines.length > 0) made.push(paragraph(null, lines.join("\n")));
    lines = [];
  };
  for (const line of block.split(/\r\n|[\n\r]/)) {
    const [, item] = line.match(/^\s*[-–•*]\s+(.+)$/) ?? [];
    if (item === undefined) {
      if (line.trim() !== "") lines.push(line);
    } else {
      end();
      made.push(bullet(item));
    }
  }
  end();
  return made;
}

/** A value that Word shows in its place, such as the number of the page. */
export const field = (instruction: string, shown: string): Xml =>
  element("w:fldSimple", { "w:instr": ` ${instruction} ` }, run(shown));

import { element, type Xml } from "../xml.ts";
import { type Block, type Heading, paragraph, run, styled, STYLES } from "./blocks.ts";

const isHeading = (block: Block): block is Heading => "heading" in block;
const anchorOf = (number: number) => `_Toc${String(number).padStart(6, "0")}`;
/** Levels that the contents name. */
const deepest = 2;

/**
 * Blocks with their headings as Word has them, each with a mark, and the contents that lead to
 * these: a field, filled in here, which Word can make anew when something was edited. It has no
 * numbers of pages, because nobody but the program that shows it knows on which page a thing is.
 */
export function withContents(title: string, blocks: readonly Block[]): [contents: Xml, Xml[]] {
  const headings = blocks.filter(isHeading);
  const numbers = new Map(headings.map((block, index) => [block, index + 1]));
  return [
    contents(title, headings),
    blocks.map((block) =>
      isHeading(block) ? headingParagraph(block, numbers.get(block) ?? 0) : block,
    ),
  ];
}

function headingParagraph({ level, heading, startsPage }: Heading, number: number): Xml {
  return styled(
    [
      element("w:pStyle", { "w:val": STYLES.heading[level] }),
      ...(startsPage ? [element("w:pageBreakBefore", {})] : []),
    ],
    element("w:bookmarkStart", { "w:id": number, "w:name": anchorOf(number) }),
    run(heading),
    element("w:bookmarkEnd", { "w:id": number }),
  );
}

const fieldMark = (type: string) =>
  element("w:r", {}, element("w:fldChar", { "w:fldCharType": type }));

function contents(title: string, headings: readonly Heading[]): Xml {
  const entries = headings.flatMap(({ level, heading }, index) =>
    level === 3
      ? []
      : [
          {
            style: STYLES.contents[level],
            link: element(
              "w:hyperlink",
              { "w:anchor": anchorOf(index + 1), "w:history": "1" },
              run(heading),
            ),
          },
        ],
  );
  const begin = [
    fieldMark("begin"),
    element(
      "w:r",
      {},
      element(
        "w:instrText",
        { "xml:space": "preserve" },
        ` TOC \\o "1-${deepest}" \\n \\h \\z \\u `,
      ),
    ),
    fieldMark("separate"),
  ];
  return element(
    "w:sdt",
    {},
    element(
      "w:sdtPr",
      {},
      element(
        "w:docPartObj",
        {},
        element("w:docPartGallery", { "w:val": "Table of Contents" }),
        element("w:docPartUnique", {}),
      ),
    ),
    element(
      "w:sdtContent",
      {},
      paragraph(STYLES.contents.title, title),
      ...entries.map(({ style, link }, index) =>
        paragraph(style, ...(index === 0 ? begin : []), link),
      ),
      paragraph(null, ...(entries.length === 0 ? begin : []), fieldMark("end")),
    ),
  );
}

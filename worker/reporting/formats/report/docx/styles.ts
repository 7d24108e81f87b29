import { element, type Xml } from "../xml.ts";
import { STYLES } from "./blocks.ts";
import { WORDPROCESSING } from "./names.ts";
import { bold, colour, tableStyles, value } from "./table-styles.ts";

const INK = "13212E";
const SOFT = "4B5C69";
const ACCENT = "0F4C81";
const ALARM = "B3261E";

type Look = {
  readonly based?: string | null;
  readonly next?: string;
  /** As people find it in Word's own list: its own names are translated there. */
  readonly name: string;
  /** Of the paragraph, in the order of the schema. */
  readonly paragraph?: readonly Xml[];
  readonly run?: readonly Xml[];
};

const spacing = (before: number, after: number) =>
  element("w:spacing", { "w:before": before, "w:after": after });
/** In half points. */
const size = (halves: number): Xml[] => [value("w:sz", halves), value("w:szCs", halves)];
const outline = (level: number) => value("w:outlineLvl", level);
const keepWithNext = element("w:keepNext", {});
const keepLines = element("w:keepLines", {});
const numbered = element("w:numPr", {}, value("w:numId", 1));

const border = (side: string, eighths: number, hex: string) =>
  element(`w:${side}`, { "w:val": "single", "w:sz": eighths, "w:space": 4, "w:color": hex });

const LOOKS: readonly (readonly [id: string, look: Look])[] = [
  ["Normal", { name: "Normal", based: null }],
  [
    STYLES.title,
    {
      name: "Title",
      next: "Normal",
      paragraph: [keepWithNext, spacing(600, 120)],
      run: [bold, colour(ACCENT), ...size(56)],
    },
  ],
  [
    STYLES.subtitle,
    {
      name: "Subtitle",
      next: "Normal",
      paragraph: [spacing(0, 360)],
      run: [colour(SOFT), ...size(32)],
    },
  ],
  ...([1, 2, 3] as const).map((level): readonly [string, Look] => [
    STYLES.heading[level],
    {
      name: `heading ${level}`,
      next: "Normal",
      paragraph: [
        keepWithNext,
        keepLines,
        spacing([480, 320, 240][level - 1] ?? 240, 120),
        outline(level - 1),
      ],
      run: [bold, colour(level === 3 ? INK : ACCENT), ...size([36, 28, 24][level - 1] ?? 24)],
    },
  ]),
  [
    STYLES.contents.title,
    {
      name: "TOC Heading",
      next: "Normal",
      paragraph: [keepWithNext, element("w:pageBreakBefore", {}), spacing(0, 160)],
      run: [bold, colour(ACCENT), ...size(36)],
    },
  ],
  [
    STYLES.contents[1],
    { name: "toc 1", next: "Normal", paragraph: [spacing(80, 40)], run: [bold] },
  ],
  [
    STYLES.contents[2],
    {
      name: "toc 2",
      next: "Normal",
      paragraph: [spacing(0, 20), element("w:ind", { "w:left": 284 })],
    },
  ],
  [
    STYLES.bullet,
    {
      name: "List Bullet",
      paragraph: [numbered, spacing(0, 120), element("w:contextualSpacing", {})],
    },
  ],
  [
    STYLES.guidance,
    { name: "Guidance", paragraph: [spacing(120, 120)], run: [element("w:i", {}), colour(SOFT)] },
  ],
  [
    STYLES.label,
    {
      name: "Label",
      next: "Normal",
      paragraph: [keepWithNext, spacing(160, 60)],
      run: [bold, colour(SOFT), ...size(18)],
    },
  ],
  [
    STYLES.notice,
    {
      name: "Notice",
      paragraph: [
        element("w:pBdr", {}, border("left", 36, ALARM)),
        spacing(120, 200),
        element("w:ind", { "w:left": 170 }),
      ],
    },
  ],
  [STYLES.cell, { name: "Table Text", paragraph: [spacing(30, 30)], run: [...size(18)] }],
  [
    STYLES.header,
    {
      name: "header",
      paragraph: [element("w:tabs", {}, rightTab()), spacing(0, 0)],
      run: [colour(SOFT), ...size(17)],
    },
  ],
  [
    STYLES.footer,
    {
      name: "footer",
      paragraph: [element("w:tabs", {}, rightTab()), spacing(0, 0)],
      run: [colour(SOFT), ...size(16)],
    },
  ],
];

function rightTab(): Xml {
  return element("w:tab", { "w:val": "right", "w:pos": 9638 });
}

/** The styles of the document, by which whoever edits it changes its look. */
export function stylesPart(locale: string): Xml {
  // On every computer, or one of the same measures: columns are as wide as its words need.
  const font = "Arial";
  return element(
    "w:styles",
    { "xmlns:w": WORDPROCESSING },
    element(
      "w:docDefaults",
      {},
      element(
        "w:rPrDefault",
        {},
        element(
          "w:rPr",
          {},
          element("w:rFonts", {
            "w:ascii": font,
            "w:hAnsi": font,
            "w:eastAsia": font,
            "w:cs": font,
          }),
          colour(INK),
          ...size(21),
          element("w:lang", { "w:val": locale, "w:eastAsia": locale, "w:bidi": "ar-SA" }),
        ),
      ),
      element(
        "w:pPrDefault",
        {},
        element(
          "w:pPr",
          {},
          element("w:spacing", { "w:after": 120, "w:line": 269, "w:lineRule": "auto" }),
        ),
      ),
    ),
    ...LOOKS.map(([id, look]) => paragraphStyle(id, look)),
    linkStyle(),
    ...tableStyles(),
  );
}

function paragraphStyle(id: string, { name, based, next, paragraph, run }: Look): Xml {
  return element(
    "w:style",
    { "w:type": "paragraph", "w:default": based === null ? "1" : null, "w:styleId": id },
    value("w:name", name),
    based === null ? null : value("w:basedOn", based ?? "Normal"),
    next === undefined ? null : value("w:next", next),
    element("w:qFormat", {}),
    paragraph === undefined ? null : element("w:pPr", {}, ...paragraph),
    run === undefined ? null : element("w:rPr", {}, ...run),
  );
}

function linkStyle(): Xml {
  return element(
    "w:style",
    { "w:type": "character", "w:styleId": STYLES.link },
    value("w:name", "Hyperlink"),
    element("w:rPr", {}, colour(ACCENT), value("w:u", "single")),
  );
}

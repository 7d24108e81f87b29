import { element, type Xml } from "../xml.ts";
import { run, styled, STYLES, textWidth } from "./blocks.ts";

export type Column = {
  readonly title: string;
  /** Of the width, beside what the other columns have. */
  readonly share: number;
  /** Figures stand under each other by their last digit. */
  readonly isFigure?: boolean;
};

type Table = {
  /** What a screen reader says of it before it reads the cells. */
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
};

/** A table whose first row is its header: repeated on every page, and said to be one. */
export function table({ name, columns, rows }: Table): Xml {
  const widths = widthsOf(columns.map(({ share }) => share));
  const cells = (texts: readonly string[], isHeader: boolean) =>
    columns.map(({ isFigure = false }, index) =>
      cell(texts[index] ?? "", {
        width: widths[index] ?? 0,
        isFigure,
        isBold: isHeader,
        isKept: isHeader,
      }),
    );
  const header = cells(
    columns.map(({ title }) => title),
    true,
  );
  return framed(name, { widths, look: { "w:firstRow": "1", "w:firstColumn": "0" } }, [
    row(header, true),
    ...rows.map((texts) => row(cells(texts, false), false)),
  ]);
}

/** Names and what they stand for, in two columns; what is empty is left out. */
export function facts(name: string, pairs: readonly (readonly [string, string | null])[]): Xml {
  const widths = widthsOf([3, 7]);
  const [left = 0, right = 0] = widths;
  return framed(
    name,
    { widths, look: { "w:firstRow": "0", "w:firstColumn": "1" } },
    pairs
      .filter(([, text]) => text !== null && text !== "")
      .map(([label, text], index, { length }) => {
        const isKept = index < length - 1;
        return row(
          [
            cell(label, { width: left, isBold: true, isKept }),
            cell(text ?? "", { width: right, isKept }),
          ],
          false,
        );
      }),
  );
}

function widthsOf(shares: readonly number[]): number[] {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => Math.floor((textWidth * share) / whole));
}

type Form = {
  readonly widths: readonly number[];
  readonly look: Readonly<Record<"w:firstRow" | "w:firstColumn", "0" | "1">>;
};

function framed(name: string, { widths, look }: Form, rows: readonly Xml[]): Xml {
  const width = widths.reduce((sum, one) => sum + one, 0);
  return element(
    "w:tbl",
    {},
    element(
      "w:tblPr",
      {},
      element("w:tblStyle", { "w:val": STYLES.table }),
      element("w:tblW", { "w:w": width, "w:type": "dxa" }),
      element("w:tblLayout", { "w:type": "fixed" }),
      element("w:tblLook", {
        "w:val": look["w:firstRow"] === "1" ? "0620" : "0680",
        ...look,
        "w:lastRow": "0",
        "w:lastColumn": "0",
        "w:noHBand": "1",
        "w:noVBand": "1",
      }),
      element("w:tblCaption", { "w:val": name }),
    ),
    element("w:tblGrid", {}, ...widths.map((one) => element("w:gridCol", { "w:w": one }))),
    ...rows,
  );
}

function row(cells: readonly Xml[], isHeader: boolean): Xml {
  return element(
    "w:tr",
    {},
    element("w:trPr", {}, element("w:cantSplit", {}), isHeader ? element("w:tblHeader", {}) : null),
    ...cells,
  );
}

type CellForm = {
  readonly width: number;
  readonly isFigure?: boolean;
  readonly isBold?: boolean;
  /** On the page of the row below it, as far as a page holds them. */
  readonly isKept?: boolean;
};

function cell(text: string, form: CellForm): Xml {
  const { width, isFigure = false, isBold = false, isKept = false } = form;
  return element(
    "w:tc",
    {},
    element("w:tcPr", {}, element("w:tcW", { "w:w": width, "w:type": "dxa" })),
    styled(
      [
        element("w:pStyle", { "w:val": STYLES.cell }),
        ...(isKept ? [element("w:keepNext", {})] : []),
        ...(isFigure ? [element("w:jc", { "w:val": "right" })] : []),
      ],
      run(text, { bold: isBold }),
    ),
  );
}

import { element, type Xml } from "../xml.ts";
import { STYLES } from "./blocks.ts";

const LINE = "D8DFE2";

export const value = (name: string, given: string | number): Xml =>
  element(name, { "w:val": given });
export const colour = (hex: string): Xml => value("w:color", hex);
export const bold = element("w:b", {});

/** Word's own, on which all others are based, and that of the tables of a report. */
export const tableStyles = (): Xml[] => [plainTableStyle(), tableStyle()];

const cellMargins = element(
  "w:tblCellMar",
  {},
  element("w:left", { "w:w": 85, "w:type": "dxa" }),
  element("w:right", { "w:w": 85, "w:type": "dxa" }),
);

/** What every other table style is based on, as Word has it. */
function plainTableStyle(): Xml {
  return element(
    "w:style",
    { "w:type": "table", "w:default": "1", "w:styleId": "TableNormal" },
    value("w:name", "Normal Table"),
    element("w:tblPr", {}, element("w:tblInd", { "w:w": 0, "w:type": "dxa" }), cellMargins),
  );
}

const rule = (side: string) =>
  element(`w:${side}`, { "w:val": "single", "w:sz": 4, "w:space": 0, "w:color": LINE });

const special = (type: string, fill: string) =>
  element(
    "w:tblStylePr",
    { "w:type": type },
    element("w:rPr", {}, bold),
    element(
      "w:tcPr",
      {},
      element("w:shd", { "w:val": "clear", "w:color": "auto", "w:fill": fill }),
    ),
  );

function tableStyle(): Xml {
  return element(
    "w:style",
    { "w:type": "table", "w:customStyle": "1", "w:styleId": STYLES.table },
    value("w:name", "Report Table"),
    value("w:basedOn", "TableNormal"),
    element("w:qFormat", {}),
    element(
      "w:tblPr",
      {},
      element("w:tblBorders", {}, rule("top"), rule("bottom"), rule("insideH")),
      cellMargins,
    ),
    special("firstRow", "E3EDF6"),
    special("firstCol", "F5F6F4"),
  );
}

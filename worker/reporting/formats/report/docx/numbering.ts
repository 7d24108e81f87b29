import { element, type Xml } from "../xml.ts";
import { STYLES } from "./blocks.ts";
import { WORDPROCESSING } from "./names.ts";
import { value } from "./table-styles.ts";

/** The one kind of list: a bullet, hanging. */
export function numberingPart(): Xml {
  return element(
    "w:numbering",
    { "xmlns:w": WORDPROCESSING },
    element(
      "w:abstractNum",
      { "w:abstractNumId": 0 },
      value("w:multiLevelType", "singleLevel"),
      element(
        "w:lvl",
        { "w:ilvl": 0 },
        value("w:start", 1),
        value("w:numFmt", "bullet"),
        value("w:pStyle", STYLES.bullet),
        value("w:lvlText", "•"),
        value("w:lvlJc", "left"),
        element("w:pPr", {}, element("w:ind", { "w:left": 357, "w:hanging": 357 })),
      ),
    ),
    element("w:num", { "w:numId": 1 }, value("w:abstractNumId", 0)),
  );
}

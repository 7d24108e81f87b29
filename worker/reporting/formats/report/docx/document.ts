import { type Packed, zipOf } from "../../../../kernel/pack.ts";
import type { ReportDocument } from "../../../contract/document.ts";
import { WORDS } from "../../../words/report.ts";
import type { Frame } from "../told.ts";
import { type Xml, xmlDocument } from "../xml.ts";
import { body } from "./body.ts";
import { withContents } from "./contents.ts";
import { cover } from "./cover.ts";
import { emblemPng } from "./emblem.ts";
import { footerPart, headerPart } from "./margins.ts";
import { numberingPart } from "./numbering.ts";
import * as parts from "./package.ts";
import { readingOf } from "./reading.ts";
import { stylesPart } from "./styles.ts";

/** Signs that turn the order of what follows: one in a name would turn the text after it too. */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/g;

/**
 * A Word document (ECMA-376, transitional) to edit: all of the report in paragraphs, lists and
 * tables of Word's own styles, on A4, in the language of the frame.
 */
export async function reportDocx(document: ReportDocument, frame: Frame): Promise<Uint8Array> {
  const reading = readingOf(document, frame);
  const front = cover(reading);
  const [contents, blocks] = withContents(reading.words.contents, [...front, ...body(reading)]);
  const written: Readonly<Record<string, Xml>> = {
    "[Content_Types].xml": parts.contentTypes(),
    "_rels/.rels": parts.packageRelationships(),
    "word/document.xml": parts.documentPart([
      ...blocks.slice(0, front.length),
      contents,
      ...blocks.slice(front.length),
    ]),
    "word/_rels/document.xml.rels": parts.documentRelationships(document),
    "word/styles.xml": stylesPart(WORDS[frame.language].locale),
    "word/numbering.xml": numberingPart(),
    "word/settings.xml": parts.settingsPart(reading),
    "word/header1.xml": headerPart(reading),
    "word/footer1.xml": footerPart(reading),
    "docProps/core.xml": parts.corePart(reading),
    "docProps/app.xml": parts.applicationPart(),
  };
  const files = Object.entries(written).map(([name, xml]): Packed => ({
    name,
    content: xmlDocument({ markup: xml.markup.replace(TURNING, "") }),
  }));
  const hasEmblem = document.programme.emblem === "eu";
  return zipOf(
    hasEmblem ? [...files, { name: "word/media/emblem.png", content: await emblemPng() }] : files,
  );
}

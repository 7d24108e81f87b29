import { create, type Font } from "fontkit";
import { PDFDocument } from "pdfkit";
import { toBytes } from "pdfkit/output";
import type { ReportDocument } from "../../../contract/document.ts";
import { WORDS, writtenIn } from "../../../words/pdf/words.ts";
import type { Frame } from "../told.ts";
import {
  writeCells,
  writeChanges,
  writeEvidence,
  writeMatrix,
  writeMunicipalities,
} from "./annexes.ts";
import { frameAll, keepContents } from "./contents.ts";
import { writeCover } from "./cover.ts";
import { writeKey } from "./key.ts";
import { writeCorrection } from "./lists.ts";
import { writeOverview } from "./overview.ts";
import { type Paper, part } from "./paper.ts";
import { writeSections } from "./sections.ts";
import { type Faces, typesetterOf } from "./text.ts";

/** The faces of the report from the bytes of their TTF files: slow to open, so to be kept. */
export function openFaces(regular: ArrayBuffer, bold: ArrayBuffer): Faces {
  return { regular: openFace(regular), bold: openFace(bold) };
}

/**
 * The library keeps the first of a sign that it meets, and one that it meets as a part of another
 * ("−" in "=") has no code point, so that no reader finds it: all are met by their own first, or
 * what a report is would depend on what was written before it.
 */
function openFace(bytes: ArrayBuffer): Font {
  const face = create(new Uint8Array(bytes));
  for (const sign of face.characterSet) face.glyphForCodePoint(sign);
  return face;
}

/** A report as tagged PDF 1.7 (PDF/UA-1): the same report and frame give the same bytes. */
export async function writePdf(
  report: ReportDocument,
  frame: Frame,
  faces: Faces,
): Promise<Uint8Array> {
  const type = typesetterOf(faces);
  const title = type.clean(`${report.project.name} – ${report.report.name}`);
  const doc = new PDFDocument({
    size: "A4",
    margin: 0,
    bufferPages: true,
    font: null,
    pdfVersion: "1.7",
    tagged: true,
    subset: "PDF/UA",
    lang: { fi: "fi-FI", sv: "sv-FI", en: "en-GB" }[frame.language],
    displayTitle: true,
    info: {
      Title: escapedInMetadata(title),
      Creator: "Etappi",
      Producer: "Etappi",
      CreationDate: new Date(report.asOf),
      ModDate: new Date(report.asOf),
    },
  });
  // Two reports of a moment and a title differ in this, and the id of the file is made from it.
  doc.info["Keywords"] = frame.fingerprint ?? "";
  const root = doc.struct("Document");
  doc.addStructure(root);
  const paper: Paper = {
    doc,
    report,
    frame,
    say: WORDS[frame.language],
    written: writtenIn(frame.language),
    type,
    entries: [],
    root,
    parent: root,
    y: 0,
  };
  writeCover(paper);
  const writeContents = keepContents(paper);
  writeBody(paper);
  writeContents();
  frameAll(paper);
  root.end();
  doc.end();
  return await toBytes(doc);
}

function writeBody(paper: Paper): void {
  if (paper.report.report.correction) {
    part(paper, paper.say.correction);
    writeCorrection(paper);
  }
  writeOverview(paper);
  writeSections(paper);
  writeMunicipalities(paper);
  writeMatrix(paper);
  writeCells(paper);
  writeChanges(paper);
  writeEvidence(paper);
  writeKey(paper);
}

/**
 * The library puts the title into XML as it is, and into the file's dictionary by its value: so it
 * is a text that is written with entities where it is asked for as a string.
 */
function escapedInMetadata(title: string): object {
  const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
  const escaped = title.replace(/[&<>]/g, (sign) => entities[sign] ?? sign);
  return Object.assign(Object(title) as object, { toString: () => escaped });
}

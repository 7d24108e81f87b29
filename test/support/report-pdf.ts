import { readFileSync } from "node:fs";
import { inflateSync } from "node:zlib";
import type { ReportDocument } from "../../worker/reporting/contract/document.ts";
import { openFaces, writePdf } from "../../worker/reporting/formats/report/paper/write.ts";
import type { Frame } from "../../worker/reporting/formats/report/told.ts";
import { aDocument } from "./documents.ts";

const fonts = new URL("../../worker/reporting/formats/report/fonts/", import.meta.url);

/** The faces that the Worker has as modules, from their files, with which nothing was written. */
export const freshFaces = () => openFaces(bytesOf("regular.ttf"), bytesOf("semi-bold.ttf"));

export const faces = freshFaces();

function bytesOf(name: string): ArrayBuffer {
  return new Uint8Array(readFileSync(new URL(name, fonts))).buffer;
}

export const fingerprint = "0123456789abcdef".repeat(4);

/** A report as PDF: in Finnish and submitted, unless it is told otherwise. */
export function pdfOf(document: ReportDocument, frame: Partial<Frame> = {}): Promise<Uint8Array> {
  return writePdf(document, { language: "fi", fingerprint, ...frame }, faces);
}

/** A report whose every text is as bad as people and machines can make it. */
export function hostileDocument(): ReportDocument {
  const document = aDocument({ milestones: 6, municipalities: 4 });
  const bad = "<b>&amp;</b> 👩‍👩‍👧 مرحبا 漢字 \u0000\u202E =1+1 Čáhppes\uD800";
  const long = "Yhdyssana".repeat(20);
  const [risk] = document.risks;
  return {
    ...document,
    project: { ...document.project, name: `${long} ${bad}`, leadOrganisation: bad },
    report: { ...document.report, name: bad, message: `${bad}\n- yksi\n- kaksi` },
    phases: document.phases.map((phase) => ({ ...phase, name: long })),
    municipalities: document.municipalities.map((one) => ({ ...one, nameFi: `${bad} ${long}` })),
    milestones: document.milestones.map((one) => ({ ...one, title: `${long} ${bad}` })),
    cells: document.cells.map((cell) => ({ ...cell, reason: "syy ".repeat(500) })),
    risks: risk ? [{ ...risk, title: long, description: "kuvaus ".repeat(700) }] : [],
    sections: document.sections.map((one) => ({ ...one, text: `${bad}\n\n${"a".repeat(5000)}` })),
  };
}

/** Each byte as one character, so that places in the text are places in the file. */
const asText = (bytes: Uint8Array) => new TextDecoder("latin1").decode(bytes);

/** What is drawn on each page, operator by operator, in the order of the file. */
export function drawingsOf(pdf: Uint8Array): string[] {
  // A page begins with its own direction of y; fonts and their maps do not.
  return streamsOf(pdf).filter((stream) => stream.startsWith("1 0 0 -1 0"));
}

/** The characters that a reader finds in a file, by the maps of its fonts. */
export function charactersOf(pdf: Uint8Array): string {
  const maps = streamsOf(pdf).filter((stream) => stream.includes("begincmap"));
  const codes = maps.flatMap((map) => [...map.matchAll(/<([0-9a-f]{4})>/gi)]);
  return codes.map(([, code = ""]) => String.fromCodePoint(Number.parseInt(code, 16))).join("");
}

function streamsOf(pdf: Uint8Array): string[] {
  const file = asText(pdf);
  const streams: string[] = [];
  let at = file.indexOf("stream\n");
  while (at !== -1) {
    const end = file.indexOf("\nendstream", at);
    if (file.slice(file.lastIndexOf(" obj", at), at).includes("/FlateDecode")) {
      streams.push(asText(inflateSync(pdf.subarray(at + 7, end))));
    }
    at = file.indexOf("stream\n", end + 10);
  }
  return streams;
}

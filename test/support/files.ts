/** Small files of every kind, made byte by byte. */
const utf8 = (text: string) => new TextEncoder().encode(text);
const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

export function joined(...parts: readonly (string | Uint8Array)[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(
    parts.flatMap((part) => [...(typeof part === "string" ? latin(part) : part)]),
  );
}

type Entry = readonly [name: string, content?: string, changes?: Partial<Odd>];
/** What an honest ZIP does not have. */
type Odd = {
  readonly localName: string;
  readonly size: number;
  readonly flags: number;
};

const number = (value: number, size: 2 | 4) =>
  Uint8Array.from({ length: size }, (_, index) => (value >>> (8 * index)) & 0xff);

/** A ZIP of these entries, stored uncompressed; `before` and `comment` are not part of it. */
export function zip(
  entries: readonly Entry[],
  { before = "", comment = "", between = "" } = {},
): Uint8Array<ArrayBuffer> {
  const locals: Uint8Array[] = [];
  const centrals: Uint8Array[] = [];
  let at = 0;
  for (const [name, content = "", { localName = name, size, flags = 0 } = {}] of entries) {
    const data = utf8(content);
    // Method, time, date, checksum (which nobody here looks at) and sizes.
    const head = [
      number(0, 2),
      number(0, 4),
      number(0, 4),
      number(data.byteLength, 4),
      number(size ?? data.byteLength, 4),
      number(utf8(name).byteLength, 2),
      number(0, 2),
    ];
    const local = joined(
      "PK\x03\x04",
      number(20, 2),
      number(flags, 2),
      ...head,
      utf8(localName),
      data,
    );
    const offset = before.length + at;
    centrals.push(
      joined(
        "PK\x01\x02",
        number(20, 2),
        number(20, 2),
        number(flags, 2),
        ...head,
        number(0, 2),
        number(0, 2),
        number(0, 2),
        number(0, 4),
        number(offset, 4),
        utf8(name),
      ),
    );
    locals.push(local);
    at += local.byteLength;
  }
  const central = joined(...centrals);
  const count = number(entries.length, 2);
  const end = [number(0, 4), count, count, number(central.byteLength, 4)];
  const start = number(before.length + at + between.length, 4);
  return joined(
    before,
    ...locals,
    between,
    central,
    "PK\x05\x06",
    ...end,
    start,
    number(comment.length, 2),
    comment,
  );
}

const office = (main: string, ...more: readonly Entry[]) =>
  zip([["[Content_Types].xml", "<Types/>"], [main, "<x/>"], ...more]);
const open = (kind: string, ...more: readonly Entry[]) =>
  zip([["mimetype", `application/vnd.oasis.opendocument.${kind}`], ["content.xml"], ...more]);

const vp8 = joined("WEBPVP8 ", number(4, 4), "abcd");

/** A sound file of every kind that is taken, by the ending of its name. */
export const FILES = {
  pdf: joined("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj\n<<>>\nendobj\ntrailer\n%%EOF\n"),
  png: joined("\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR", "x".repeat(17), "\0\0\0\0IEND\xAEB`\x82"),
  jpg: joined("\xFF\xD8\xFF\xE0\0\x10JFIF\0", "x".repeat(20), "\xFF\xD9"),
  webp: joined("RIFF", number(vp8.byteLength, 4), vp8),
  docx: office("word/document.xml"),
  xlsx: office("xl/workbook.xml", ["xl/worksheets/sheet1.xml"]),
  pptx: office("ppt/presentation.xml"),
  odt: open("text"),
  ods: open("spreadsheet"),
  odp: open("presentation"),
  csv: utf8("\uFEFFkunta;määrä\r\nTampere;3\r\n"),
  txt: utf8("Näyttö: 3 < 4 & 5 > 4.\n\tSisennys\n"),
} as const satisfies Record<string, Uint8Array<ArrayBuffer>>;

/** Files that are none of these, whatever they are called. */
export const REFUSED: Readonly<Record<string, Uint8Array<ArrayBuffer>>> = {
  html: joined("<!doctype html><script>alert(1)</script>"),
  "html after a space": joined("\n  <HTML><body>"),
  "html in the middle of a text": joined("Hei!\n<scRipt src=x></scRipt>"),
  svg: joined('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
  xml: joined('<?xml version="1.0"?><svg/>'),
  rtf: joined("{\\rtf1\\ansi Hei}"),
  script: joined("#!/bin/sh\necho\n"),
  postscript: joined("%!PS-Adobe-3.0\n"),
  mhtml: joined("MIME-Version: 1.0\nContent-Type: text/html\n\n"),
  windows: joined("MZ\x90\0\x03\0"),
  linux: joined("\x7FELF\x02\x01\x01\0"),
  "old word": joined("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "x".repeat(100)),
  gif: joined("GIF89a\x01\0\x01\0"),
  "plain zip": zip([["readme.txt", "hei"]]),
  jar: zip([["META-INF/MANIFEST.MF"], ["A.class"]]),
  "zip with types alone": zip([["[Content_Types].xml"]]),
  "document without types": zip([["word/document.xml"]]),
  "two documents in one": office("word/document.xml", ["xl/workbook.xml"]),
  "binary sheet": office("xl/workbook.bin"),
  "mimetype without content": zip([["mimetype", "application/vnd.oasis.opendocument.text"]]),
  "mimetype of a program": open("text-template"),
  "nul in a text": joined("a\0b"),
  "control in a text": joined("a\x1B[31m"),
  "latin-1": joined("N\xE4ytt\xF6"),
  "utf-16": joined("\xFF\xFEH\0e\0i\0"),
  "pdf that is cut off": joined("%PDF-1.7\n1 0 obj"),
  "pdf after a page": joined("<html>\n%PDF-1.7\n%%EOF"),
  "pdf and zip": joined(FILES.pdf, zip([["a.txt", "hei"]])),
  "pdf in a picture": joined("\xFF\xD8\xFF\xE0\0\x10%PDF-1.7\n\xFF\xD9"),
  "picture and zip": joined(FILES.png, FILES.docx),
  "picture with a tail": joined(FILES.png, "<script>"),
  "jpeg that is cut off": joined("\xFF\xD8\xFF\xE0\0\x10JFIF\0"),
  "webp of another size": joined(FILES.webp, "tail"),
  "text and zip": joined("hei", FILES.docx),
  "zip with something before": zip([["[Content_Types].xml"], ["word/document.xml"]], {
    before: "MZ",
  }),
  "zip with something between": zip([["[Content_Types].xml"], ["word/document.xml"]], {
    between: "<script>",
  }),
  "zip with a name twice": office("word/document.xml", ["word/document.xml"]),
  "zip that leaves its folder": office("word/document.xml", ["../../x"]),
  "zip with a name from the root": office("word/document.xml", ["/etc/passwd"]),
  "zip with a backslash": office("word/document.xml", ["word\\x"]),
  "zip that is encrypted": office("word/document.xml", ["a", "b", { flags: 1 }]),
  "zip with two names for one": office("word/document.xml", ["ab", "x", { localName: "cd" }]),
  "zip that fills a disk": office("word/document.xml", ["a", "b", { size: 0x7fffffff }]),
  "zip that is cut off": FILES.docx.slice(0, -1),
  "zip with a tail": joined(FILES.docx, "x"),
  "end of a zip alone": joined("PK\x05\x06", "\0".repeat(18)),
  "directory that is none": joined("PK\x03\x04", "PK\x05\x06", "\xFF".repeat(16), "\0\0"),
};

/** Documents that run something when they are opened. */
export const WITH_MACROS: Readonly<Record<string, Uint8Array<ArrayBuffer>>> = {
  docx: office("word/document.xml", ["word/vbaProject.bin"]),
  xlsx: office("xl/workbook.xml", ["xl/VBAPROJECT.BIN"]),
  "xlsx of long ago": office("xl/workbook.xml", ["xl/macrosheets/sheet1.xml"]),
  "docx with controls": office("word/document.xml", ["word/activeX/activeX1.bin"]),
  odt: open("text", ["Basic/Standard/Module1.xml"]),
  ods: open("spreadsheet", ["Scripts/python/x.py"]),
};

type FormFields = Partial<
  Record<"milestone" | "municipalities" | "title" | "note" | "kind", string>
>;

/** A form that sends a file as evidence of the milestone 1 in 837. */
export function aForm(
  fields: FormFields = {},
  {
    bytes = FILES.pdf,
    name = "Näyttö 1.pdf",
  }: { bytes?: Uint8Array<ArrayBuffer>; name?: string } = {},
): FormData {
  const form = new FormData();
  const sent = { milestone: "1", municipalities: "837", ...fields };
  for (const [field, value] of Object.entries(sent)) form.append(field, value);
  form.append("file", new File([bytes], name));
  return form;
}

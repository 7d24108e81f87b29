import type { Sentence } from "./refusal.ts";
import { endOfZip, firstStored, zipEntries, type ZipEntry } from "./zip.ts";

/** What a file may be: its media type, and how its name ends. */
export const MEDIA = {
  pdf: { type: "application/pdf", endings: ["pdf"] },
  png: { type: "image/png", endings: ["png"] },
  jpeg: { type: "image/jpeg", endings: ["jpg", "jpeg"] },
  webp: { type: "image/webp", endings: ["webp"] },
  docx: {
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    endings: ["docx"],
  },
  xlsx: {
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    endings: ["xlsx"],
  },
  pptx: {
    type: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    endings: ["pptx"],
  },
  odt: { type: "application/vnd.oasis.opendocument.text", endings: ["odt"] },
  ods: { type: "application/vnd.oasis.opendocument.spreadsheet", endings: ["ods"] },
  odp: { type: "application/vnd.oasis.opendocument.presentation", endings: ["odp"] },
  csv: { type: "text/csv", endings: ["csv"] },
  text: { type: "text/plain", endings: ["txt"] },
} as const;
type Medium = keyof typeof MEDIA;

/** Every ending that a name may have. */
export const ENDINGS: readonly string[] = Object.values(MEDIA).flatMap(({ endings }) => endings);

type Read = { readonly medium: Medium } | { readonly refused: Sentence };

/**
 * What a file is: its bytes decide, and its name has to end so. What may be opened as something
 * else too, or runs when it is opened, is refused with a sentence that says what may be sent.
 */
export function readMedium(bytes: Uint8Array, name: string): Read {
  const media = mediaIn(bytes);
  if (media === "macros") return { refused: (say) => say.fileWithMacros() };
  if (media.length === 0) {
    return { refused: (say) => say.fileKindUnknown(ENDINGS.map(dotted).join(", ")) };
  }
  const ending = name.match(/\.([^.]+)$/)?.[1]?.toLowerCase() ?? "";
  const medium = media.find((one) => MEDIA[one].endings.some((known) => known === ending));
  if (medium) return { medium };
  const fitting = media.flatMap((one) => MEDIA[one].endings.map(dotted));
  return { refused: (say) => say.fileEnding(fitting.join(", ")) };
}

const dotted = (ending: string) => `.${ending}`;

/** What the bytes can be: text alone leaves more than one to choose from. */
function mediaIn(bytes: Uint8Array): readonly Medium[] | "macros" {
  if (startsWith(bytes, "PK")) return packedIn(bytes);
  // A ZIP is read from its end, so it can hide behind anything.
  if (endOfZip(bytes) !== null) return [];
  const image = imageIn(bytes);
  if (image) return latin(bytes.subarray(0, 1024)).includes("%PDF-") ? [] : [image];
  if (/^%PDF-[12]\.\d/.test(latin(bytes.subarray(0, 8)))) {
    return latin(bytes.subarray(-1024)).includes("%%EOF") ? ["pdf"] : [];
  }
  return isPlainText(bytes) ? ["text", "csv"] : [];
}

const latin = (bytes: Uint8Array) => String.fromCharCode(...bytes);
const startsWith = (bytes: Uint8Array, text: string, at = 0) =>
  latin(bytes.subarray(at, at + text.length)) === text;

function imageIn(bytes: Uint8Array): Medium | null {
  if (startsWith(bytes, "\x89PNG\r\n\x1A\n") && startsWith(bytes, "IHDR", 12)) {
    return startsWith(bytes, "\0\0\0\0IEND\xAEB`\x82", bytes.byteLength - 12) ? "png" : null;
  }
  if (startsWith(bytes, "\xFF\xD8\xFF")) return hasEndOfJpeg(bytes) ? "jpeg" : null;
  if (startsWith(bytes, "RIFF") && startsWith(bytes, "WEBPVP8", 8)) {
    const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true) + 8;
    return size === bytes.byteLength ? "webp" : null;
  }
  return null;
}

/** Cameras write their own notes after it, so it need not be the last. */
function hasEndOfJpeg(bytes: Uint8Array): boolean {
  for (let at = 3; at < bytes.byteLength; at += 1) {
    if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return true;
  }
  return false;
}

const OFFICE: readonly (readonly [Medium, RegExp])[] = [
  ["docx", /^word\/document\d*\.xml$/],
  ["xlsx", /^xl\/workbook\d*\.xml$/],
  ["pptx", /^ppt\/presentation\d*\.xml$/],
];
const MACROS =
  /(^|\/)(vbaproject\.bin|vbadata\.xml)$|(^|\/)(macrosheets|dialogsheets|activex)\/|^(basic|scripts|dialogs)\//i;

function packedIn(bytes: Uint8Array): readonly Medium[] | "macros" {
  const entries = zipEntries(bytes);
  if (!entries) return [];
  const media = mediaOfParts(bytes, entries);
  return media.length === 1 && entries.some(({ name }) => MACROS.test(name)) ? "macros" : media;
}

function mediaOfParts(bytes: Uint8Array, entries: readonly ZipEntry[]): readonly Medium[] {
  const has = (pattern: RegExp) => entries.some(({ name }) => pattern.test(name));
  const type = firstStored(bytes, "mimetype");
  const open = (["odt", "ods", "odp"] as const).filter(
    (medium) => MEDIA[medium].type === type && has(/^content\.xml$/),
  );
  const office = has(/^\[Content_Types\]\.xml$/)
    ? OFFICE.flatMap(([medium, main]) => (has(main) ? [medium] : []))
    : [];
  const media = [...open, ...office];
  return media.length === 1 ? media : [];
}

/** Text that is read and never run: no page, picture, letter or program is written as text here. */
function isPlainText(bytes: Uint8Array): boolean {
  const text = decoded(bytes);
  if (text === null) return false;
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  const hasControls = /[\u0000-\u0008\u000B-\u000C\u000E-\u001F\u007F-\u009F]/.test(text);
  const begins = /^\s*(?:<|\{\\rtf|#!|%!|MIME-Version:)/i.test(text);
  const isMarkup =
    /<(?:!doctype|html|head|body|script|style|svg|math|iframe|object|embed|img|link|meta|base|form|\?xml|\?php)\b/i;
  return !hasControls && !begins && !isMarkup.test(text);
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return null;
  }
}

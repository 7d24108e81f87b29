import { Refusal } from "../../kernel/refusal.ts";
import type { SheetFile } from "../contract.ts";
import { fileSizeMax } from "../terms.ts";
import { readCsv } from "./csv.ts";
import { readJson } from "./json.ts";
import { textOf } from "./text.ts";
import { readWorkbook } from "./xlsx.ts";

const PACKED = [0x50, 0x4b, 0x03, 0x04];
const OLD = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * A table by what its bytes are, whatever it is called: XLSX, CSV or the JSON status export. Refuses with `invalid`
 * what is none of them, is empty or has no such sheet, and with `too_large` what is beyond the bounds.
 */
export async function readFile(bytes: Uint8Array, asked: string | null): Promise<SheetFile> {
  if (bytes.byteLength > fileSizeMax) {
    throw new Refusal("too_large", (say) => say.fileTooLarge(fileSizeMax / (1024 * 1024)));
  }
  if (startsWith(bytes, OLD)) throw new Refusal("invalid", (say) => say.fileOld());
  if (startsWith(bytes, PACKED)) {
    const { names, sheet } = await readWorkbook(bytes, asked);
    return filled({ names, sheet, notes: [] });
  }
  const { text, encoding } = textOf(bytes);
  const isJson = /^\s*\{/.test(text);
  const name = isJson ? "JSON" : "CSV";
  const sheet = isJson ? readJson(text, name) : readCsv(text, name);
  const notes = encoding === "windows-1252" ? [fileWindows] : [];
  return filled({ names: [name], sheet, notes });
}

const fileWindows: SheetFile["notes"][number] = (say) => say.fileWindows();

const startsWith = (bytes: Uint8Array, mark: readonly number[]) =>
  mark.every((byte, index) => bytes[index] === byte);

function filled(file: SheetFile): SheetFile {
  if (file.sheet.rows.length === 0) throw new Refusal("invalid", (say) => say.sheetEmpty());
  return file;
}

import { parseCsv } from "hucre/csv";
import { readXlsx } from "hucre/xlsx";
import { StatusExport } from "../../worker/reporting/contract/exports.ts";
import { ok } from "./answers.ts";
import type { Client } from "./world.ts";

export const exportPath = "/api/projects/demo/export";

export const jsonExport = async (person: Client, query = "") =>
  StatusExport.parse(await ok(await person.get(`${exportPath}?format=json${query}`)));

/** The rows of a CSV export by their headings, as text. */
export async function csvExport(person: Client, query = "") {
  const answer = await person.get(`${exportPath}?format=csv${query}`);
  // `text()` would take the byte order mark away.
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  const delimiter = query.includes("delimiter=comma") ? "," : ";";
  const [headings = [], ...rows] = parseCsv(text, { delimiter }).map((row) => row.map(String));
  return {
    text,
    headings,
    rows: rows.map((row) => Object.fromEntries(headings.map((name, at) => [name, row[at] ?? ""]))),
  };
}

export async function xlsxExport(person: Client, query = "") {
  const answer = await person.get(`${exportPath}?format=xlsx${query}`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return { workbook: await readXlsx(bytes, { readStyles: true }), parts: await unzip(bytes) };
}

/** The parts of a ZIP file by name, as text: its local headers one after another. */
async function unzip(bytes: Uint8Array<ArrayBuffer>): Promise<Record<string, string>> {
  const view = new DataView(bytes.buffer);
  const parts: Record<string, string> = {};
  const end = endOfDirectory(view);
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
      view.getUint16(at + offset, true),
    );
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + (nameLength ?? 0)));
    const local = view.getUint32(at + 42, true);
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const packed = bytes.slice(start, start + view.getUint32(at + 20, true));
    const stream = new Blob([packed]).stream();
    const isPacked = view.getUint16(at + 10, true) === 8;
    parts[name] = await new Response(
      isPacked ? stream.pipeThrough(new DecompressionStream("deflate-raw")) : stream,
    ).text();
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
  }
  return parts;
}

function endOfDirectory(view: DataView): number {
  let at = view.byteLength - 22;
  while (view.getUint32(at, true) !== 0x06054b50) at -= 1;
  return at;
}

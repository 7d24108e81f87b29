import { parseCsv } from "hucre/csv";
import { readXlsx } from "hucre/xlsx";
import { StatusExport } from "../../worker/reporting/contract/exports.ts";
import { ok } from "./answers.ts";
import { unzip } from "./unzip.ts";
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

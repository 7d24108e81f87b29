import { writeCsv } from "hucre/csv";
import { type CellValue, writeXlsx } from "hucre/xlsx";

type Rows = readonly (readonly CellValue[])[];

/** A workbook as a spreadsheet program saves it; `dates` is a column from 1 that is shown as days. */
export async function workbookOf(
  sheets: readonly { readonly name?: string; readonly rows: Rows; readonly dates?: number }[],
  { dateSystem = "1900" }: { readonly dateSystem?: "1900" | "1904" } = {},
): Promise<Uint8Array> {
  return writeXlsx({
    dateSystem,
    sheets: sheets.map(({ name, rows, dates }, index) => ({
      name: name ?? `Taul${index + 1}`,
      rows: rows.map((row) => [...row]),
      columns: (rows[0] ?? []).map((_, column) =>
        column + 1 === dates ? { style: { numFmt: "d.m.yyyy" } } : {},
      ),
    })),
  });
}

/** CSV as Finnish Excel saves it. */
export const aCsv = (rows: Rows): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(
    writeCsv(
      rows.map((row) => [...row]),
      { delimiter: ";", bom: true },
    ),
  );

/** A form with a spreadsheet, as the page sends it. */
export function aSheetForm(
  bytes: Uint8Array<ArrayBuffer>,
  { name = "tilanne.csv", ...fields }: Readonly<Record<string, string>> = {},
): FormData {
  const form = new FormData();
  form.append("file", new File([bytes], name));
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  return form;
}

type Made = {
  /** Rows of its one sheet, as XML. */
  readonly sheet?: string;
  /** Bytes of blanks that the sheet ends with. */
  readonly padding?: number;
  /** What the directory says of the sheet, where it is not the truth. */
  readonly told?: number;
  readonly toldPacked?: number;
  readonly flags?: number;
  /** A part that is left out. */
  readonly without?: string;
  /** All parts, for what is no workbook. */
  readonly only?: Readonly<Record<string, string>>;
};

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const related = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relationships = "http://schemas.openxmlformats.org/package/2006/relationships";
const sheetPath = "xl/worksheets/sheet1.xml";

/** A workbook made by hand, part by part, so that it can be wrong. */
export async function zipOf({ sheet = "", padding = 0, without, only, ...lies }: Made) {
  const parts = only ?? {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    "_rels/.rels": `<Relationships xmlns="${relationships}"><Relationship Id="r1" Type="${related}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${related}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${relationships}"><Relationship Id="r1" Type="${related}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    [sheetPath]: `<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>${" ".repeat(padding)}`,
  };
  const entries = Object.entries(parts).filter(([name]) => name !== without);
  const files: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  for (const [path, text] of entries) {
    const name = new TextEncoder().encode(path);
    const content = new TextEncoder().encode(text);
    const packed = await packedOf(content);
    const told = path === sheetPath ? lies : {};
    const at = sizeOf(files);
    const sizes = [packed.length, content.length] as const;
    // Where the sum of a part is 0, readers check none.
    files.push(headOf(0x04034b50, [20, 0, 8, 0, 0], [0, ...sizes], [name.length, 0]), name, packed);
    directory.push(
      headOf(
        0x02014b50,
        [20, 20, told.flags ?? 0, 8, 0, 0],
        [0, told.toldPacked ?? sizes[0], told.told ?? sizes[1]],
        [name.length, 0, 0, 0, 0, 0, 0, at & 0xffff, at >>> 16],
      ),
      name,
    );
  }
  const [at, size, count] = [sizeOf(files), sizeOf(directory), entries.length];
  const end = headOf(0x06054b50, [0, 0, count, count], [size, at], [0]);
  return joined([...files, ...directory, end]);
}

async function packedOf(content: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([content]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** A head of the format: its mark, numbers of two bytes, of four, and of two again. */
function headOf(
  mark: number,
  short: readonly number[],
  long: readonly number[],
  last: readonly number[],
): Uint8Array {
  const view = new DataView(
    new ArrayBuffer(4 + 2 * short.length + 4 * long.length + 2 * last.length),
  );
  let at = 4;
  view.setUint32(0, mark, true);
  for (const [numbers, width] of [[short, 2] as const, [long, 4] as const, [last, 2] as const]) {
    for (const number of numbers) {
      if (width === 2) view.setUint16(at, number, true);
      else view.setUint32(at, number, true);
      at += width;
    }
  }
  return new Uint8Array(view.buffer);
}

const sizeOf = (parts: readonly Uint8Array[]) => parts.reduce((sum, { length }) => sum + length, 0);

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(sizeOf(parts));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

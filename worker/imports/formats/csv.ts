import { Refusal } from "../../kernel/refusal.ts";
import type { Sheet } from "../contract.ts";
import { columnsMax, sheetRowsMax } from "../terms.ts";

const DELIMITERS = [";", ",", "\t", "|"] as const;
type Delimiter = (typeof DELIMITERS)[number];

/** How a file that is parted so writes decimals: a comma cannot be both. */
const DECIMALS: Readonly<Record<Delimiter, Sheet["decimal"]>> = {
  ";": ",",
  ",": ".",
  "\t": ",",
  "|": ",",
};

/**
 * CSV as RFC 4180 has it, with `;`, `,`, a tab or `|` between, whichever the first line has most
 * of, and Excel's line `sep=;` before it. Refuses with `invalid` a quote that does not end or is
 * followed by more, and with `too_large` more rows or columns than a sheet may have.
 */
export function readCsv(text: string, name: string): Sheet {
  const told = text.match(/^sep=([;,\t|])\r?\n/);
  const body = told ? text.slice(told[0].length) : text;
  const delimiter = DELIMITERS.find((one) => one === told?.[1]) ?? delimiterOf(body);
  const parsed = rowsOf(body, delimiter);
  // The row numbers are those that the person sees in the file.
  const rows = told ? [[], ...parsed] : parsed;
  return { name, format: "csv", decimal: DECIMALS[delimiter], rows, marks: new Map(), merges: [] };
}

/** The one that the first line with anything in it has most of, outside quotes. */
function delimiterOf(text: string): Delimiter {
  const line = text.match(/[^\r\n]+/)?.[0].replaceAll(/"[^"]*"?/g, "") ?? "";
  const counted = DELIMITERS.map((one) => ({ one, count: line.split(one).length }));
  return counted.toSorted((a, b) => b.count - a.count)[0]?.one ?? ";";
}

type Row = (string | null)[];

function rowsOf(text: string, delimiter: Delimiter): Row[] {
  const rows: Row[] = [];
  let row: Row = [];
  let at = 0;
  while (at < text.length) {
    const field = fieldAt(text, at, { delimiter, row: rows.length + 1 });
    row.push(field.value === "" ? null : field.value);
    at = field.end;
    const isLast = text.charAt(at) !== delimiter;
    at += text.startsWith("\r\n", at) ? 2 : 1;
    if (!isLast && at < text.length) continue;
    // A delimiter at the very end is followed by one empty field.
    if (!isLast) row.push(null);
    if (row.length > columnsMax) {
      throw new Refusal("too_large", (say) => say.sheetTooWide(columnsMax));
    }
    rows.push(row);
    if (rows.length > sheetRowsMax)
      throw new Refusal("too_large", (say) => say.sheetTooLong(sheetRowsMax));
    row = [];
  }
  return rows;
}

type Place = { readonly delimiter: Delimiter; readonly row: number };

/** The field that begins here, and where it ends: at a delimiter, a line end or the text's end. */
function fieldAt(text: string, start: number, { delimiter, row }: Place) {
  const refuse = () => new Refusal("invalid", (say) => say.csvBroken(row));
  if (text.charAt(start) !== '"') {
    let end = start;
    while (end < text.length && !isEnd(text.charAt(end), delimiter)) end += 1;
    return { value: text.slice(start, end), end };
  }
  let close = text.indexOf('"', start + 1);
  while (close !== -1 && text.charAt(close + 1) === '"') close = text.indexOf('"', close + 2);
  const end = close + 1;
  if (close === -1 || (end < text.length && !isEnd(text.charAt(end), delimiter))) throw refuse();
  return { value: text.slice(start + 1, close).replaceAll('""', '"'), end };
}

const isEnd = (character: string, delimiter: Delimiter) =>
  character === delimiter || character === "\n" || character === "\r";

import { Refusal } from "../../kernel/refusal.ts";
import type { Sheet, SheetValue } from "../contract.ts";
import { columnsMax, sheetRowsMax } from "../terms.ts";

/**
 * The JSON status export as a sheet: its `rows`, headed by their fields. Refuses with `invalid`
 * what is not of that shape, and with `too_large` more rows or columns than a sheet may have.
 */
export function readJson(text: string, name: string): Sheet {
  const items = rowsIn(text);
  const heads = [...new Set(items.flatMap((item) => Object.keys(item)))];
  if (items.length >= sheetRowsMax) {
    throw new Refusal("too_large", (say) => say.sheetTooLong(sheetRowsMax));
  }
  if (heads.length > columnsMax) {
    throw new Refusal("too_large", (say) => say.sheetTooWide(columnsMax));
  }
  const rows = items.map((item) => {
    const values = new Map<string, unknown>(Object.entries(item));
    return heads.map((head) => valueOf(values.get(head)));
  });
  const sheet = { name, format: "json", decimal: ".", marks: new Map(), merges: [] } as const;
  return { ...sheet, rows: [heads, ...rows] };
}

function rowsIn(text: string): readonly object[] {
  try {
    const parsed: unknown = JSON.parse(text);
    const rows: unknown = parsed instanceof Object && "rows" in parsed ? parsed.rows : null;
    const items: readonly unknown[] = Array.isArray(rows) ? rows : [];
    const objects = items.filter((item) => item instanceof Object);
    if (objects.length === items.length && objects.length > 0) return objects;
  } catch {
    // What is no JSON is refused as what is none of ours.
  }
  throw new Refusal("invalid", (say) => say.fileUnreadable());
}

function valueOf(value: unknown): SheetValue {
  if (typeof value === "string") return value === "" ? null : value;
  return typeof value === "number" || typeof value === "boolean" ? value : null;
}

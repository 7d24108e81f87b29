import type { Mapping, Sheet, SheetValue } from "../../worker/imports/contract.ts";
import { layOut } from "../../worker/imports/domain/columns.ts";
import { placesOf } from "../../worker/imports/domain/places.ts";
import { readProgress } from "../../worker/imports/domain/progress.ts";
import { addressOf, type Mark } from "../../worker/imports/terms.ts";
import { SAY } from "../../worker/kernel/sentences/say.ts";
import type { Plan } from "../../worker/projects/contract/plan.ts";

/** A sheet built by hand. */
export const aSheet = (
  rows: readonly (readonly SheetValue[])[],
  more: Partial<Sheet> & { readonly marked?: Readonly<Record<string, Mark>> } = {},
): Sheet => ({
  name: "Taul1",
  format: "xlsx",
  decimal: null,
  merges: [],
  ...more,
  rows,
  marks: new Map(Object.entries(more.marked ?? {}).map(([address, mark]) => [address, [mark]])),
});

/** What a sheet says of the progress of a plan, and its findings by address, in English. */
export function readSheet(sheet: Sheet, plan: Plan, mapping: Mapping = {}) {
  const layout = layOut(sheet, "progress", placesOf(plan), mapping);
  const { items, findings, notes, rows } = readProgress(sheet, layout, { plan, mapping });
  const told = (all: typeof findings) =>
    all.map(({ row, column, message }) => [
      column === null ? String(row) : addressOf(row, column),
      message(SAY.en),
    ]);
  return {
    layout,
    rows,
    means: layout.columns.map(({ means }) => means),
    items: items.map(({ milestone, municipality, said }) => ({ milestone, municipality, ...said })),
    problems: told(findings),
    notes: told(notes),
  };
}

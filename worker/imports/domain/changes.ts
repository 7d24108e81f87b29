import type { CellChange, CellState } from "../../progress/contract/progress.ts";
import type { Finding } from "../contract.ts";
import { type EmptyMeaning, PROSE_FIELDS, SAID_FIELDS, type SaidField } from "../terms.ts";
import type { SaidCell } from "./rows.ts";
import type { Said } from "./said.ts";
import { isSameText } from "./values.ts";

/** A cell of which a sheet says something else than is known, and what that is. */
export type Difference = { readonly item: SaidCell; readonly change: CellChange };

/**
 * What a sheet would change: of each cell only the fields that it tells otherwise than they are. A
 * cell of which it tells nothing new is left as it is, and is not confirmed either: a file does not
 * know whether somebody looked at every line of it.
 */
export function differencesOf(
  items: readonly SaidCell[],
  states: readonly CellState[],
  empty: EmptyMeaning,
): { readonly differences: readonly Difference[]; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const differences = items.flatMap((item, index): Difference[] => {
    const state = states[index];
    if (!state) return [];
    const isForgetting = item.said.declared === "no_data" && state.declared !== "no_data";
    if (isForgetting && empty === "clear") {
      const column = item.columns.declared ?? null;
      findings.push({ row: item.row, column, message: (say) => say.noDataNever() });
    }
    const changed = SAID_FIELDS.filter((field) => differs(item.said, state, field));
    if (changed.length === 0) return [];
    return [{ item, change: changeTo(item.said, changed) }];
  });
  return { differences, findings };
}

function differs(said: Said, state: CellState, field: SaidField): boolean {
  const [told, known] = [said[field], state[field]];
  if (told === undefined || told === "no_data") return false;
  const isText = typeof told === "string" && typeof known === "string";
  return PROSE_FIELDS.includes(field) && isText ? !isSameText(told, known) : told !== known;
}

function changeTo({ declared, ...said }: Said, changed: readonly SaidField[]): CellChange {
  const fields = Object.entries(said).filter(([field]) => changed.some((one) => one === field));
  const isNew = changed.includes("declared") && declared !== "no_data";
  return { ...(isNew && { declared }), ...Object.fromEntries(fields) };
}

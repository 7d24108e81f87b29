import type { CellChange, CellState } from "../../progress/contract/progress.ts";
import { isOpen } from "../../progress/terms.ts";
import type { Finding } from "../contract.ts";
import { type EmptyMeaning, PROSE_FIELDS, SAID_FIELDS, type SaidField } from "../terms.ts";
import type { SaidCell } from "./rows.ts";
import type { Said } from "./said.ts";
import { isSameText } from "./values.ts";

/** A cell of which a sheet says something else than is known, and what that is. */
export type Difference = { readonly item: SaidCell; readonly change: CellChange };

type Differences = {
  readonly differences: readonly Difference[];
  readonly findings: readonly Finding[];
  readonly notes: readonly Finding[];
};

/**
 * What a sheet would change: of each cell only the fields that it tells otherwise than they are. A
 * cell of which it tells nothing new is left as it is, and is not confirmed either: a file does not
 * know whether somebody looked at every line of it. A forecast that was left standing beside what
 * is done, and what would have unblocked it, are left out and noted.
 */
export function differencesOf(
  items: readonly SaidCell[],
  states: readonly CellState[],
  empty: EmptyMeaning,
): Differences {
  const findings: Finding[] = [];
  const notes: Finding[] = [];
  const differences = items.flatMap((item, index): Difference[] => {
    const state = states[index];
    if (!state) return [];
    const { declared } = item.said;
    const at = (field: SaidField) => ({ row: item.row, column: item.columns[field] ?? null });
    if (declared === "no_data" && state.declared !== "no_data" && empty === "clear") {
      findings.push({ ...at("declared"), message: (say) => say.noDataNever() });
    }
    const status = declared === undefined || declared === "no_data" ? state.declared : declared;
    const outlived = SAID_FIELDS.filter((field) => isOutlived(field, item.said, status));
    notes.push(...outlived.map((field) => ({ ...at(field), message: leftOut })));
    const changed = SAID_FIELDS.filter(
      (field) => !outlived.includes(field) && differs(item.said, { ...state, status }, field),
    );
    return changed.length === 0 ? [] : [{ item, change: changeTo(item.said, changed) }];
  });
  return { differences, findings, notes };
}

const leftOut: Finding["message"] = (say) => say.fieldOutlived();

/** Whether a field belongs to a status that the cell no longer has. */
function isOutlived(field: SaidField, said: Said, status: CellState["declared"]): boolean {
  if (typeof said[field] !== "string") return false;
  return field === "forecastOn" ? !isOpen(status) : field === "unblock" && status !== "paused";
}

type Standing = CellState & { readonly status: CellState["declared"] };

function differs(said: Said, state: Standing, field: SaidField): boolean {
  const [told, known] = [said[field], state[field]];
  if (told === undefined || told === "no_data") return false;
  // With another status they are said anew, though they be the same words and the same day.
  const isAnew = state.status !== state.declared && (field === "reason" || field === "doneOn");
  if (isAnew && told !== null) return true;
  const isText = typeof told === "string" && typeof known === "string";
  return PROSE_FIELDS.includes(field) && isText ? !isSameText(told, known) : told !== known;
}

function changeTo({ declared, ...said }: Said, changed: readonly SaidField[]): CellChange {
  const fields = Object.entries(said).filter(([field]) => changed.some((one) => one === field));
  const isNew = changed.includes("declared") && declared !== "no_data";
  return { ...(isNew && { declared }), ...Object.fromEntries(fields) };
}

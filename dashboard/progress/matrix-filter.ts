import { type Declared, DECLARED, type Evidence, EVIDENCE } from "../../worker/progress/terms.ts";
import { asMark, type Cell, isMarked, type Mark, type Municipality } from "./board.ts";

/** What the matrix is narrowed to; null and an empty text for all. */
export type Filter = {
  readonly text: string;
  readonly phase: number | null;
  readonly mark: Mark | null;
  readonly declared: Declared | null;
  readonly evidence: Evidence | null;
};

export const NO_FILTER: Filter = {
  text: "",
  phase: null,
  mark: null,
  declared: null,
  evidence: null,
};

/** The parameters of an address that a filter stands in, each without it. */
export const UNFILTERED = { find: null, phase: null, mark: null, declared: null, evidence: null };

/** The filter that an address asks for. */
export function filterIn(query: Readonly<Record<string, string | undefined>>): Filter {
  return {
    text: query["find"] ?? "",
    phase: Number(query["phase"]) || null,
    mark: asMark(query["mark"] ?? null),
    declared: DECLARED.find((one) => one === query["declared"]) ?? null,
    evidence: EVIDENCE.find((one) => one === query["evidence"]) ?? null,
  };
}

/** Whether cells are looked for, and not only municipalities or a phase. */
export const looksForCells = ({ mark, declared, evidence }: Filter) =>
  mark !== null || declared !== null || evidence !== null;

export function isFound(cell: Cell, { mark, declared, evidence }: Filter): boolean {
  return (
    (mark === null || isMarked(cell, mark)) &&
    (declared === null || cell.declared === declared) &&
    (evidence === null || cell.evidence === evidence)
  );
}

/** Whether the row of a municipality is shown: it is called so, and has a cell that is looked for. */
export function isShown(
  municipality: Municipality,
  cells: readonly Cell[],
  filter: Filter,
): boolean {
  if (!isCalled(municipality, filter.text)) return false;
  return !looksForCells(filter) || cells.some((cell) => isFound(cell, filter));
}

function isCalled({ name, nameFi, nameSv, code }: Municipality, text: string): boolean {
  const asked = text.trim().toLowerCase();
  return code === asked || [name, nameFi, nameSv].some((one) => one.toLowerCase().includes(asked));
}

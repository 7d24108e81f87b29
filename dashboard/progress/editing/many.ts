import type { CellChange } from "../../../worker/progress/contract/progress.ts";
import { type Declared, isOpen, needsReason } from "../../../worker/progress/terms.ts";
import type { Said, Seen } from "./queue.ts";

/** A cell that may be changed, with what decides what fits it. */
export type Target = {
  readonly seen: Seen;
  readonly isTarget: boolean;
  readonly mayChange: boolean;
};

/**
 * Why a cell is left out: not one's own, nothing has been said that could be confirmed or that a
 * value could belong to, or nothing of what is said fits it.
 */
type LeftOut = "not_yours" | "nothing_said" | "does_not_fit";

export type Many = {
  readonly changes: readonly Said[];
  readonly leftOut: readonly { readonly target: Target; readonly why: LeftOut }[];
};

/** What saying the same of many cells comes to: of each only what fits it, and who is left out. */
export function sayOfMany(targets: readonly Target[], change: CellChange): Many {
  return sayOfEach(targets.map((target) => ({ target, change })));
}

/** The same with a change for each. */
export function sayOfEach(
  all: readonly { readonly target: Target; readonly change: CellChange }[],
): Many {
  const changes: Said[] = [];
  const leftOut: Many["leftOut"][number][] = [];
  for (const { target, change } of all) {
    const said = target.mayChange ? fitting(target, change) : "not_yours";
    if (typeof said === "string") leftOut.push({ target, why: said });
    else changes.push({ seen: target.seen, said });
  }
  return { changes, leftOut };
}

/** "No change" of many: each keeps its status, and is confirmed by saying it again. */
export function confirmMany(targets: readonly Target[]): Many {
  return sayOfEach(
    targets.map((target) => ({ target, change: statusOf(target.seen.declared) ?? {} })),
  );
}

function fitting({ seen, isTarget }: Target, change: CellChange): CellChange | LeftOut {
  const declared = change.declared ?? seen.declared;
  if (declared === "no_data") return "nothing_said";
  const fits = {
    value: isTarget,
    forecastOn: isOpen(declared),
    doneOn: declared === "done",
    reason: needsReason(declared),
    unblock: declared === "paused",
  };
  const said = Object.fromEntries(
    Object.entries(change).filter(([field]) => Reflect.get(fits, field) !== false),
  );
  return Object.keys(said).length === 0 ? "does_not_fit" : said;
}

/** Whether somebody has to say why, before these can have this status. */
export function asksReason(targets: readonly Target[], declared: Declared): boolean {
  return (
    needsReason(declared) &&
    targets.some(({ seen, mayChange }) => mayChange && seen.declared !== declared)
  );
}

function statusOf(declared: Declared): CellChange | null {
  return declared === "no_data" ? null : { declared };
}

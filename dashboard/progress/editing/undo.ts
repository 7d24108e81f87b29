import type { CellChange, HistoryEntry } from "../../../worker/progress/contract/progress.ts";
import { isOpen, needsReason } from "../../../worker/progress/terms.ts";
import {
  enqueue,
  isConfirmation,
  nameOf,
  outcomeOf,
  type Queue,
  replaced,
  type Said,
  type Seen,
  type Unsent,
  unsavedIn,
} from "./queue.ts";

/** What one deed said of one cell, and what was there before it. */
type Change = Said & {
  /** What had been said and was not saved then. */
  readonly under: Pick<Unsent, "said" | "by"> | null;
  /** The version on the service that all this was said of. */
  readonly version: number;
};

/** One deed, for instance a digit on a whole column: undone and redone as one. */
export type Step = readonly Change[];

/** Why something stays: it was said first, only confirmed, or the cell is not as it left it. */
export type Lasting = "first_said" | "confirmed" | "changed";

type Texts = Partial<Pick<HistoryEntry["after"], "reason" | "unblock" | "note">>;

export const stepsMax = 100;

/** A deed, as it is remembered for being undone. */
export function stepOf(queue: Queue, changes: readonly Said[]): Step {
  const unsaved = unsavedIn(queue);
  return changes.map((change) => {
    const before = unsaved.get(nameOf(change.seen));
    return {
      ...change,
      seen: before ? outcomeOf(before) : change.seen,
      under: before ? { said: before.said, by: before.by } : null,
      version: before?.seen.version ?? change.seen.version,
    };
  });
}

/** Whether a change is with the service already, or on its way: it is not the one that waits. */
export function isOnItsWay(queue: Queue, { seen, by }: Change): boolean {
  return !queue.waiting.some((one) => nameOf(one.seen) === nameOf(seen) && one.by === by);
}

/** Why a change that is on its way or saved stays, or null where it can be taken back. */
export function lastingOf(change: Change, now: Seen): Lasting | null {
  const { declared, value, forecastOn, doneOn } = outcomeOf(change);
  const isAsLeft =
    declared === now.declared &&
    value === now.value &&
    forecastOn === now.forecastOn &&
    (doneOn === null || doneOn === now.doneOn);
  if (!isAsLeft) return "changed";
  if (change.seen.declared === "no_data") return "first_said";
  return isConfirmation(change) ? "confirmed" : null;
}

/** Whether the texts that stood there are needed: only the history knows those. */
export function asksTexts({ seen, said, under }: Change): boolean {
  return (needsReason(seen.declared) && !under?.said.reason) || said.note !== undefined;
}

/** What takes a saved change back: all that stood there before, said anew. */
function restoring({ seen, said, under }: Change, texts: Texts): CellChange {
  const { declared, value, forecastOn, doneOn } = seen;
  if (declared === "no_data") return {};
  const known = { ...texts, ...under?.said };
  return {
    declared,
    value,
    ...(isOpen(declared) && { forecastOn }),
    ...(declared === "done" && doneOn !== null && { doneOn }),
    ...(needsReason(declared) && { reason: known.reason ?? null }),
    ...(declared === "paused" && { unblock: known.unblock ?? null }),
    ...(said.note !== undefined && { note: known.note ?? null }),
  };
}

/** Takes a change that is still waiting out of the queue, down to what had been said before it. */
export function takenBack(queue: Queue, { seen, under }: Change): Queue {
  const waiting = queue.waiting.find((one) => nameOf(one.seen) === nameOf(seen));
  const isThere = waiting && under && Object.entries(under.said).every(isIn(waiting.seen));
  return replaced(queue, nameOf(seen), isThere ? null : under);
}

const isIn =
  (seen: Seen) =>
  ([field, value]: [string, unknown]) =>
    Reflect.get(seen, field) === value;

/** Says again what takes saved changes back. `now` are their cells as they are seen now. */
export function restored(
  queue: Queue,
  changes: readonly { readonly change: Change; readonly now: Seen; readonly texts: Texts }[],
): Queue {
  return enqueue(
    queue,
    changes.map(({ change, now, texts }) => ({ seen: now, said: restoring(change, texts) })),
  );
}

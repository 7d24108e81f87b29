import type { CellChange } from "../../worker/progress/contract/progress.ts";
import { codeOf, type MunicipalityName } from "./pirkanmaa.ts";
import type { StoryCell, StoryUpdate } from "./story.ts";

/** One person at work: what they told, and who besides answered "no change". */
export type Sitting = {
  readonly at: string;
  readonly by: string;
  readonly cells: readonly (readonly StoryCell[])[];
  /** These repeat the status of everything they have open, save what `cells` already names. */
  readonly unchanged?: readonly MunicipalityName[];
};

export const notStarted: CellChange = { declared: "not_started" };
export const inProgress: CellChange = { declared: "in_progress" };
export const done: CellChange = { declared: "done" };

export function doneOn(date: string): CellChange {
  return { declared: "done", doneOn: date };
}

export function paused(reason: string, unblock: string): CellChange {
  return { declared: "paused", reason, unblock };
}

export function cancelled(reason: string): CellChange {
  return { declared: "cancelled", reason };
}

export function notApplicable(reason: string): CellChange {
  return { declared: "not_applicable", reason };
}

export function contact(name: MunicipalityName): string {
  return `contact-${codeOf(name)}`;
}

/** The same change of one milestone in each of these municipalities. */
export function each(
  milestone: number,
  names: readonly MunicipalityName[],
  change: CellChange,
): StoryCell[] {
  return names.map((name) => ({ milestone, municipality: codeOf(name), ...change }));
}

/** A milestone of the whole project. */
export function whole(milestone: number, change: CellChange): StoryCell[] {
  return [{ milestone, municipality: "all", ...change }];
}

/** What each municipality has reached of one target. */
export function values(
  milestone: number,
  reached: readonly (readonly [MunicipalityName, number])[],
  change: CellChange,
): StoryCell[] {
  return reached.flatMap(([name, value]) => each(milestone, [name], { ...change, value }));
}

/** Writes the sittings out as updates, in the order given, which is the order of time. */
export function play(sittings: readonly Sitting[]): StoryUpdate[] {
  const latest = new Map<string, StoryCell>();
  return sittings.map(({ at, by, cells, unchanged = [] }) => {
    const told = cells.flat().map((cell) => withoutOldNote(cell, latest.get(keyOf(cell))));
    const toldKeys = new Set(told.map(keyOf));
    const unchangedCodes = new Set(unchanged.map(codeOf));
    const confirmed = [...latest.values()]
      .filter((cell) => unchangedCodes.has(cell.municipality) && !toldKeys.has(keyOf(cell)))
      .filter(isOpen)
      .map(confirmation);
    for (const cell of told) {
      if (cell.declared !== undefined) latest.set(keyOf(cell), cell);
    }
    return { at, by, cells: [...told, ...confirmed] };
  });
}

function keyOf({ milestone, municipality }: StoryCell): string {
  return `${milestone}/${municipality}`;
}

/** A note belongs to what it was written of: a new status without a note empties the old one. */
function withoutOldNote(cell: StoryCell, before: StoryCell | undefined): StoryCell {
  const moved = cell.declared !== undefined && cell.declared !== before?.declared;
  return before && moved && cell.note === undefined ? { ...cell, note: null } : cell;
}

function isOpen({ declared }: StoryCell): boolean {
  return declared === "not_started" || declared === "in_progress" || declared === "paused";
}

/** The same status again and nothing else; a pause says again why. */
function confirmation({
  milestone,
  municipality,
  declared,
  reason,
  unblock,
}: StoryCell): StoryCell {
  const place = { milestone, municipality };
  if (declared === undefined) return place;
  if (declared !== "paused") return { ...place, declared };
  return { ...place, ...paused(reason ?? "", unblock ?? "") };
}

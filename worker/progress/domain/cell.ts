import { given } from "../../kernel/given.ts";
import type { Problem, Sentence } from "../../kernel/refusal.ts";
import type { Plan, PlanMilestone } from "../../projects/contract/plan.ts";
import type { CellChange, CellState } from "../contract/progress.ts";
import { isOpen, needsReason } from "../terms.ts";

/** A cell of which nobody has ever said anything. */
export const NOTHING_SAID: CellState = {
  declared: "no_data",
  value: null,
  forecastOn: null,
  doneOn: null,
  reason: null,
  unblock: null,
  note: null,
  confirmedAt: null,
};

/** The due date of a milestone in a municipality: its own, or the milestone's. */
export function dueOf(milestone: PlanMilestone, municipality: string): string | null {
  return milestone.dueOnByMunicipality[municipality] ?? milestone.dueOn;
}

/** The due date of the plan as it was granted; null where it was not, or none was set. */
export function grantedDueOf({ granted }: PlanMilestone, municipality: string): string | null {
  return granted && (granted.dueOnByMunicipality[municipality] ?? granted.dueOn);
}

type Setting = {
  readonly milestone: PlanMilestone;
  readonly project: Pick<Plan["project"], "startsOn">;
  /** The date in Helsinki on which it is said. */
  readonly today: string;
  readonly now: string;
  /** What the target's measure counts; null where nothing is measured. */
  readonly suggestion: number | null;
};

export type Declaration = {
  readonly after: CellState;
  readonly kind: "progress.declared" | "progress.confirmed";
  readonly problems: readonly Problem[];
};

/**
 * What a cell becomes when a person says something of it, with every problem of what they said.
 * Any status can follow any other, because people correct themselves. Saying what is known
 * already confirms it. A reason, an unblocking condition, a forecast and a day of completion
 * hold only as long as the status they belong to.
 */
export function declare(before: CellState, change: CellChange, setting: Setting): Declaration {
  const said = given(emptyAsNull(change));
  const declared = said.declared ?? before.declared;
  const kept = declared === before.declared ? before : { ...before, reason: null, unblock: null };
  const forecastOn = said.forecastOn === undefined ? kept.forecastOn : said.forecastOn;
  const after: CellState = {
    ...kept,
    ...said,
    declared,
    forecastOn: isOpen(declared) ? forecastOn : null,
    doneOn: declared === "done" ? (said.doneOn ?? kept.doneOn ?? setting.today) : null,
    confirmedAt: setting.now,
  };
  return {
    after,
    kind: sameButConfirmed(before, after) ? "progress.confirmed" : "progress.declared",
    problems: problemsOf(said, { before, after }, setting),
  };
}

/** "No change": the same again, said today. Null where there is nothing to confirm. */
export function confirm(before: CellState, now: string): CellState | null {
  return before.declared === "no_data" ? null : { ...before, confirmedAt: now };
}

function emptyAsNull(change: CellChange): CellChange {
  const { reason, unblock, note } = change;
  return {
    ...change,
    reason: reason === "" ? null : reason,
    unblock: unblock === "" ? null : unblock,
    note: note === "" ? null : note,
  };
}

function sameButConfirmed(before: CellState, after: CellState): boolean {
  return wording(before) === wording(after);
}

/** All that was said, in an order that does not depend on how the state was put together. */
function wording(state: CellState): string {
  const fields = Object.entries({ ...state, confirmedAt: null });
  return JSON.stringify(fields.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function problemsOf(
  said: CellChange,
  { before, after }: { readonly before: CellState; readonly after: CellState },
  setting: Setting,
): Problem[] {
  const found: Problem[] = [];
  const add = (path: string, message: Sentence) => found.push({ path, message });
  const { milestone, project, today, suggestion } = setting;
  if (Object.keys(said).length === 0) add("", (say) => say.nothingChanged());
  if (after.declared === "no_data") add("declared", (say) => say.declaredMissing());
  if (needsReason(after.declared) && !after.reason) add("reason", (say) => say.reasonMissing());
  if (said.unblock && after.declared !== "paused") {
    add("unblock", (say) => say.unblockOnlyPaused());
  }
  if (typeof said.value === "number" && milestone.kind !== "target") {
    add("value", (say) => say.valueOnlyTarget());
  }
  const differs = suggestion !== null && after.value !== null && after.value !== suggestion;
  const isNews = after.value !== before.value || after.declared !== before.declared;
  if (differs && isNews && !said.reason) {
    add("reason", (say) => say.valueDiffers(suggestion));
  }
  if (said.doneOn === null && after.declared === "done") add("doneOn", (say) => say.doneOnKept());
  if (said.doneOn) {
    if (after.declared !== "done") add("doneOn", (say) => say.doneOnOnlyDone());
    if (said.doneOn > today) add("doneOn", (say) => say.doneInFuture());
    if (said.doneOn < project.startsOn) {
      add("doneOn", (say) => say.doneBeforeStart(project.startsOn));
    }
  }
  if (said.forecastOn) {
    if (!isOpen(after.declared)) add("forecastOn", (say) => say.forecastOnlyOpen());
    if (said.forecastOn < project.startsOn) {
      add("forecastOn", (say) => say.forecastBeforeStart(project.startsOn));
    }
  }
  return found;
}

import type { Change, Difference } from "../../../worker/projects/contract/amendments.ts";
import type { MilestoneChange, MilestoneView } from "../../../worker/projects/contract/plan.ts";
import type { ProjectView } from "../../../worker/projects/contract/projects.ts";
import { PLANNED_OF_MILESTONE, PLANNED_OF_PROJECT } from "../../../worker/projects/terms.ts";

export type { Change };

/** The numbers of the milestones that a change was made to. */
export function takenBy(change: Change): readonly number[] {
  if (change.kind === "add" || change.kind === "project") return [];
  return change.kind === "merge" ? change.from.map(({ number }) => number) : [change.number];
}

/** The milestones that would come of a change. */
export function madeBy(change: Change) {
  if (!("into" in change)) return [];
  return "length" in change.into ? change.into : [change.into];
}

/** What a change of one milestone or of the project would make different, field by field. */
export function differencesOf(
  change: Change,
  project: ProjectView,
  milestones: readonly MilestoneView[],
): Pick<Difference, "field" | "before" | "after">[] {
  if (change.kind === "project") {
    return PLANNED_OF_PROJECT.flatMap((field) => {
      const after = change.set[field];
      return after === undefined || isSame(named(project[field]), named(after))
        ? []
        : { field, before: project[field], after };
    });
  }
  if (change.kind !== "change") return [];
  const before = milestones.find(({ number }) => number === change.number);
  return PLANNED_OF_MILESTONE.flatMap((field) => {
    const after = change.set[field];
    return after === undefined || !before ? [] : { field, before: before[field], after };
  });
}

/** Of what a form holds of a milestone, only what differs from the milestone as it is. */
export function changedOf(before: MilestoneView, said: Required<MilestoneChange>): MilestoneChange {
  const fields = PLANNED_OF_MILESTONE.filter((field) => !isSame(before[field], said[field]));
  return Object.fromEntries(fields.map((field) => [field, said[field]]));
}

/** Phases without their numbers: a form knows them by their order. */
const named = (value: unknown) =>
  Array.isArray(value) ? value.map((one: unknown) => withoutNumber(one)) : value;

function withoutNumber(one: unknown): unknown {
  if (typeof one !== "object" || one === null) return one;
  const { name, startsOn, endsOn } = { name: "", startsOn: "", endsOn: "", ...one };
  return { name, startsOn, endsOn };
}

/** Whether two values of the plan say the same; the order of what they list says nothing. */
function isSame(one: unknown, other: unknown): boolean {
  return written(one) === written(other);
}

function written(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const parts: unknown[] = Array.isArray(value) ? value : Object.entries(value);
  return parts
    .map((part) => JSON.stringify(part))
    .toSorted((a, b) => a.localeCompare(b))
    .join();
}

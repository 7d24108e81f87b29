import { given } from "../../kernel/given.ts";
import type { Change } from "../contract/amendments.ts";
import type { CreateMilestone, MilestoneState, MilestoneView } from "../contract/plan.ts";
import type { ProjectState } from "../contract/projects.ts";
import { NEW_MILESTONE } from "./milestones.ts";

type Versioned<State> = State & { readonly version: number };

/** A plan as it stands, with how many amendments it has had. */
export type PlanNow = {
  readonly project: Versioned<ProjectState>;
  readonly milestones: readonly Versioned<MilestoneState>[];
  readonly amendments: number;
};

/** One milestone that an amendment touches. */
export type Touched = {
  readonly kind: "milestone.added" | "milestone.changed" | "milestone.ended";
  readonly before: MilestoneState | null;
  readonly after: MilestoneState;
};

/** The milestones and the project that a change was made to, as its writer knew them. */
export function knownIn(change: Change): readonly { number: number | null; version: number }[] {
  if (change.kind === "add") return [];
  if (change.kind === "merge") return change.from;
  return [{ number: change.kind === "project" ? null : change.number, version: change.version }];
}

/** A change with its place in the input, and with the numbers of the milestones it makes. */
export type Step = {
  readonly change: Change;
  readonly path: string;
  readonly from: readonly { readonly number: number; readonly path: string }[];
  readonly into: readonly {
    readonly number: number;
    readonly path: string;
    readonly input: CreateMilestone;
  }[];
};

/** The changes of an amendment; what they make is numbered after `last`. */
export function stepsOf(changes: readonly Change[], last: number): Step[] {
  let next = last;
  return changes.map((change, index) => {
    const path = `changes.${index}`;
    const into = madeBy(change, path).map((made) => ({ ...made, number: (next += 1) }));
    return { change, path, from: takenBy(change, path), into };
  });
}

function takenBy(change: Change, path: string): Step["from"] {
  if (change.kind === "add" || change.kind === "project") return [];
  if (change.kind !== "merge") return [{ number: change.number, path: `${path}.number` }];
  return change.from.map(({ number }, index) => ({ number, path: `${path}.from.${index}.number` }));
}

function madeBy(change: Change, path: string) {
  if (!("into" in change)) return [];
  return "length" in change.into
    ? change.into.map((input, index) => ({ input, path: `${path}.into.${index}` }))
    : [{ input: change.into, path: `${path}.into` }];
}

const END_STATES = {
  cancel: "cancelled",
  supersede: "superseded",
  merge: "merged",
  split: "split",
} as const satisfies Partial<Record<Change["kind"], MilestoneView["state"]>>;

/** What a change makes of each milestone that it names, and those that come of it. */
export function touchedBy(
  { milestones }: PlanNow,
  { change, path, from, into }: Step,
  amendment: number,
): (Touched & { readonly path: string })[] {
  const predecessors = from.map(({ number }) => number);
  const successors = into.map(({ number }) => number);
  const ends =
    change.kind in END_STATES ? END_STATES[change.kind as keyof typeof END_STATES] : null;
  const old = from.flatMap((one) => {
    const found = milestones.find(({ number }) => number === one.number);
    if (!found) return [];
    const { version: _version, ...before } = found;
    return change.kind === "change"
      ? {
          kind: "milestone.changed" as const,
          path: `${path}.set`,
          before,
          after: { ...before, ...given(change.set), amendment },
        }
      : {
          kind: "milestone.ended" as const,
          path: one.path,
          before,
          after: { ...before, state: ends ?? before.state, successors, amendment },
        };
  });
  const made = into.map(({ input, number, path: place }) => ({
    kind: "milestone.added" as const,
    path: place,
    before: null,
    after: { ...input, ...NEW_MILESTONE, number, predecessors, amendment },
  }));
  return [...old, ...made];
}

import type { AttentionView } from "../../../worker/progress/contract/attention.ts";
import type { ChangesView } from "../../../worker/progress/contract/changes.ts";
import type { MatrixView, SummaryView } from "../../../worker/progress/contract/progress.ts";
import {
  type Attention,
  isOpen,
  type MoveKind,
  reachOf,
  standingOf,
} from "../../../worker/progress/terms.ts";
import type { Cell, Milestone } from "../board.ts";

const dayMs = 86_400_000;

/** The date so many days after another; earlier where they are negative. */
export const daysAfter = (date: string, days: number) =>
  new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10);

/** Whole days from one date to another; negative where the second is earlier. */
export const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayMs);

const namesIn = ({ municipalities }: MatrixView) =>
  new Map(municipalities.map(({ code, name }) => [code, name]));

/** A milestone and where something of it is left to do. Names are empty for the whole project. */
export type Open = {
  readonly milestone: Milestone;
  readonly places: readonly string[];
  readonly late: number;
};

export type Gate = SummaryView["phases"][number] & {
  /** Whether the gate at the end of the phase has passed, is the next one, or comes after it. */
  readonly when: "passed" | "next" | "later";
  readonly days: number;
  readonly open: readonly Open[];
  readonly openCount: number;
};

/** The phases with the gate that each ends in, and what is open before it. */
export function gatesOf(matrix: MatrixView, { phases }: SummaryView, day: string): Gate[] {
  const next = phases.find(({ endsOn }) => endsOn >= day)?.number;
  return phases.map((phase) => {
    const open = openOf(matrix, ({ phase: own }) => own === phase.number);
    return {
      ...phase,
      when: phase.endsOn < day ? "passed" : phase.number === next ? "next" : "later",
      days: daysBetween(day, phase.endsOn),
      open,
      openCount: open.reduce((sum, { places }) => sum + places.length, 0),
    };
  });
}

function openOf(matrix: MatrixView, concerns: (milestone: Milestone) => boolean): Open[] {
  const names = namesIn(matrix);
  const left = Map.groupBy(
    matrix.cells.filter(({ declared }) => isOpen(declared)),
    ({ milestone }) => milestone,
  );
  return matrix.milestones.filter(concerns).flatMap((milestone) => {
    const cells = left.get(milestone.number) ?? [];
    return cells.length === 0 ? [] : [{ milestone, ...placed(cells, names) }];
  });
}

function placed(cells: readonly Cell[], names: ReadonlyMap<string, string>) {
  return {
    places: cells.map(({ municipality }) => names.get(municipality) ?? ""),
    late: cells.filter(({ schedule }) => schedule === "late").length,
  };
}

export type Target = {
  readonly milestone: Milestone;
  /** Of the whole project: what has been reached. Null by municipality, and where nobody has said. */
  readonly value: number | null;
  /** How far from the baseline to the goal that is, 0-1. */
  readonly share: number | null;
  /** Cells whose value has reached the goal, of those to which the target applies. */
  readonly reached: number;
  readonly counted: number;
  readonly unknown: number;
};

/** The targets: how far the whole project is, or in how many municipalities the goal is reached. */
export function targetsOf({ milestones, cells }: MatrixView): Target[] {
  return milestones
    .filter(({ kind }) => kind === "target")
    .map((milestone) => {
      const own = standingOf(cells.filter((cell) => cell.milestone === milestone.number)).counting;
      const { reached, counted, unknown } = reachOf(milestone, own);
      const value = milestone.scope === "project" ? (own[0]?.value ?? null) : null;
      const share =
        milestone.scope === "project"
          ? shareOf(milestone, value)
          : counted === 0
            ? null
            : reached / counted;
      return { milestone, value, share, reached, counted, unknown };
    });
}

type Goal = Pick<Milestone, "baseline" | "goal">;

/** Whether a target is reached in every cell in which it still counts. */
export const isMet = ({ reached, counted }: Target) => counted > 0 && reached === counted;

/** How many targets are met, of those that still count somewhere. */
export function metOf(targets: readonly Target[]) {
  const counting = targets.filter(({ counted }) => counted > 0);
  return { met: counting.filter(isMet).length, all: counting.length };
}

function shareOf({ baseline, goal }: Goal, value: number | null): number | null {
  if (goal === null || value === null) return null;
  const from = baseline ?? 0;
  if (goal === from) return value >= goal ? 1 : 0;
  return Math.min(1, Math.max(0, (value - from) / (goal - from)));
}

/** What falls due on one day: a milestone, and where it is still open. */
export type Due = Open & { readonly dueOn: string };

/** What falls due from a day on for so many days and is still open, the nearest first. */
export function dueWithin(matrix: MatrixView, day: string, days: number): Due[] {
  const last = daysAfter(day, days);
  return dueFrom(matrix, day).filter(({ dueOn }) => dueOn <= last);
}

/** What falls due next and is still open, however far ahead. */
export function dueNext(matrix: MatrixView, day: string): Due[] {
  const due = dueFrom(matrix, day);
  return due.filter(({ dueOn }) => dueOn === due[0]?.dueOn);
}

function dueFrom(matrix: MatrixView, day: string): Due[] {
  const names = namesIn(matrix);
  const left = matrix.cells.flatMap((cell) =>
    isOpen(cell.declared) && cell.dueOn !== null && cell.dueOn >= day
      ? [{ ...cell, dueOn: cell.dueOn }]
      : [],
  );
  const byDay = Map.groupBy(left, ({ dueOn, milestone }) => `${dueOn} ${milestone}`);
  return [...byDay.values()]
    .flatMap((cells) => {
      const [first] = cells;
      const milestone = matrix.milestones.find(({ number }) => number === first?.milestone);
      return first && milestone ? [{ milestone, dueOn: first.dueOn, ...placed(cells, names) }] : [];
    })
    .toSorted(
      (one, other) =>
        one.dueOn.localeCompare(other.dueOn) || one.milestone.number - other.milestone.number,
    );
}

/** How the cells of one milestone moved. */
export type Moved = {
  readonly milestone: number;
  readonly title: string;
  readonly kinds: ReadonlyMap<MoveKind, readonly string[]>;
};

type Move = ChangesView["items"][number];

/** What moved, by milestone: how, and where. Names are empty for the whole project. */
export function movedBy(items: readonly Move[]): Moved[] {
  return [...Map.groupBy(items, ({ milestone }) => milestone)]
    .map(([milestone, moves]) => ({
      milestone,
      title: moves[0]?.title ?? "",
      kinds: new Map(
        [...Map.groupBy(moves, ({ kind }) => kind)].map(([kind, some]) => [
          kind,
          some.map(({ name }) => name),
        ]),
      ),
    }))
    .toSorted((one, other) => one.milestone - other.milestone);
}

/** The municipalities with the most that is late, the most first. */
export function latestIn({ municipalities }: SummaryView) {
  return municipalities.filter(({ late }) => late > 0).toSorted((a, b) => b.late - a.late);
}

type Row = AttentionView["items"][number];

/** Rows of one kind that say the same of a milestone, or of municipalities, in several places. */
export type Gathered = {
  readonly number: number | null;
  readonly title: string | null;
  readonly why: string;
  readonly places: readonly string[];
  /** The longest of them, in days; null where no days are told. */
  readonly daysMax: number | null;
  readonly unblock: string | null;
};

/**
 * What needs a look, gathered by kind and milestone; most places first within a kind. Where what is
 * told differs from place to place, it can be kept apart.
 */
export function gatheredBy(
  items: readonly Row[],
  told: "together" | "apart",
): ReadonlyMap<Attention, readonly Gathered[]> {
  return new Map(
    [...Map.groupBy(items, ({ kind }) => kind)].map(([kind, rows]) => [
      kind,
      [...Map.groupBy(rows, told === "apart" ? ownKeyOf : keyOf).values()]
        .map(gather)
        .toSorted((one, other) => other.places.length - one.places.length),
    ]),
  );
}

const keyOf = ({ milestone, risk, deviation }: Row) => `${milestone} ${risk} ${deviation}`;

/** Disagreements by what they are; what is paused or silent by place, as its reason is its own. */
function ownKeyOf(row: Row): string {
  const { kind, municipality, why } = row;
  const isOfPlace = kind === "paused" || kind === "silent";
  const own = kind === "disagreement" ? why : isOfPlace ? municipality : "";
  return `${keyOf(row)} ${own}`;
}

function gather(rows: readonly Row[]): Gathered {
  const [first] = rows;
  return {
    number: first?.milestone ?? first?.risk ?? first?.deviation ?? null,
    title: first?.title ?? null,
    why: first?.why ?? "",
    // Of a risk or deviation there is no place to tell.
    places:
      first && (first.risk ?? first.deviation) !== null
        ? []
        : [...new Set(rows.map(({ name }) => name))],
    daysMax: rows.reduce<number | null>(
      (most, { days }) => (days === null ? most : Math.max(most ?? 0, days)),
      null,
    ),
    unblock: first?.unblock ?? null,
  };
}

/** How many lines each kind gets of so many: one each, then the weightiest more. */
export function sharedLines(available: readonly number[], lines: number): number[] {
  const shares = available.map(() => 0);
  let left = lines;
  while (left > 0 && shares.some((share, at) => share < (available[at] ?? 0))) {
    for (const [at, limit] of available.entries()) {
      const share = shares[at] ?? 0;
      if (left > 0 && share < limit) {
        shares[at] = share + 1;
        left -= 1;
      }
    }
  }
  return shares;
}

import { medianOf } from "../../../worker/kernel/median.ts";
import type { MatrixView } from "../../../worker/progress/contract/progress.ts";
import { isCountable, reachOf, standingOf } from "../../../worker/progress/terms.ts";
import { WHOLE_PROJECT } from "../../../worker/projects/terms.ts";
import type { Milestone } from "../board.ts";

export type Value = { readonly name: string; readonly value: number };

/** A target with what it has come to, against its goal. */
export type TargetLine = {
  readonly milestone: Milestone;
  /** What was told, in the order of size; for a target of the whole project the one value. */
  readonly values: readonly Value[];
  /** Cells in which it still counts. */
  readonly counted: number;
  /** Those of them of which nobody has told a value. */
  readonly unknown: number;
  readonly reached: number;
  readonly median: number | null;
  /** Of the whole project: what its measure counts, beside what people declare. */
  readonly suggestion: number | null;
  readonly isWhole: boolean;
};

/**
 * The targets of a project with their values. Cells that are cancelled or not applicable are left
 * out, and those without a value are counted apart.
 */
export function targetsOf({ milestones, municipalities, cells }: MatrixView): TargetLine[] {
  const names = new Map(municipalities.map(({ code, name }) => [code, name]));
  return milestones
    .filter(({ kind }) => kind === "target")
    .map((milestone) => {
      const own = standingOf(cells.filter((cell) => cell.milestone === milestone.number)).counting;
      const values = own
        .flatMap(({ municipality, value }) =>
          value === null ? [] : [{ name: names.get(municipality) ?? "", value }],
        )
        .toSorted((one, other) => one.value - other.value);
      const isWhole = milestone.scope === "project";
      return {
        milestone,
        values,
        ...reachOf(milestone, own),
        median: medianOf(values.map(({ value }) => value)),
        suggestion:
          own.find(({ municipality }) => municipality === WHOLE_PROJECT)?.suggestion ?? null,
        isWhole,
      };
    });
}

/**
 * A target's values for every 1,000 inhabitants, or null where that is not fair: for shares,
 * averages, money and time, and for the whole project. The goal is one for all municipalities, so
 * it does not go along.
 */
export function perThousand(target: TargetLine, { municipalities }: MatrixView): TargetLine | null {
  const { milestone, isWhole } = target;
  const isWholeNumbers = target.values.every(({ value }) => Number.isInteger(value) && value >= 0);
  if (isWhole || !isWholeNumbers || !isCountable(milestone.unit)) return null;
  const people = new Map(municipalities.map(({ name, population }) => [name, population]));
  const values = target.values
    .flatMap(({ name, value }) => {
      const population = people.get(name);
      return population ? [{ name, value: Math.round((value / population) * 100_000) / 100 }] : [];
    })
    .toSorted((one, other) => one.value - other.value);
  return {
    ...target,
    milestone: { ...milestone, goal: null, baseline: null },
    values,
    median: medianOf(values.map(({ value }) => value)),
  };
}

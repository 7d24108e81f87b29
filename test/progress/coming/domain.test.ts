import { expect, test } from "vitest";
import { comingDays } from "../../../dashboard/progress/status/coming.ts";
import { SAY } from "../../../worker/kernel/sentences/say.ts";
import type { CellView, MatrixView } from "../../../worker/progress/contract/progress.ts";
import { matrixOf } from "../../../worker/progress/domain/matrix.ts";
import { aBoard, aCell, aMilestone, aPlan } from "../../support/cells.ts";

const plan = aPlan(
  aMilestone({ number: 1 }),
  aMilestone({ number: 2 }),
  aMilestone({ number: 3, phase: 2, scope: "project" }),
);

function matrixAt(asOf: string, cells: readonly CellView[]): MatrixView {
  const reading = { asOf, today: asOf.slice(0, 10), language: "fi", say: SAY.fi } as const;
  return { ...matrixOf(aBoard(plan), reading), cells: [...cells] };
}

const told = (matrix: MatrixView) =>
  comingDays(matrix).map((day) =>
    day.kind === "due"
      ? `${day.on} ${day.milestone.number}: ${day.open}`
      : `${day.on} gate ${day.phase.number}`,
  );

const open = (milestone: number, municipality: string, dueOn: string | null) =>
  aCell({ milestone, municipality, dueOn });

test("what is open comes by day and milestone, and a day's gate after what leads to it", () => {
  const matrix = matrixAt("2023-12-01T12:00:00.000Z", [
    open(3, "all", "2023-12-31"),
    open(2, "837", "2024-02-01"),
    open(1, "536", "2023-12-31"),
    open(1, "837", "2023-12-31"),
  ]);
  expect(told(matrix)).toEqual(["2023-12-31 1: 2", "2023-12-31 3: null", "2023-12-31 gate 1"]);
});

test("what is done, left out, past or without a day is not to come", () => {
  const matrix = matrixAt("2024-12-30T22:30:00.000Z", [
    aCell({ milestone: 1, declared: "done", dueOn: "2025-01-01" }),
    aCell({ milestone: 1, declared: "not_applicable", dueOn: "2025-01-01" }),
    open(1, "536", null),
    open(2, "837", "2024-12-30"),
    // It is the last day of the year in Helsinki.
    open(2, "536", "2024-12-31"),
    aCell({ milestone: 2, municipality: "837", declared: "no_data", dueOn: "2025-02-01" }),
  ]);
  expect(told(matrix)).toEqual(["2024-12-31 2: 1", "2024-12-31 gate 2", "2025-02-01 2: 1"]);
});

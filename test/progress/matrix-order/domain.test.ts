import { expect, test } from "vitest";
import { gridOf } from "../../../dashboard/progress/matrix-order.ts";
import { SAY } from "../../../worker/kernel/sentences/say.ts";
import { matrixOf } from "../../../worker/progress/domain/matrix.ts";
import { summarise } from "../../../worker/progress/domain/summary.ts";
import { aBoard, aMilestone, aPlan } from "../../support/cells.ts";

test("columns stand in their phases, also those that an amendment has added to an earlier one", () => {
  const today = "2024-06-30";
  const plan = aPlan(
    aMilestone({ number: 1, phase: 1 }),
    aMilestone({ number: 2, phase: 2 }),
    aMilestone({ number: 3, phase: 1 }),
    aMilestone({ number: 4, phase: 2, scope: "project" }),
  );
  const reading = { asOf: `${today}T12:00:00.000Z`, today, language: "fi", say: SAY.fi } as const;
  const matrix = matrixOf(aBoard(plan), reading);
  const { milestones, grid } = gridOf(
    matrix,
    summarise(matrix, { date: today, say: SAY.fi }),
    "name",
  );
  expect(milestones.map(({ number }) => number)).toEqual([1, 3, 2]);
  expect(grid.map((row) => row.map(({ milestone }) => milestone))).toEqual([
    [1, 3, 2],
    [1, 3, 2],
  ]);
});

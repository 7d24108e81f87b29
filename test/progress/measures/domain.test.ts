import fc from "fast-check";
import { expect, test } from "vitest";
import {
  daysBetween,
  type Measure,
  measured,
  measureName,
  measuresOf,
  shareOf,
  shareStep,
  weightsOf,
} from "../../../dashboard/progress/status/measures.ts";
import { SAY } from "../../../worker/kernel/sentences/say.ts";
import type { CellState } from "../../../worker/progress/contract/progress.ts";
import { type Board, pack } from "../../../worker/progress/domain/board.ts";
import { matrixOf } from "../../../worker/progress/domain/matrix.ts";
import { summarise } from "../../../worker/progress/domain/summary.ts";
import { DECLARED } from "../../../worker/progress/terms.ts";
import { aBoard, aMilestone, aPlan, said } from "../../support/cells.ts";

const today = "2024-07-30";

function viewsOf(board: Board) {
  const reading = { asOf: `${today}T12:00:00.000Z`, today, language: "fi", say: SAY.fi } as const;
  const matrix = matrixOf(board, reading);
  return { matrix, summary: summarise(matrix, { date: today, say: SAY.fi }) };
}

const plan = aPlan(
  aMilestone({ number: 1, phase: 1, weight: 3 }),
  aMilestone({ number: 2, phase: 1 }),
  aMilestone({ number: 3, phase: 2, evidenceKinds: ["file"] }),
  aMilestone({ number: 4, phase: 2, scope: "project" }),
);

test("a share is the percentage that the service gives for the same cells, whatever was said", () => {
  const declared = fc.constantFrom(...DECLARED);
  fc.assert(
    fc.property(fc.array(declared, { minLength: 3, maxLength: 3 }), (words) => {
      const cells = Object.fromEntries(
        words.map((word, index) => [`${index + 1}/536`, said({ declared: word })]),
      );
      const { matrix, summary } = viewsOf(aBoard(plan, { cells: boardCells(cells) }));
      const own = matrix.cells.filter(({ municipality }) => municipality === "536");
      const row = summary.municipalities.find(({ municipality }) => municipality === "536");
      expect(shareOf(own, weightsOf(matrix)).percent).toBe(row?.percent);
    }),
  );
});

const measure = (board: Board, chosen: Measure, code = "536") => {
  const { matrix, summary } = viewsOf(board);
  return measured(matrix, summary, chosen).get(code);
};

test("a phase counts its own milestones by weight, and what nobody spoke of stays unknown", () => {
  const board = aBoard(plan, {
    cells: boardCells({
      "1/536": said({ declared: "done" }),
      "2/536": said({ declared: "in_progress" }),
    }),
  });
  expect(measure(board, { kind: "phase", number: 1 })).toMatchObject({
    value: 75,
    look: "step-3",
    late: 1,
  });
  expect(measure(board, { kind: "phase", number: 2 })).toMatchObject({
    value: null,
    look: "step-none",
  });
  expect(measure(board, { kind: "milestone", number: 2 })).toMatchObject({
    declared: "in_progress",
    late: 1,
  });
});

test("evidence counts what is done and asks for it, and is offered only where it is asked", () => {
  const done = aBoard(plan, { cells: boardCells({ "3/536": said({ declared: "done" }) }) });
  expect(measure(done, { kind: "evidence" })).toMatchObject({ value: 0 });
  expect(measure(done, { kind: "evidence" }, "837")).toMatchObject({ value: null });
  const names = (board: Board) => measuresOf(viewsOf(board).matrix).map(measureName);
  expect(names(done)).toEqual([
    "percent",
    "late",
    "evidence",
    "freshness",
    "phase-1",
    "phase-2",
    "milestone-1",
    "milestone-2",
    "milestone-3",
  ]);
  expect(names(aBoard(aPlan(aMilestone())))).not.toContain("evidence");
});

test("freshness counts days in Helsinki, and a municipality that was never heard has none", () => {
  // Half past midnight in Helsinki is still the day before in UTC.
  const board = aBoard(plan, {
    cells: boardCells({ "1/536": said({ confirmedAt: "2024-07-28T21:30:00.000Z" }) }),
  });
  expect(measure(board, { kind: "freshness" })).toMatchObject({ value: 1, look: "step-0" });
  expect(measure(board, { kind: "freshness" }, "837")).toMatchObject({
    value: null,
    look: "step-none",
  });
  expect(daysBetween("2024-03-30T12:00:00.000Z", "2024-04-01")).toBe(2);
});

test("a step is full only where all is done", () => {
  expect([null, 0, 24.9, 25, 99.9, 100].map(shareStep)).toEqual([null, 0, 0, 1, 3, 4]);
});

/** What a board keeps of cells. */
function boardCells(cells: Readonly<Record<string, CellState>>): Board["cells"] {
  return Object.fromEntries(Object.entries(cells).map(([place, state]) => [place, pack(state, 1)]));
}

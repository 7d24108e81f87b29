import { describe, expect, test } from "vitest";
import { type Filter, filterIn, NO_FILTER } from "../../../dashboard/progress/matrix-filter.ts";
import {
  directionOf,
  gridOf,
  orderIn,
  orderText,
  type Shown,
} from "../../../dashboard/progress/matrix-order.ts";
import { SAY } from "../../../worker/kernel/sentences/say.ts";
import type { CellView } from "../../../worker/progress/contract/progress.ts";
import { matrixOf } from "../../../worker/progress/domain/matrix.ts";
import { summarise } from "../../../worker/progress/domain/summary.ts";
import { aBoard, aCell, aMilestone, aPlan } from "../../support/cells.ts";

const today = "2024-06-30";
const reading = { asOf: `${today}T12:00:00.000Z`, today, language: "fi", say: SAY.fi } as const;
const plan = aPlan(
  aMilestone({ number: 1, phase: 1 }),
  aMilestone({ number: 2, phase: 2 }),
  aMilestone({ number: 3, phase: 1 }),
  aMilestone({ number: 4, phase: 2, scope: "project" }),
);
const codes = ["001", "002", "003", "004"];

/** A matrix of four municipalities where these cells are, and nothing is known of the others. */
function gridWith(cells: readonly CellView[], shown: Partial<Shown> = {}, kept: string[] = []) {
  const empty = matrixOf(aBoard(plan), reading);
  const [first] = empty.municipalities;
  if (!first) throw new Error("The plan has municipalities.");
  const rest = [1, 2, 3].flatMap((milestone) =>
    codes.map((municipality) =>
      aCell({ milestone, municipality, declared: "no_data", schedule: "none", confirmedAt: null }),
    ),
  );
  const isGiven = (cell: CellView) =>
    cells.some((one) => one.milestone === cell.milestone && one.municipality === cell.municipality);
  const matrix = {
    ...empty,
    municipalities: codes.map((code) => ({ ...first, code, name: `Kunta ${code}` })),
    cells: [...cells, ...rest.filter((cell) => !isGiven(cell))],
  };
  const summary = summarise(matrix, { date: today, say: SAY.fi });
  const all = { order: orderIn(null), filter: NO_FILTER, folded: new Set<number>(), ...shown };
  return gridOf(matrix, summary, all, new Set(kept));
}

const rowsOf = (...given: Parameters<typeof gridWith>) =>
  gridWith(...given).rows.map(({ code }) => code);
const said = (municipality: string, more: Partial<CellView>) =>
  aCell({ milestone: 2, municipality, ...more });

describe("columns", () => {
  test("stand in their phases, also those that an amendment has added to an earlier one", () => {
    const { milestones, grid } = gridWith([]);
    expect(milestones.map(({ number }) => number)).toEqual([1, 3, 2]);
    expect(grid[0]?.map(({ milestone }) => milestone)).toEqual([1, 3, 2]);
  });

  test("fold by phase: the others are counted on, and the keyboard finds no gap", () => {
    const { columns, milestones, grid, wholeRow } = gridWith([], { folded: new Set([1]) });
    expect(columns.map(({ phase, milestone }) => [phase, milestone?.number])).toEqual([
      [1, undefined],
      [2, 2],
    ]);
    expect(columns.flatMap((column) => (column.milestone ? column.index : []))).toEqual([0]);
    expect(milestones.map(({ number }) => number)).toEqual([2]);
    expect(grid[0]?.map(({ milestone }) => milestone)).toEqual([2]);
    expect(wholeRow("001").map(({ milestone }) => milestone)).toEqual([1, 3, 2]);
  });
});

describe("rows by a milestone", () => {
  const cells = [
    said("001", { declared: "done" }),
    said("002", { declared: "not_applicable" }),
    said("003", { declared: "in_progress" }),
    said("004", { declared: "in_progress", schedule: "late" }),
  ];

  test("begin with what is least far, late first, and leave what is not to be done to the end", () => {
    expect(rowsOf(cells, { order: orderIn("2") })).toEqual(["004", "003", "001", "002"]);
    expect(rowsOf(cells, { order: orderIn("-2") })).toEqual(["001", "003", "004", "002"]);
  });
});

describe("rows by a figure", () => {
  const cells = [
    said("001", { declared: "done", confirmedAt: "2024-05-01T09:00:00.000Z" }),
    said("002", { schedule: "late", confirmedAt: "2024-06-01T09:00:00.000Z" }),
    said("003", { schedule: "late", confirmedAt: "2024-04-01T09:00:00.000Z" }),
    aCell({ milestone: 1, municipality: "003", schedule: "late", confirmedAt: null }),
  ];

  test.each([
    ["percent", ["002", "003", "001", "004"]],
    ["-percent", ["001", "002", "003", "004"]],
    ["late", ["003", "002", "001", "004"]],
    ["freshness", ["004", "003", "001", "002"]],
    ["-freshness", ["002", "001", "003", "004"]],
    ["-name", ["004", "003", "002", "001"]],
    ["nonsense", codes],
  ])("stand by %s", (order, expected) => {
    expect(rowsOf(cells, { order: orderIn(order) })).toEqual(expected);
  });
});

test("an order is what its address says, and the head says which way it runs", () => {
  expect(["percent", "-late", "12", "-12"].map((text) => orderText(orderIn(text)))).toEqual([
    "percent",
    "-late",
    "12",
    "-12",
  ]);
  expect(orderText(orderIn("name"))).toBeNull();
  expect(directionOf(orderIn("late"))).toBe("descending");
  expect(directionOf(orderIn("-late"))).toBe("ascending");
  expect(directionOf(orderIn("percent"))).toBe("ascending");
  expect(directionOf(orderIn("-12"))).toBe("descending");
});

describe("a filter", () => {
  const cells = [
    said("001", { declared: "done", evidence: "submitted" }),
    said("002", { schedule: "late" }),
    aCell({ milestone: 1, municipality: "003", schedule: "late" }),
    aCell({ milestone: 1, municipality: "004", disagreements: ["in_progress_past_due"] }),
  ];
  const rowsBy = (query: Record<string, string>, kept?: string[]) =>
    rowsOf(cells, { filter: filterIn(query) }, kept);

  test("leaves the rows in which something is found", () => {
    expect(rowsBy({ mark: "late" })).toEqual(["002", "003"]);
    expect(rowsBy({ mark: "disagreeing" })).toEqual(["004"]);
    expect(rowsBy({ declared: "done", evidence: "submitted" })).toEqual(["001"]);
    expect(rowsBy({ declared: "done", evidence: "accepted" })).toEqual([]);
    expect(rowsBy({ find: " KUNTA 002 " })).toEqual(["002"]);
    expect(rowsBy({ find: "003" })).toEqual(["003"]);
  });

  test("of a phase leaves its columns, and looks in them alone", () => {
    const filter = filterIn({ mark: "late", phase: "1" });
    expect(rowsOf(cells, { filter })).toEqual(["003"]);
    expect(gridWith(cells, { filter }).milestones.map(({ number }) => number)).toEqual([1, 3]);
  });

  test("finds also in a phase that is folded", () => {
    const shown = { filter: filterIn({ mark: "late" }), folded: new Set([1]) };
    expect(rowsOf(cells, shown)).toEqual(["002", "003"]);
  });

  test("keeps the rows that somebody has in front of them", () => {
    expect(rowsBy({ mark: "late" }, ["001"])).toEqual(["001", "002", "003"]);
  });

  test("of an address that makes no sense is none", () => {
    const nonsense = filterIn({ mark: "sad", declared: "x", evidence: "", phase: "x", find: "" });
    expect(nonsense).toEqual(NO_FILTER satisfies Filter);
  });
});

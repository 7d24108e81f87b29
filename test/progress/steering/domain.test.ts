import { describe, expect, test } from "vitest";
import { partsIn, PARTS } from "../../../dashboard/progress/pack/terms.ts";
import {
  dueNext,
  dueWithin,
  gatesOf,
  gatheredBy,
  metOf,
  movedBy,
  sharedLines,
  targetsOf,
} from "../../../dashboard/progress/steering/figures.ts";
import { targetsOf as linesOf } from "../../../dashboard/progress/timeline/targets.ts";
import { SAY } from "../../../worker/kernel/sentences/say.ts";
import type { AttentionItem } from "../../../worker/progress/contract/attention.ts";
import type { ChangesView } from "../../../worker/progress/contract/changes.ts";
import { type Board, pack } from "../../../worker/progress/domain/board.ts";
import { matrixOf } from "../../../worker/progress/domain/matrix.ts";
import { summarise } from "../../../worker/progress/domain/summary.ts";
import type { PlanMilestone } from "../../../worker/projects/contract/plan.ts";
import { aBoard, aMilestone, aPlan, aTarget, said } from "../../support/cells.ts";

function viewOf(
  milestones: readonly PlanMilestone[],
  today: string,
  cells: Readonly<Record<string, ReturnType<typeof said>>> = {},
) {
  const packed: Board["cells"] = Object.fromEntries(
    Object.entries(cells).map(([key, state]) => [key, pack(state, 1)]),
  );
  const say = SAY.fi;
  const reading = { asOf: `${today}T12:00:00.000Z`, today, language: "fi", say } as const;
  const matrix = matrixOf(aBoard(aPlan(...milestones), { cells: packed }), reading);
  return { matrix, summary: summarise(matrix, { date: today, say }) };
}

describe("gates", () => {
  const plan = [
    aMilestone({ number: 1, phase: 1, dueOn: "2023-06-30" }),
    aMilestone({ number: 2, phase: 2, dueOn: "2024-06-30", scope: "project" }),
  ];

  test("the last day of a phase is still before its gate, and the day after it has passed", () => {
    const whenOn = (day: string) => {
      const { matrix, summary } = viewOf(plan, day);
      return gatesOf(matrix, summary, day).map(({ when, days }) => [when, days]);
    };
    expect(whenOn("2023-12-31")).toEqual([
      ["next", 0],
      ["later", 366],
    ]);
    expect(whenOn("2024-01-01")).toEqual([
      ["passed", -1],
      ["next", 365],
    ]);
    expect(whenOn("2025-01-01").map(([when]) => when)).toEqual(["passed", "passed"]);
  });

  test("what is done, cancelled or not applicable is not open; what nobody spoke of is", () => {
    const { matrix, summary } = viewOf(plan, "2024-07-01", {
      "1/837": said({ declared: "not_applicable" }),
      "2/all": said({ declared: "paused" }),
    });
    const [first, second] = gatesOf(matrix, summary, "2024-07-01");
    expect(first?.open).toMatchObject([{ places: ["Nokia"], late: 1 }]);
    expect(second?.open).toMatchObject([{ places: [""], late: 1 }]);
    expect([first?.openCount, second?.openCount]).toEqual([1, 1]);
  });
});

describe("targets", () => {
  const of = (target: Partial<PlanMilestone>, cells: Parameters<typeof viewOf>[2]) =>
    targetsOf(viewOf([aTarget(target)], "2024-01-01", cells).matrix)[0];

  test("by municipality are counted where their goal is reached, without those it does not concern", () => {
    expect(
      of({ goal: 10 }, { "1/837": said({ value: 10 }), "1/536": said({ value: 9.5 }) }),
    ).toMatchObject({ reached: 1, counted: 2, share: 0.5, unknown: 0, value: null });
    expect(
      of({ goal: 10 }, { "1/837": said({ value: 10 }), "1/536": said({ declared: "cancelled" }) }),
    ).toMatchObject({ reached: 1, counted: 1, share: 1 });
    expect(of({ goal: 10 }, {})).toMatchObject({ reached: 0, counted: 2, unknown: 2 });
  });

  test("of the whole project go from the baseline to the goal, also downwards, and not beyond", () => {
    const whole = (target: Partial<PlanMilestone>, value: number | null) =>
      of({ scope: "project", ...target }, { "1/all": said({ value }) })?.share;
    expect(whole({ baseline: 20, goal: 40 }, 30)).toBe(0.5);
    expect(whole({ baseline: 40, goal: 20 }, 35)).toBe(0.25);
    expect(whole({ baseline: 0, goal: 40 }, 43)).toBe(1);
    expect(whole({ baseline: 10, goal: 40 }, 5)).toBe(0);
    expect(whole({ baseline: null, goal: 0 }, -1)).toBe(0);
    expect(whole({ goal: 40 }, null)).toBeNull();
  });
});

test("targets are met of those that count somewhere: what is cancelled is no target to meet", () => {
  const plan = [
    aTarget({ number: 1, scope: "project", goal: 10 }),
    aTarget({ number: 2, scope: "project", goal: 10 }),
    aTarget({ number: 3, goal: 10 }),
    aTarget({ number: 4, baseline: 40, goal: 10 }),
  ];
  const { matrix } = viewOf(plan, "2024-01-01", {
    "1/all": said({ value: 12 }),
    "2/all": said({ value: 12, declared: "cancelled" }),
    "3/837": said({ value: 10 }),
    "4/837": said({ value: 8 }),
    "4/536": said({ declared: "not_applicable" }),
  });
  const targets = targetsOf(matrix);
  expect(metOf(targets)).toEqual({ met: 2, all: 3 });
  // Each page says the same of each.
  for (const { milestone, reached, counted, unknown } of targets) {
    const same = { reached, counted, unknown };
    expect(linesOf(matrix).find((one) => one.milestone === milestone)).toMatchObject(same);
  }
});

describe("due dates", () => {
  const { matrix } = viewOf(
    [
      aMilestone({ number: 1, dueOn: "2024-03-31", dueOnByMunicipality: { "837": "2024-02-01" } }),
      aMilestone({ number: 2, dueOn: "2024-04-01", scope: "project" }),
      aMilestone({ number: 3, dueOn: "2023-12-31" }),
    ],
    "2024-01-01",
  );
  const told = (due: ReturnType<typeof dueWithin>) =>
    due.map(({ dueOn, milestone, places }) => [dueOn, milestone.number, ...places]);

  test("are those from today to the ninetieth day, the nearest first, each with its places", () => {
    expect(told(dueWithin(matrix, "2024-01-01", 90))).toEqual([
      ["2024-02-01", 1, "Tampere"],
      ["2024-03-31", 1, "Nokia"],
    ]);
    expect(told(dueWithin(matrix, "2024-01-02", 90))).toHaveLength(3);
  });

  test("are the next ones, however far ahead, where none is near", () => {
    expect(told(dueNext(matrix, "2024-03-01"))).toEqual([["2024-03-31", 1, "Nokia"]]);
    expect(dueNext(matrix, "2024-04-02")).toEqual([]);
  });
});

test("moves are told by milestone, and within it by what they come to", () => {
  const move = (milestone: number, kind: ChangesView["items"][number]["kind"], name: string) => ({
    milestone,
    title: `Nimi ${milestone}`,
    municipality: "536",
    name,
    kind,
    before: null,
    after: null,
  });
  const items = [
    move(2, "done", "Nokia"),
    move(1, "late", ""),
    move(2, "late", "Akaa"),
    move(2, "done", "Tampere"),
  ];
  expect(movedBy(items)).toEqual([
    { milestone: 1, title: "Nimi 1", kinds: new Map([["late", [""]]]) },
    {
      milestone: 2,
      title: "Nimi 2",
      kinds: new Map([
        ["done", ["Nokia", "Tampere"]],
        ["late", ["Akaa"]],
      ]),
    },
  ]);
});

describe("what needs a look", () => {
  const row = (more: Partial<AttentionItem>): AttentionItem => ({
    kind: "late",
    milestone: 1,
    title: "Pilotti",
    risk: null,
    deviation: null,
    municipality: "536",
    name: "Nokia",
    why: "Määräpäivä oli",
    days: 5,
    unblock: null,
    ...more,
  });
  const rows = [
    row({}),
    row({ municipality: "837", name: "Tampere", days: 9 }),
    row({ kind: "paused", why: "Sijainen puuttuu" }),
    row({ kind: "paused", why: "Rahoitus", municipality: "837", name: "Tampere" }),
    row({ kind: "risk_high", milestone: null, risk: 1, municipality: "all", name: "" }),
    row({ kind: "risk_high", milestone: null, risk: 2, municipality: "all", name: "" }),
  ];

  test("is gathered by milestone, and what was written of a place stays with it", () => {
    const apart = gatheredBy(rows, "apart");
    expect(apart.get("late")).toMatchObject([{ places: ["Nokia", "Tampere"], daysMax: 9 }]);
    expect(apart.get("paused")?.map(({ why, places }) => [why, ...places])).toEqual([
      ["Sijainen puuttuu", "Nokia"],
      ["Rahoitus", "Tampere"],
    ]);
    expect(apart.get("risk_high")).toMatchObject([
      { number: 1, places: [] },
      { number: 2, places: [] },
    ]);
    expect(gatheredBy(rows, "together").get("paused")).toHaveLength(1);
  });

  test("gets a line for each kind first, then the weightiest more, and never more than there is", () => {
    expect(sharedLines([8, 1, 5], 5)).toEqual([2, 1, 2]);
    expect(sharedLines([1, 1], 10)).toEqual([1, 1]);
    expect(sharedLines([3, 0, 2], 1)).toEqual([1, 0, 0]);
    expect(sharedLines([], 10)).toEqual([]);
  });
});

test("a pack holds what its address names, in the order in which it is bound", () => {
  expect(partsIn(null)).toEqual(PARTS);
  expect(partsIn("dates,overview,nonsense")).toEqual(["overview", "dates"]);
  expect(partsIn("")).toEqual([]);
});

import { describe, expect, test } from "vitest";
import { SAY } from "../../../worker/kernel/sentences/say.ts";
import type { CellView, MatrixView } from "../../../worker/progress/contract/progress.ts";
import { matrixOf } from "../../../worker/progress/domain/matrix.ts";
import { beganOf, nextOf, partOf, relativeOf } from "../../../worker/progress/domain/part.ts";
import { placesOf } from "../../../worker/progress/domain/standing.ts";
import { isCountable } from "../../../worker/progress/terms.ts";
import type { PlanMilestone } from "../../../worker/projects/contract/plan.ts";
import { aBoard, aCell, aMilestone, aPlan, aTarget } from "../../support/cells.ts";

const today = "2024-06-30";
const asOf = "2024-06-30T12:00:00.000Z";
const reading = { asOf, today, language: "fi", say: SAY.fi } as const;

/** A matrix whose cells are these instead of what its board would make of them. */
function aMatrix(milestones: readonly PlanMilestone[], cells: readonly CellView[]): MatrixView {
  return { ...matrixOf(aBoard(aPlan(...milestones)), reading), cells: [...cells] };
}

describe("a municipality over several projects", () => {
  const heavy = aMatrix(
    [aMilestone({ weight: 3 })],
    [
      aCell({ declared: "done", evidence: "accepted" }),
      aCell({ municipality: "536", declared: "no_data" }),
    ],
  );
  const light = aMatrix(
    [aMilestone({ number: 2 })],
    [
      aCell({ milestone: 2, schedule: "late", stale: true }),
      aCell({ milestone: 2, municipality: "536", declared: "done" }),
    ],
  );

  test("has the weight done over the weight counted, not the mean of percentages", () => {
    const { places } = placesOf([heavy, light], reading);
    expect(places.map(({ name, percent }) => [name, percent])).toEqual([
      ["Nokia", 100],
      ["Tampere", 75],
    ]);
    expect(places[1]).toMatchObject({ projects: 2, cells: 2, late: 1, stale: 1, done: 1 });
  });

  test("has as its share of evidence what is shown of what is done", () => {
    const { places, medians } = placesOf([heavy, light], reading);
    expect(places.map(({ evidenceShare }) => evidenceShare)).toEqual([0, 100]);
    expect(medians).toEqual({
      percent: 87.5,
      late: 0.5,
      evidenceShare: 50,
      stale: 0.5,
      municipalities: 2,
    });
  });

  test("does not have the cells of the whole project", () => {
    const whole = aCell({ municipality: "all", schedule: "late" });
    const { places } = placesOf([{ ...light, cells: [whole] }], reading);
    expect(places.map(({ cells, late, percent }) => [cells, late, percent])).toEqual([
      [0, 0, null],
      [0, 0, null],
    ]);
  });
});

describe("the beginning", () => {
  const at = (instants: Record<number, string>) => (cell: CellView) => instants[cell.milestone];

  test("is the first day on which anything was said to have begun, in Helsinki", () => {
    const cells = [aCell({ milestone: 1 }), aCell({ milestone: 2, declared: "done" })];
    const said = at({ 1: "2024-06-10T09:00:00.000Z", 2: "2024-06-08T22:30:00.000Z" });
    expect(beganOf(cells, said, today)).toEqual({ on: "2024-06-09", milestone: 2, days: 21 });
  });

  test("is the day of completion, where that was told later", () => {
    const cells = [aCell({ declared: "done", doneOn: "2024-02-01" })];
    expect(beganOf(cells, at({ 1: "2024-06-10T09:00:00.000Z" }), today)?.on).toBe("2024-02-01");
  });

  test("is not there while nothing has begun, also where it was said and taken back", () => {
    const cells = [aCell({ declared: "not_started" }), aCell({ declared: "no_data" })];
    expect(beganOf(cells, () => "2024-06-10T09:00:00.000Z", today)).toBeNull();
    expect(beganOf([], () => undefined, today)).toBeNull();
  });
});

describe("a value for every thousand inhabitants", () => {
  const values = (own: number | null, other: number | null = 4) => [
    aCell({ value: own }),
    aCell({ municipality: "536", value: other }),
  ];
  const relative = (milestone: PlanMilestone, cells = values(12)) =>
    relativeOf(aMatrix([milestone], cells), "837");

  test("is told of a target that counts people, beside the median", () => {
    expect(relative(aTarget())).toEqual([
      { milestone: 1, value: 12, perThousand: 12, median: 8, municipalities: 2 },
    ]);
  });

  test.each([
    ["a share", aTarget({ unit: "%" }), values(12)],
    ["a unit that is not known", aTarget({ unit: null }), values(12)],
    ["a milestone", aMilestone(), values(12)],
    ["a target of the whole project", aTarget({ scope: "project" }), values(12)],
    ["where nobody has told a value", aTarget(), values(null)],
    ["where a value is no whole number, so that it counts nothing", aTarget(), values(12, 4.5)],
    ["where a value is negative", aTarget(), values(12, -1)],
    ["where it does not apply", aTarget(), [aCell({ value: 12, declared: "not_applicable" })]],
  ])("is not told of %s", (_, milestone, cells) => {
    expect(relative(milestone, cells)).toEqual([]);
  });

  test.each(["nuorta", "käyntiä", "generationer", "palvelupistettä", "appointments", "päiväkotia"])(
    "fits %s",
    (unit) => expect(isCountable(unit)).toBe(true),
  );

  test.each([
    "%",
    "prosenttia",
    "procentandel",
    "per cent",
    "€",
    "käyntiä/vuosi",
    "pistettä",
    "år",
  ])("does not fit %s", (unit) => expect(isCountable(unit)).toBe(false));
});

test("what comes next is open and due from today on, the nearest first, in every project", () => {
  const cells = [
    aCell({ milestone: 1, dueOn: "2024-06-30" }),
    aCell({ milestone: 2, dueOn: "2024-06-29" }),
    aCell({ milestone: 3, dueOn: "2024-08-01", declared: "done" }),
    aCell({ milestone: 4, dueOn: null }),
    aCell({ milestone: 5, dueOn: "2024-07-31" }),
  ];
  const milestones = [1, 2, 3, 4, 5].map((number) => aMilestone({ number, title: `${number}` }));
  const beside = { saidAt: () => undefined, register: { risks: [], deviations: [] } };
  const part = partOf(aMatrix(milestones, cells), "837", { ...reading, ...beside });
  expect(nextOf([part], today).map(({ title, dueOn }) => [title, dueOn])).toEqual([
    ["1", "2024-06-30"],
    ["5", "2024-07-31"],
  ]);
});

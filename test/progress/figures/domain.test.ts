import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SAY } from "../../../worker/kernel/sentences/say.ts";
import type { CellView, Figures, MatrixView } from "../../../worker/progress/contract/progress.ts";
import { figuresOf, summarise } from "../../../worker/progress/domain/summary.ts";
import { DECLARED, DISAGREEMENTS, SCHEDULES } from "../../../worker/progress/terms.ts";
import { aCell } from "../../support/cells.ts";

const reading = { date: "2024-06-30", say: SAY.en };
const even = new Map([
  [1, 1],
  [2, 1],
  [3, 1],
]);
const figures = (cells: readonly CellView[], weights: ReadonlyMap<number, number> = even) =>
  figuresOf(cells, weights, reading);
const statuses = (...declared: readonly CellView["declared"][]) =>
  declared.map((one) => aCell({ declared: one }));

describe("the percentage", () => {
  test.each([
    ["is null of nothing at all", [], null],
    ["is null where nobody has said anything", ["no_data", "no_data"], null],
    ["is null where everything is cancelled", ["cancelled"], null],
    ["is null where nothing applies", ["not_applicable", "no_data"], null],
    ["is zero where something is known and nothing is done", ["not_started"], 0],
    ["is a hundred where all that counts is done", ["done", "cancelled", "no_data"], 100],
    ["leaves no data out of the divisor", ["done", "in_progress", "no_data"], 50],
    ["leaves cancelled out of the divisor", ["done", "paused", "cancelled"], 50],
    ["leaves not applicable out of the divisor", ["done", "not_started", "not_applicable"], 50],
    ["has one decimal", ["done", "in_progress", "in_progress"], 33.3],
  ] as const)("%s", (_, declared, expected) => {
    expect(figures(statuses(...declared)).percent).toBe(expected);
  });

  test("weighs each milestone", () => {
    const cells = [aCell({ milestone: 1, declared: "done" }), aCell({ milestone: 2 })];
    const weights = new Map([
      [1, 3],
      [2, 1],
    ]);
    expect(figures(cells, weights)).toMatchObject({
      percent: 75,
      explanation: { done: 1, counted: 2, doneWeight: 3, countedWeight: 4 },
    });
  });

  test("is null where all that counts weighs nothing", () => {
    expect(figures(statuses("done"), new Map([[1, 0]])).percent).toBeNull();
  });

  test("adds up tenths without dust", () => {
    const tenth = new Map([[1, 0.1]]);
    const { explanation } = figures(statuses("done", "done", "done"), tenth);
    expect(explanation).toMatchObject({ doneWeight: 0.3, countedWeight: 0.3 });
  });

  test("explains what it counted, what it left out and for which day", () => {
    const cells = statuses("done", "paused", "no_data", "no_data", "cancelled", "not_applicable");
    expect(figures(cells).explanation).toEqual({
      formula: SAY.en.percentFormula(),
      date: "2024-06-30",
      done: 1,
      counted: 2,
      doneWeight: 1,
      countedWeight: 2,
      leftOut: { noData: 2, cancelled: 1, notApplicable: 1 },
    });
  });
});

test("late, at risk, stale and disagreeing cells are counted, and the last confirmation shown", () => {
  const cells = [
    aCell({ schedule: "late", disagreements: ["in_progress_past_due"], stale: true }),
    aCell({ schedule: "late", confirmedAt: "2024-06-01T09:00:00.000Z" }),
    aCell({ schedule: "at_risk", confirmedAt: null }),
  ];
  expect(figures(cells)).toMatchObject({
    late: 2,
    atRisk: 1,
    stale: 1,
    disagreeing: 1,
    lastConfirmedAt: "2024-06-01T09:00:00.000Z",
  });
});

test("the last confirmation is the latest, wherever it stands and whoever is silent", () => {
  const latest = "2024-06-01T09:00:00.000Z";
  const cells = [latest, null, "2024-05-01T09:00:00.000Z"].map((confirmedAt) =>
    aCell({ confirmedAt }),
  );
  expect(figures(cells).lastConfirmedAt).toBe(latest);
  expect(figures(cells.toReversed()).lastConfirmedAt).toBe(latest);
});

const cellsAnywhere = fc
  .array(
    fc.record({
      milestone: fc.constantFrom(1, 2, 3),
      municipality: fc.constantFrom("837", "536", "all"),
      declared: fc.constantFrom(...DECLARED),
      schedule: fc.constantFrom(...SCHEDULES),
      stale: fc.boolean(),
      disagreements: fc.subarray([...DISAGREEMENTS]),
    }),
    { maxLength: 40 },
  )
  .map((some) => some.map((one) => aCell(one)));
const weightsAnywhere = fc
  .tuple(fc.nat(1000), fc.nat(1000), fc.nat(1000))
  .map(([a, b, c]) => new Map([a, b, c].map((weight, index) => [index + 1, weight / 10])));

describe("for any cells and weights", () => {
  test("the counts sum to the cells, and with what was left out to the divisor", () => {
    fc.assert(
      fc.property(cellsAnywhere, weightsAnywhere, (cells, weights) => {
        const { counts, explanation } = figures(cells, weights);
        const sum = Object.values(counts).reduce((a, b) => a + b, 0);
        expect(sum).toBe(cells.length);
        const { noData, cancelled, notApplicable } = explanation.leftOut;
        expect(explanation.counted + noData + cancelled + notApplicable).toBe(cells.length);
      }),
    );
  });

  test("the percentage is null or within 0 and 100", () => {
    fc.assert(
      fc.property(cellsAnywhere, weightsAnywhere, (cells, weights) => {
        const { percent, explanation } = figures(cells, weights);
        expect(percent === null).toBe(explanation.countedWeight === 0);
        expect(percent ?? 0).toBeGreaterThanOrEqual(0);
        expect(percent ?? 0).toBeLessThanOrEqual(100);
      }),
    );
  });

  test.each(["no_data", "cancelled", "not_applicable"] as const)(
    "one more cell that is %s never changes the percentage",
    (declared) => {
      fc.assert(
        fc.property(cellsAnywhere, weightsAnywhere, (cells, weights) => {
          const more = [...cells, aCell({ milestone: 2, declared })];
          expect(figures(more, weights).percent).toBe(figures(cells, weights).percent);
        }),
      );
    },
  );

  test("getting one more cell done never lowers the percentage", () => {
    fc.assert(
      fc.property(cellsAnywhere, (cells) => {
        const index = cells.findIndex(({ declared }) => declared === "in_progress");
        const done = cells.map((cell, at) =>
          at === index ? { ...cell, declared: "done" as const } : cell,
        );
        expect(figures(done).percent ?? 0).toBeGreaterThanOrEqual(figures(cells).percent ?? 0);
      }),
    );
  });

  test("the phases sum to the total, and the municipalities with the project-wide to the same", () => {
    fc.assert(
      fc.property(cellsAnywhere, weightsAnywhere, (cells, weights) => {
        const summary = summarise(matrix(cells, weights), reading);
        const wide = figures(
          cells.filter(({ municipality }) => municipality === "all"),
          weights,
        );
        expect(added(summary.phases)).toEqual(added([summary.total]));
        expect(added([...summary.municipalities, wide])).toEqual(added([summary.total]));
      }),
    );
  });

  test("each figure of a summary is the quotient that its own explanation tells of", () => {
    fc.assert(
      fc.property(cellsAnywhere, weightsAnywhere, (cells, weights) => {
        const { total, phases, municipalities } = summarise(matrix(cells, weights), reading);
        for (const { percent, counts, explanation } of [total, ...phases, ...municipalities]) {
          const { doneWeight, countedWeight, done, counted, leftOut, ...told } = explanation;
          const quotient = Math.round((doneWeight / countedWeight) * 1000) / 10;
          expect(percent).toBe(countedWeight === 0 ? null : quotient);
          expect(done).toBe(counts.done);
          expect(counted).toBe(
            counts.done + counts.in_progress + counts.not_started + counts.paused,
          );
          expect(leftOut).toEqual({
            noData: counts.no_data,
            cancelled: counts.cancelled,
            notApplicable: counts.not_applicable,
          });
          expect(told).toEqual({ formula: SAY.en.percentFormula(), date: "2024-06-30" });
        }
      }),
    );
  });
});

/** All that can be added of several figures. */
function added(parts: readonly Figures[]) {
  const sum = (of: (part: Figures) => number) =>
    Math.round(parts.reduce((all, part) => all + of(part), 0) * 1e6) / 1e6;
  return {
    counts: DECLARED.map((status) => sum(({ counts }) => counts[status])),
    late: sum(({ late }) => late),
    atRisk: sum(({ atRisk }) => atRisk),
    stale: sum(({ stale }) => stale),
    disagreeing: sum(({ disagreeing }) => disagreeing),
    done: sum(({ explanation }) => explanation.done),
    counted: sum(({ explanation }) => explanation.counted),
    doneWeight: sum(({ explanation }) => explanation.doneWeight),
    countedWeight: sum(({ explanation }) => explanation.countedWeight),
    leftOut: sum(({ explanation: { leftOut } }) =>
      Object.values(leftOut).reduce((all, one) => all + one, 0),
    ),
  };
}

test("a summary names every municipality and phase, also those of which nothing is known", () => {
  const summary = summarise(matrix([]), reading);
  expect(
    summary.municipalities.map(({ municipality, percent }) => [municipality, percent]),
  ).toEqual([
    ["536", null],
    ["837", null],
  ]);
  expect(summary.phases.map(({ number, percent }) => [number, percent])).toEqual([
    [1, null],
    [2, null],
  ]);
  expect(summary.explanation).toEqual(summary.total.explanation);
});

/** Milestone 1 is in phase 1, the others in phase 2. */
function matrix(
  cells: readonly CellView[],
  weights: ReadonlyMap<number, number> = even,
): MatrixView {
  const place = { population: null, tileColumn: null, tileRow: null };
  const phase = { startsOn: "2023-01-01", endsOn: "2023-12-31" };
  return {
    asOf: "2024-06-30T12:00:00.000Z",
    project: {
      slug: "demo",
      name: "Esimerkki",
      programme: "rrp",
      startsOn: "2023-01-01",
      endsOn: "2024-12-31",
      stage: "developing",
      freshnessDays: 90,
      grantedOn: null,
    },
    phases: [
      { number: 1, name: "Pilotti", ...phase },
      { number: 2, name: "Laajennus", ...phase },
    ],
    milestones: [1, 2, 3].map((number) => ({
      number,
      phase: number === 1 ? 1 : 2,
      kind: "milestone",
      scope: "municipality",
      title: `Välitavoite ${number}`,
      dueOn: null,
      weight: weights.get(number) ?? 0,
      unit: null,
      baseline: null,
      goal: null,
      evidenceKinds: [],
      measure: null,
      predecessors: [],
      amendment: null,
    })),
    municipalities: [
      { code: "536", name: "Nokia", nameFi: "Nokia", nameSv: "Nokia", ...place },
      { code: "837", name: "Tampere", nameFi: "Tampere", nameSv: "Tammerfors", ...place },
    ],
    cells: [...cells],
  };
}

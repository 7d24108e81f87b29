import fc from "fast-check";
import { expect, test } from "vitest";
import { SAY } from "../../../worker/kernel/sentences/say.ts";
import type { CellView } from "../../../worker/progress/contract/progress.ts";
import { cellsOf, pack } from "../../../worker/progress/domain/board.ts";
import { movesBetween } from "../../../worker/progress/domain/changes.ts";
import { matrixOf } from "../../../worker/progress/domain/matrix.ts";
import { DECLARED } from "../../../worker/progress/terms.ts";
import { aBoard, aMilestone, aPlan, said } from "../../support/cells.ts";

type Said = Readonly<Record<string, ReturnType<typeof pack>>>;
const plan = aPlan(aMilestone(), aMilestone({ number: 2, title: "Toinen" }));
const matrix = (cells: Said, today: string, of = plan) =>
  matrixOf(aBoard(of, { cells }), {
    asOf: `${today}T12:00:00.000Z`,
    today,
    language: "fi",
    say: SAY.fi,
  });
const begun = pack(said(), 1);
const done = pack(said({ declared: "done", doneOn: "2024-06-01" }), 2);

test("nothing moves between a moment and itself", () => {
  const one = matrix({ "1/837": begun }, "2024-06-01");
  expect(movesBetween(one, one)).toEqual([]);
});

test("what was said differently has moved, with both sides", () => {
  const moves = movesBetween(
    matrix({ "1/837": begun }, "2024-06-01"),
    matrix({ "1/837": done }, "2024-06-02"),
  );
  expect(moves).toMatchObject([
    {
      milestone: 1,
      title: "Pilotti valittu",
      municipality: "837",
      before: { declared: "in_progress", schedule: "on_time", doneOn: null },
      after: { declared: "done", schedule: "done_on_time", doneOn: "2024-06-01" },
    },
  ]);
});

test("being confirmed is no move", () => {
  const later = pack(said({ confirmedAt: "2024-06-01T09:00:00.000Z" }), 2);
  const moves = movesBetween(
    matrix({ "1/837": begun }, "2024-06-01"),
    matrix({ "1/837": later }, "2024-06-01"),
  );
  expect(moves).toEqual([]);
});

test("time alone makes things late", () => {
  const moves = movesBetween(
    matrix({ "1/837": begun }, "2024-06-30"),
    matrix({ "1/837": begun }, "2024-07-01"),
  );
  expect(moves.map(({ after }) => after?.schedule)).toEqual(["late", "late", "late", "late"]);
  const own = moves.find(
    ({ milestone, municipality }) => `${milestone}/${municipality}` === "1/837",
  );
  expect(own?.before?.schedule).toBe("on_time");
});

test("a cell that is new has moved once somebody has spoken of it, and not before", () => {
  const before = matrix({}, "2024-06-01", aPlan(aMilestone()));
  expect(movesBetween(before, matrix({ "2/837": begun }, "2024-06-01"))).toMatchObject([
    { milestone: 2, municipality: "837", before: null },
  ]);
  expect(movesBetween(null, matrix({ "1/536": begun }, "2024-06-01"))).toMatchObject([
    { milestone: 1, municipality: "536", before: null },
  ]);
});

test("what an amendment takes out of the plan has moved, where somebody had spoken of it", () => {
  const ended = aPlan(
    aMilestone({ state: "cancelled" }),
    aMilestone({ number: 2, title: "Toinen" }),
  );
  const before = matrix({ "1/837": done }, "2024-06-01");
  expect(movesBetween(before, matrix({ "1/837": done }, "2024-06-01", ended))).toMatchObject([
    { milestone: 1, title: "Pilotti valittu", municipality: "837", after: null },
  ]);
});

test("every cell either stays as it was or is among the moves, once", () => {
  const status = fc.constantFrom(...DECLARED);
  fc.assert(
    fc.property(
      fc.array(status, { minLength: 4, maxLength: 4 }),
      fc.array(status, { minLength: 4, maxLength: 4 }),
      (some, others) => {
        const board = (all: readonly CellView["declared"][]) =>
          Object.fromEntries(
            ["1/837", "1/536", "2/837", "2/536"].map((key, index) => [
              key,
              pack(said({ declared: all[index] ?? "no_data" }), 1),
            ]),
          );
        const [then, now] = [
          matrix(board(some), "2024-06-01"),
          matrix(board(others), "2024-06-01"),
        ];
        const moves = movesBetween(then, now);
        const keys = moves.map(({ milestone, municipality }) => `${milestone}/${municipality}`);
        expect(new Set(keys).size).toBe(keys.length);
        const changed = cellsOf(aBoard(plan, { cells: board(others) }), "2024-06-01").filter(
          ({ declared }, index) => then.cells[index]?.declared !== declared,
        );
        expect(moves).toHaveLength(changed.length);
      },
    ),
  );
});

test.each([
  ["done", begun, done],
  ["undone", done, begun],
  ["at_risk", begun, pack(said({ forecastOn: "2024-12-31" }), 2)],
  ["begun", pack(said({ declared: "not_started" }), 1), begun],
  ["status", begun, pack(said({ declared: "paused", reason: "Tauko" }), 2)],
  ["dates", begun, pack(said({ forecastOn: "2024-06-15" }), 2)],
  ["value", begun, pack(said({ value: 3 }), 2)],
] as const)("a move comes to %s", (kind, before, after) => {
  const moves = movesBetween(
    matrix({ "1/837": before }, "2024-06-01"),
    matrix({ "1/837": after }, "2024-06-02"),
  );
  expect(moves.map((move) => move.kind)).toEqual([kind]);
});

test("who is late and then is not has caught up, and what became late turned late", () => {
  const [june, july] = ["2024-06-30", "2024-07-01"].map((day) => matrix({ "1/837": begun }, day));
  if (!june || !july) throw new Error("There are two days.");
  expect(movesBetween(june, july).map(({ kind }) => kind)).toContain("late");
  expect(movesBetween(july, june).map(({ kind }) => kind)).toContain("caught_up");
});

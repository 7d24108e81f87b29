import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SAY } from "../../../worker/kernel/sentences/say.ts";
import {
  type Board,
  cellKey,
  cellsOf,
  pack,
  spotIn,
  viewOf,
} from "../../../worker/progress/domain/board.ts";
import { NOTHING_SAID } from "../../../worker/progress/domain/cell.ts";
import { matrixOf } from "../../../worker/progress/domain/matrix.ts";
import { portfolioItem } from "../../../worker/progress/domain/portfolio.ts";
import { DECLARED } from "../../../worker/progress/terms.ts";
import { aBoard, aMilestone, aPlan, aTarget, said } from "../../support/cells.ts";

const today = "2024-06-30";
const reading = { asOf: `${today}T12:00:00.000Z`, today, language: "fi", say: SAY.fi } as const;
const plan = aPlan(
  aMilestone(),
  aTarget({ number: 2, phase: 2, dueOn: null }),
  aMilestone({ number: 3, phase: 2, scope: "project", dueOn: "2024-07-31", title: "Raportti" }),
);
const empty: Board = aBoard(plan);

describe("a board without cells", () => {
  test("shows no data for every milestone and municipality, and once for the whole project", () => {
    const cells = cellsOf(empty, today);
    expect(cells.map(({ milestone, municipality }) => cellKey(milestone, municipality))).toEqual([
      "1/536",
      "1/837",
      "2/536",
      "2/837",
      "3/all",
    ]);
    for (const cell of cells) {
      expect(cell).toMatchObject({
        declared: "no_data",
        version: 0,
        confirmedAt: null,
        stale: false,
      });
    }
  });

  test("of a plan without milestones has no cells", () => {
    expect(cellsOf(aBoard(aPlan()), today)).toEqual([]);
  });
});

test("a milestone of the whole project has one place, any other one in each municipality", () => {
  expect(spotIn(empty, 3, "all")).not.toBeNull();
  expect(spotIn(empty, 3, "837")).toBeNull();
  expect(spotIn(empty, 1, "837")).not.toBeNull();
  expect(spotIn(empty, 1, "all")).toBeNull();
});

test("what is packed is shown again, whatever it was", () => {
  const day = fc
    .date({ min: new Date("2023-01-01"), max: new Date("2026-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString());
  const states = fc.record({
    declared: fc.constantFrom(...DECLARED),
    value: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
    forecastOn: fc.option(day.map((instant) => instant.slice(0, 10))),
    doneOn: fc.option(day.map((instant) => instant.slice(0, 10))),
    confirmedAt: fc.option(day),
  });
  const [milestone = aMilestone()] = plan.milestones;
  fc.assert(
    fc.property(states, fc.nat(), (state, version) => {
      const packed = pack({ ...NOTHING_SAID, ...state }, version);
      const view = viewOf({ board: empty, milestone, municipality: "837" }, packed, today);
      expect(view).toMatchObject({ ...state, version, milestone: 1, municipality: "837" });
    }),
  );
});

describe("disagreements", () => {
  const on = (
    milestone = aTarget({ dueOn: "2024-06-01" }),
    more: Parameters<typeof said>[0] = {},
  ) =>
    viewOf({ board: empty, milestone, municipality: "837" }, pack(said(more), 1), today)
      .disagreements;
  const later = aTarget({ dueOn: "2024-12-31" });
  const falling = aTarget({ dueOn: "2024-12-31", baseline: 50, goal: 10 });
  const rising = aTarget({ dueOn: "2024-12-31", baseline: 50, goal: 100 });
  const level = aTarget({ dueOn: "2024-12-31", baseline: 100, goal: 100 });

  test.each([
    [
      "in progress past the due day disagrees with the calendar",
      undefined,
      {},
      ["in_progress_past_due"],
    ],
    [
      "not begun past the due day is late, and no disagreement",
      undefined,
      { declared: "not_started" },
      [],
    ],
    [
      "a target met and in progress is not declared",
      later,
      { value: 100 },
      ["target_met_not_declared"],
    ],
    [
      "a target met and not begun is not declared",
      later,
      { value: 101, declared: "not_started" },
      ["target_met_not_declared"],
    ],
    ["a target not quite met is no disagreement", later, { value: 99.9 }, []],
    ["a target met and done is no disagreement", later, { value: 100, declared: "done" }, []],
    [
      "a target that is to fall is met from above",
      falling,
      { value: 10 },
      ["target_met_not_declared"],
    ],
    ["a target that is to fall and has not is not met", falling, { value: 11 }, []],
    [
      "a target that is to rise is met beyond its goal",
      rising,
      { value: 101 },
      ["target_met_not_declared"],
    ],
    ["a target that is to rise and has not is not met", rising, { value: 49 }, []],
    [
      "a target that is to stay where it is is met there and above",
      level,
      { value: 101 },
      ["target_met_not_declared"],
    ],
    ["a target without a value is no disagreement", later, {}, []],
    [
      "both can hold at once",
      undefined,
      { value: 100 },
      ["in_progress_past_due", "target_met_not_declared"],
    ],
  ] as const)("%s", (_, milestone, more, expected) => {
    expect(on(milestone, more)).toEqual(expected);
  });
});

describe("the matrix", () => {
  test("sorts municipalities by their names in the language", () => {
    const names = [
      { code: "001", nameFi: "Ähtäri", nameSv: "Etseri" },
      { code: "002", nameFi: "Akaa", nameSv: "Ackas" },
      { code: "003", nameFi: "Övre", nameSv: "Övre" },
      { code: "004", nameFi: "Åland", nameSv: "Åland" },
      { code: "005", nameFi: "Vårdö", nameSv: "Vårdö" },
    ].map((one) => ({ ...one, population: null, tileColumn: null, tileRow: null }));
    const namesIn = (language: "fi" | "sv") =>
      matrixOf(aBoard({ ...plan, municipalities: names }), {
        ...reading,
        language,
      }).municipalities.map(({ name }) => name);
    expect(namesIn("fi")).toEqual(["Akaa", "Vårdö", "Åland", "Ähtäri", "Övre"]);
    expect(namesIn("sv")).toEqual(["Ackas", "Etseri", "Vårdö", "Åland", "Övre"]);
  });

  test("keeps visibility and versions of the plan to itself", () => {
    const matrix = matrixOf(empty, reading);
    expect(matrix.project).not.toHaveProperty("visibility");
    expect(matrix.milestones[0]).not.toHaveProperty("version");
  });
});

describe("a line of the portfolio", () => {
  test("names the open milestone that falls due next, today included", () => {
    expect(portfolioItem(empty, reading).nextDue).toEqual({
      milestone: 1,
      title: "Pilotti valittu",
      dueOn: "2024-06-30",
    });
  });

  test("names the first by number of those that fall due on the same day", () => {
    const twins = aPlan(aMilestone({ title: "Ensin" }), aMilestone({ number: 2, title: "Sitten" }));
    expect(portfolioItem(aBoard(twins), reading).nextDue).toMatchObject({
      milestone: 1,
    });
  });

  test("passes over what is done everywhere", () => {
    const done = pack(said({ declared: "done", doneOn: today }), 1);
    const board = aBoard(plan, { cells: { "1/536": done, "1/837": done } });
    expect(portfolioItem(board, reading).nextDue).toMatchObject({
      milestone: 3,
      title: "Raportti",
    });
  });

  test("names none when nothing open is due any more", () => {
    const late = { ...reading, today: "2030-01-01", asOf: "2030-01-01T12:00:00.000Z" };
    expect(portfolioItem(empty, late).nextDue).toBeNull();
  });

  test("counts municipalities and milestones", () => {
    expect(portfolioItem(empty, reading)).toMatchObject({ municipalities: 2, milestones: 3 });
  });
});

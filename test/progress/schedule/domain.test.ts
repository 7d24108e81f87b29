import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isStale, scheduleOf } from "../../../worker/progress/domain/schedule.ts";
import { DECLARED, SCHEDULES } from "../../../worker/progress/terms.ts";

const due = "2024-06-30";
const before = "2024-06-29";
const after = "2024-07-01";
type Cell = Parameters<typeof scheduleOf>[0];
const cell = (declared: Cell["declared"], more: Partial<Cell> = {}): Cell => ({
  declared,
  forecastOn: null,
  doneOn: null,
  ...more,
});

describe("the schedule of a cell", () => {
  test.each([
    ["before it is due and nobody has spoken is upcoming", cell("no_data"), before, "upcoming"],
    ["before it is due and not begun is upcoming", cell("not_started"), before, "upcoming"],
    ["before it is due and begun is on time", cell("in_progress"), before, "on_time"],
    ["before it is due and paused is on time", cell("paused"), before, "on_time"],
    ["on the due day itself is kept: begun", cell("in_progress"), due, "on_time"],
    ["on the due day itself is kept: not begun", cell("not_started"), due, "upcoming"],
    ["on the due day itself is kept: no data", cell("no_data"), due, "upcoming"],
    ["the day after is late: begun", cell("in_progress"), after, "late"],
    ["the day after is late: not begun", cell("not_started"), after, "late"],
    ["the day after is late: paused", cell("paused"), after, "late"],
    ["the day after is late: no data", cell("no_data"), after, "late"],
    [
      "with a forecast past the due day is at risk",
      cell("in_progress", { forecastOn: after }),
      before,
      "at_risk",
    ],
    [
      "not begun with such a forecast is at risk too",
      cell("not_started", { forecastOn: after }),
      before,
      "at_risk",
    ],
    [
      "with a forecast on the due day is on time",
      cell("in_progress", { forecastOn: due }),
      before,
      "on_time",
    ],
    [
      "with a forecast is late all the same once past due",
      cell("in_progress", { forecastOn: "2024-08-01" }),
      after,
      "late",
    ],
    ["done on the due day is on time", cell("done", { doneOn: due }), "2025-01-01", "done_on_time"],
    ["done the day after is late", cell("done", { doneOn: after }), after, "done_late"],
    [
      "done before stays on time for ever",
      cell("done", { doneOn: before }),
      "2099-01-01",
      "done_on_time",
    ],
    ["done without a day counts from today", cell("done"), after, "done_late"],
    ["cancelled has none", cell("cancelled"), after, "none"],
    ["not applicable has none", cell("not_applicable"), after, "none"],
  ] as const)("%s", (_, value, today, expected) => {
    expect(scheduleOf(value, due, today)).toBe(expected);
  });

  test.each(DECLARED)("%s without a due date has none", (declared) => {
    expect(scheduleOf(cell(declared, { forecastOn: after, doneOn: after }), null, after)).toBe(
      "none",
    );
  });

  const day = fc
    .date({ min: new Date("2023-01-01"), max: new Date("2026-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const cells = fc.record({
    declared: fc.constantFrom(...DECLARED),
    forecastOn: fc.option(day),
    doneOn: fc.option(day),
  });

  test("is late exactly when something open is past due", () => {
    fc.assert(
      fc.property(cells, day, day, (value, dueOn, today) => {
        const open = !["done", "cancelled", "not_applicable"].includes(value.declared);
        expect(scheduleOf(value, dueOn, today) === "late").toBe(open && today > dueOn);
      }),
    );
  });

  test("of something done never depends on today once the day is known", () => {
    fc.assert(
      fc.property(day, day, day, day, (doneOn, dueOn, today, later) => {
        const value = cell("done", { doneOn });
        expect(scheduleOf(value, dueOn, today)).toBe(scheduleOf(value, dueOn, later));
      }),
    );
  });

  test("is always one of the contract's words", () => {
    fc.assert(
      fc.property(cells, fc.option(day), day, (value, dueOn, today) => {
        expect(SCHEDULES).toContain(scheduleOf(value, dueOn, today));
      }),
    );
  });
});

describe("staleness", () => {
  const confirmed = (declared: Cell["declared"]) => ({ declared, confirmedOn: "2024-01-01" });

  test.each([
    ["is not yet on the last day that the project allows", "2024-03-31", false],
    ["begins the day after", "2024-04-01", true],
    ["is not on the day of confirming", "2024-01-01", false],
  ])("%s", (_, today, expected) => {
    expect(isStale(confirmed("in_progress"), 90, today)).toBe(expected);
  });

  test.each([
    ["no_data", true],
    ["not_started", true],
    ["in_progress", true],
    ["paused", true],
    ["done", false],
    ["cancelled", false],
    ["not_applicable", false],
  ] as const)("touches what is confirmed long ago and %s: %s", (declared, expected) => {
    expect(isStale(confirmed(declared), 90, "2025-01-01")).toBe(expected);
  });

  test("does not touch a cell that nobody ever confirmed", () => {
    expect(isStale({ declared: "no_data", confirmedOn: null }, 1, "2099-01-01")).toBe(false);
  });

  test("counts calendar days over the change to summer time", () => {
    const cellOf = { declared: "paused", confirmedOn: "2024-03-30" } as const;
    expect(isStale(cellOf, 2, "2024-04-01")).toBe(false);
    expect(isStale(cellOf, 1, "2024-04-01")).toBe(true);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CellChange, CellState } from "../../../worker/progress/contract/progress.ts";
import { confirm, declare, dueOf, NOTHING_SAID } from "../../../worker/progress/domain/cell.ts";
import { DECLARABLE, needsReason } from "../../../worker/progress/terms.ts";
import { aMilestone, aTarget, said } from "../../support/cells.ts";

const now = "2024-06-30T12:00:00.000Z";
const setting = {
  milestone: aMilestone(),
  project: { startsOn: "2023-01-01" },
  today: "2024-06-30",
  now,
  suggestion: null,
};
const onTarget = { ...setting, milestone: aTarget() };
const pathsOf = (before: CellState, change: CellChange, where = setting) =>
  declare(before, change, where).problems.map(({ path }) => path);

describe("declaring", () => {
  test("the first status of a cell confirms it", () => {
    expect(declare(NOTHING_SAID, { declared: "in_progress" }, setting)).toEqual({
      after: { ...NOTHING_SAID, declared: "in_progress", confirmedAt: now },
      kind: "progress.declared",
      problems: [],
    });
  });

  test.each(DECLARABLE)("%s can follow any status", (declared) => {
    for (const from of ["no_data", ...DECLARABLE] as const) {
      const reason = needsReason(declared) ? { reason: "Resurssit puuttuvat" } : {};
      const outcome = declare(said({ declared: from }), { declared, ...reason }, setting);
      expect(outcome.problems).toEqual([]);
      expect(outcome.after.declared).toBe(declared);
    }
  });

  test("what is left out stays as it was", () => {
    const before = said({
      forecastOn: "2024-09-01",
      note: "Sovittu",
      value: 5,
    });
    const { after } = declare(before, { note: "Soitettu" }, onTarget);
    expect(after).toEqual({ ...before, note: "Soitettu", confirmedAt: now });
  });

  test("null and empty text both empty a field", () => {
    const before = said({ note: "Sovittu", forecastOn: "2024-09-01", reason: "Odotus" });
    const { after } = declare(before, { note: "", reason: "", forecastOn: null }, setting);
    expect(after).toMatchObject({ note: null, reason: null, forecastOn: null });
  });

  test("saying what is known already is a confirmation", () => {
    const before = said({ forecastOn: "2024-09-01" });
    const outcome = declare(before, { declared: "in_progress", forecastOn: "2024-09-01" }, setting);
    expect(outcome).toMatchObject({ kind: "progress.confirmed", after: { confirmedAt: now } });
  });

  test("saying one thing more is not only a confirmation", () => {
    expect(declare(said(), { note: "Uutta" }, setting).kind).toBe("progress.declared");
  });

  test("done without a day is done today", () => {
    expect(declare(said(), { declared: "done" }, setting).after.doneOn).toBe("2024-06-30");
  });

  test("done keeps its day when it is said again", () => {
    const before = said({ declared: "done", doneOn: "2024-05-01" });
    expect(declare(before, { declared: "done" }, setting).after.doneOn).toBe("2024-05-01");
    expect(declare(before, { doneOn: null }, setting).after.doneOn).toBe("2024-05-01");
    expect(declare(before, { doneOn: "2024-04-30" }, setting).after.doneOn).toBe("2024-04-30");
  });

  test("a reason, an unblocking condition and a day end with their status", () => {
    const paused = said({ declared: "paused", reason: "Sairausloma", unblock: "Sijainen" });
    expect(declare(paused, { declared: "in_progress" }, setting).after).toMatchObject({
      reason: null,
      unblock: null,
    });
    const done = said({ declared: "done", doneOn: "2024-05-01" });
    expect(declare(done, { declared: "in_progress" }, setting).after.doneOn).toBeNull();
  });

  test.each(["done", "cancelled", "not_applicable"] as const)(
    "a forecast ends with %s",
    (declared) => {
      const before = said({ forecastOn: "2024-09-01" });
      expect(declare(before, { declared, reason: "Syy" }, setting).after.forecastOn).toBeNull();
    },
  );

  test("a forecast outlives a pause", () => {
    const before = said({ forecastOn: "2024-09-01" });
    const { after } = declare(before, { declared: "paused", reason: "Tauko" }, setting);
    expect(after.forecastOn).toBe("2024-09-01");
  });
});

describe("a declaration is refused", () => {
  test.each([
    ["when it says nothing", said(), {}, [""]],
    ["when nobody has given a status yet", NOTHING_SAID, { note: "Hei" }, ["declared"]],
    ["when a pause has no reason", said(), { declared: "paused" }, ["reason"]],
    ["when a cancellation has no reason", said(), { declared: "cancelled" }, ["reason"]],
    ["when not applicable has no reason", said(), { declared: "not_applicable" }, ["reason"]],
    ["when the reason is empty", said(), { declared: "paused", reason: "" }, ["reason"]],
    [
      "when the reason of a pause is taken away",
      said({ declared: "paused", reason: "Syy" }),
      { reason: null },
      ["reason"],
    ],
    [
      "when an old reason would serve a new status",
      said({ declared: "paused", reason: "Syy" }),
      { declared: "cancelled" },
      ["reason"],
    ],
    ["when it unblocks what is not paused", said(), { unblock: "Raha" }, ["unblock"]],
    ["when it is done on a day and not done", said(), { doneOn: "2024-05-01" }, ["doneOn"]],
    ["when it is done tomorrow", said(), { declared: "done", doneOn: "2024-07-01" }, ["doneOn"]],
    [
      "when it is done before the project",
      said(),
      { declared: "done", doneOn: "2022-12-31" },
      ["doneOn"],
    ],
    [
      "when a forecast is given for what is done",
      said(),
      { declared: "done", forecastOn: "2024-09-01" },
      ["forecastOn"],
    ],
    ["when a forecast is before the project", said(), { forecastOn: "2022-12-31" }, ["forecastOn"]],
    ["when a milestone is given a value", said(), { value: 0 }, ["value"]],
  ] as const)("%s", (_, before, change, paths) => {
    expect(pathsOf(before, change)).toEqual(paths);
  });

  test("with every problem at once", () => {
    const change = {
      declared: "paused",
      value: 3,
      doneOn: "2099-01-01",
      forecastOn: "2000-01-01",
    } as const;
    expect(pathsOf(said(), change)).toEqual(["reason", "value", "doneOn", "doneOn", "forecastOn"]);
  });

  test.each([
    ["done today", said(), { declared: "done", doneOn: "2024-06-30" }],
    ["done on the first day of the project", said(), { declared: "done", doneOn: "2023-01-01" }],
    [
      "a reason that is there already",
      said({ declared: "paused", reason: "Syy" }),
      { note: "Hei" },
    ],
    ["a reason where none is needed", said(), { reason: "Aikataulu muuttui" }],
    ["a forecast in the past of today", said(), { forecastOn: "2024-01-01" }],
    ["a forecast of the first day of the project", said(), { forecastOn: "2023-01-01" }],
    ["a value emptied on a milestone", said(), { value: null }],
  ] as const)("but not %s", (_, before, change) => {
    expect(pathsOf(before, change)).toEqual([]);
  });

  test("but not the value of a target, nor zero", () => {
    expect(pathsOf(said(), { value: 0 }, onTarget)).toEqual([]);
    expect(declare(said(), { value: 0 }, onTarget).after.value).toBe(0);
  });
});

describe("confirming", () => {
  test("keeps every value and refreshes the moment", () => {
    const before = said({ note: "Sovittu", value: 4 });
    expect(confirm(before, now)).toEqual({ ...before, confirmedAt: now });
  });

  test("is impossible where nothing was ever said", () => {
    expect(confirm(NOTHING_SAID, now)).toBeNull();
  });
});

describe("the due date", () => {
  const milestone = aMilestone({ dueOnByMunicipality: { "536": "2024-09-30" } });

  test("is the municipality's own where it has one, and the milestone's elsewhere", () => {
    expect(dueOf(milestone, "536")).toBe("2024-09-30");
    expect(dueOf(milestone, "837")).toBe("2024-06-30");
  });
});

test("any sequence of accepted declarations leaves a cell that holds together", () => {
  const day = fc.constantFrom("2022-01-01", "2023-06-01", "2024-06-30", "2024-12-01");
  const words = fc.option(fc.constantFrom("", "Syy"));
  const changes = fc.record(
    {
      declared: fc.constantFrom(...DECLARABLE),
      value: fc.option(fc.integer()),
      forecastOn: fc.option(day),
      doneOn: fc.option(day),
      reason: words,
      unblock: words,
      note: words,
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.array(changes, { minLength: 1, maxLength: 12 }), (sequence) => {
      const state = sequence.reduce<CellState>((before, change) => {
        const { after, problems } = declare(before, change, onTarget);
        return problems.length === 0 ? after : before;
      }, NOTHING_SAID);
      expect(state.confirmedAt).toBe(state.declared === "no_data" ? null : now);
      if (needsReason(state.declared)) expect(state.reason).toBe("Syy");
      if (state.declared !== "paused") expect(state.unblock).toBeNull();
      expect(state.doneOn !== null).toBe(state.declared === "done");
      if (state.forecastOn)
        expect(["not_started", "in_progress", "paused"]).toContain(state.declared);
    }),
  );
});

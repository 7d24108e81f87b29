import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evidenceByCell } from "../../../worker/evidence/domain.ts";
import { EVIDENCE_STATES } from "../../../worker/evidence/terms.ts";
import {
  cellsOf,
  pack,
  reportedDates,
  suggestionOf,
} from "../../../worker/progress/domain/board.ts";
import { declare, NOTHING_SAID } from "../../../worker/progress/domain/cell.ts";
import { evidenceOf } from "../../../worker/progress/domain/evidence.ts";
import { EVIDENCE_KINDS } from "../../../worker/projects/terms.ts";
import { aBoard, aMilestone, aPlan, aTarget, said } from "../../support/cells.ts";

const today = "2024-06-30";
const done = (version = 1) => pack(said({ declared: "done", doneOn: "2024-06-01" }), version);

describe("what evidence makes of a cell", () => {
  test.each([
    ["nothing was shown", [], [], "none"],
    ["nothing was shown of what is asked for", [], ["file"], "none"],
    ["all was rejected", ["file:rejected", "link:rejected"], [], "rejected"],
    ["any will do, and waits", ["link:submitted"], [], "submitted"],
    ["any will do, and one is accepted", ["file:submitted", "link:accepted"], [], "accepted"],
    ["a kind that is asked for is missing", ["link:accepted"], ["file", "link"], "partial"],
    [
      "a kind that is asked for was rejected only",
      ["file:rejected", "link:accepted"],
      ["file", "link"],
      "partial",
    ],
    [
      "all kinds are there, one waits",
      ["file:submitted", "link:accepted"],
      ["file", "link"],
      "submitted",
    ],
    ["all kinds are accepted", ["file:accepted", "link:accepted"], ["file", "link"], "accepted"],
    ["another kind is accepted than is asked for", ["link:accepted"], ["file"], "partial"],
  ] as const)("when %s", (_, items, asked, expected) => {
    expect(evidenceOf(items, asked)).toBe(expected);
  });
});

describe("the evidence that a board keeps", () => {
  const item = {
    milestone: 1,
    municipalities: ["837"],
    kind: "file",
    state: "submitted",
  } satisfies Parameters<typeof evidenceByCell>[0][number];

  test("is the best state of each kind, for each cell that an item is about", () => {
    expect(
      evidenceByCell([
        { ...item, municipalities: ["837", "536"] },
        { ...item, state: "accepted" },
        { ...item, kind: "link", state: "rejected" },
        { ...item, kind: "decision", state: "withdrawn" },
      ]),
    ).toEqual({ "1/837": ["file:accepted", "link:rejected"], "1/536": ["file:submitted"] });
  });

  test("does not depend on the order of the items", () => {
    const items = fc.array(
      fc.record({
        milestone: fc.constantFrom(1, 2),
        municipalities: fc.uniqueArray(fc.constantFrom("837", "536"), { minLength: 1 }),
        kind: fc.constantFrom(...EVIDENCE_KINDS),
        state: fc.constantFrom(...EVIDENCE_STATES),
      }),
    );
    fc.assert(
      fc.property(items, (all) => {
        expect(evidenceByCell(all.toReversed())).toEqual(evidenceByCell(all));
      }),
    );
  });
});

describe("done without evidence", () => {
  const seen = (asked: readonly ("file" | "link")[], marks: readonly string[]) =>
    cellsOf(
      aBoard(aPlan(aMilestone({ evidenceKinds: [...asked] })), {
        cells: { "1/837": done() },
        evidence: { "1/837": marks },
      }),
      today,
    ).find(({ municipality }) => municipality === "837")?.disagreements;

  test("is a disagreement where the milestone asks for evidence", () => {
    expect(seen(["file"], [])).toEqual(["done_without_evidence"]);
    expect(seen(["file"], ["file:rejected"])).toEqual(["done_without_evidence"]);
    expect(seen(["file", "link"], ["file:accepted"])).toEqual(["done_without_evidence"]);
  });

  test("is none where it asks for nothing, or has what it asks for", () => {
    expect(seen([], [])).toEqual([]);
    expect(seen(["file"], ["file:submitted"])).toEqual([]);
  });
});

describe("the suggestion for a target", () => {
  const counting = aTarget({
    number: 2,
    scope: "project",
    measure: { kind: "municipalities_done", milestone: 1 },
  });
  const plan = aPlan(aMilestone(), counting);

  test("is how many municipalities have the milestone done", () => {
    expect(suggestionOf(aBoard(plan), counting)).toBe(0);
    const cells = { "1/837": done(), "1/536": pack(said(), 1) };
    expect(suggestionOf(aBoard(plan, { cells }), counting)).toBe(1);
  });

  test("is none where nothing is measured, or the milestone is not there", () => {
    expect(suggestionOf(aBoard(plan), aTarget())).toBeNull();
    expect(suggestionOf(aBoard(aPlan(counting)), counting)).toBeNull();
  });

  test("can be differed from with a reason only", () => {
    const setting = {
      milestone: counting,
      project: { startsOn: "2023-01-01" },
      today,
      now: `${today}T12:00:00.000Z`,
      suggestion: 1,
    };
    const change = { declared: "in_progress", value: 2 } as const;
    const paths = (more: object) =>
      declare(NOTHING_SAID, { ...change, ...more }, setting).problems.map(({ path }) => path);
    expect(paths({})).toEqual(["reason"]);
    expect(paths({ reason: "Kaksi kuntaa toimii yhdessä" })).toEqual([]);
    expect(paths({ value: 1 })).toEqual([]);
    expect(paths({ value: null })).toEqual([]);
  });

  test("asks for a reason of its own whenever what differs is said anew", () => {
    const setting = {
      milestone: counting,
      project: { startsOn: "2023-01-01" },
      today,
      now: `${today}T12:00:00.000Z`,
      suggestion: 1,
    };
    const explained = said({ value: 2, reason: "Kaksi kuntaa toimii yhdessä" });
    const paths = (before: typeof explained, change: object) =>
      declare(before, change, setting).problems.map(({ path }) => path);
    expect(paths(explained, { declared: "done" })).toEqual(["reason"]);
    expect(paths(explained, { value: 3 })).toEqual(["reason"]);
    expect(paths(explained, { value: 3, reason: "Kolmas tuli mukaan" })).toEqual([]);
    expect(paths(explained, { note: "Soitettu" })).toEqual([]);
  });

  test("is listed as a disagreement while the declared value differs", () => {
    const disagreements = (value: number) =>
      cellsOf(aBoard(plan, { cells: { "2/all": pack(said({ value }), 1) } }), today).find(
        ({ milestone }) => milestone === 2,
      )?.disagreements;
    expect(disagreements(2)).toContain("value_differs");
    expect(disagreements(0)).not.toContain("value_differs");
  });
});

describe("the four dates of a cell", () => {
  const amended = aMilestone({
    dueOn: "2024-09-30",
    dueOnByMunicipality: { "536": "2024-10-31" },
    granted: { dueOn: "2024-06-30", dueOnByMunicipality: { "536": "2024-07-31" }, goal: null },
  });

  test("keep what was granted beside what it was amended to, and what was reported", () => {
    const board = aBoard(aPlan(amended), {
      reported: { number: 1, at: "2024-05-31T12:00:00.000Z", dates: { "1/837": "2024-08-31" } },
    });
    expect(cellsOf(board, today)).toMatchObject([
      { municipality: "536", grantedDueOn: "2024-07-31", dueOn: "2024-10-31", reportedOn: null },
      {
        municipality: "837",
        grantedDueOn: "2024-06-30",
        dueOn: "2024-09-30",
        reportedOn: "2024-08-31",
      },
    ]);
  });

  test("are reported as done, else as forecast, else as due", () => {
    const cells = { "1/536": done(), "1/837": pack(said({ forecastOn: "2024-12-01" }), 1) };
    expect(reportedDates(aPlan(amended), cells)).toEqual({
      "1/536": "2024-06-01",
      "1/837": "2024-12-01",
    });
    expect(reportedDates(aPlan(amended, aMilestone({ number: 2, dueOn: null })), {})).toEqual({
      "1/536": "2024-10-31",
      "1/837": "2024-09-30",
    });
  });
});

test("a milestone that an amendment ended leaves the views", () => {
  const ended = aMilestone({ number: 2, state: "superseded", successors: [1] });
  const cells = cellsOf(aBoard(aPlan(aMilestone(), ended)), today);
  expect(cells.map(({ milestone }) => milestone)).toEqual([1, 1]);
  expect(reportedDates(aPlan(ended), {})).toEqual({});
});

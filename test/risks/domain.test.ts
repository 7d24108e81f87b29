import { describe, expect, test } from "vitest";
import { Refusal } from "../../worker/kernel/refusal.ts";
import type { DeviationState, RiskState } from "../../worker/risks/contract.ts";
import {
  changeDeviation,
  changeRisk,
  planDeviation,
  planRisk,
  viewRisk,
} from "../../worker/risks/domain.ts";
import { bandOf, LEVELS } from "../../worker/risks/terms.ts";
import { aMilestone, aPlan } from "../support/cells.ts";
import { aDeviation, aRisk } from "../support/risks.ts";

const plan = aPlan(aMilestone(), aMilestone({ number: 2, scope: "project" }));
const setting = { plan, today: "2024-06-30", risks: 1 };
const begun = { number: 1, createdAt: "2024-01-01T09:00:00.000Z" };
const risk: RiskState = {
  ...aRisk(),
  ...begun,
  reviewedOn: "2024-01-01",
  state: "open",
  closedBecause: null,
};
const deviation: DeviationState = {
  ...aDeviation(),
  ...begun,
  resolvedOn: null,
  state: "open",
};

/** The paths of everything that a decision refuses; none where it goes through. */
function refused(decide: () => unknown): string[] {
  try {
    decide();
  } catch (error) {
    if (error instanceof Refusal) return error.problems.map(({ path }) => path);
    throw error;
  }
  return [];
}

const view = (state: RiskState, today = "2024-06-30") =>
  viewRisk(state, { version: 1, changedAt: begun.createdAt }, today);

describe("a risk", () => {
  test("is open and reviewed on the day it is added, where nothing else is said", () => {
    const {
      reviewedOn: _r,
      state: _s,
      closedBecause: _c,
      number: _n,
      createdAt: _a,
      ...input
    } = risk;
    expect(planRisk(input, begun, setting)).toEqual({ ...risk, reviewedOn: "2024-06-30" });
    const told = planRisk({ ...input, reviewedOn: "2024-02-29" }, begun, setting);
    expect(told.reviewedOn).toBe("2024-02-29");
  });

  test("has the level of its likelihood times its significance", () => {
    for (const likelihood of LEVELS) {
      for (const significance of LEVELS) {
        expect(view({ ...risk, likelihood, significance }).level).toBe(likelihood * significance);
      }
    }
  });

  test("is low, moderate or high by its level", () => {
    expect([1, 5, 6, 14, 15, 25].map(bandOf)).toEqual([
      "low",
      "low",
      "moderate",
      "moderate",
      "high",
      "high",
    ]);
  });

  test("is to be reviewed within twelve months, and overdue from the day after", () => {
    const reviewed = { ...risk, reviewedOn: "2024-02-29" };
    expect(view(reviewed).reviewDueOn).toBe("2025-02-28");
    expect(view(reviewed, "2025-02-28").reviewOverdue).toBe(false);
    expect(view(reviewed, "2025-03-01").reviewOverdue).toBe(true);
    const closed = { ...reviewed, state: "closed", closedBecause: "Ohi" } as const;
    expect(view(closed, "2030-01-01").reviewOverdue).toBe(false);
  });

  test("is closed with a reason, which is forgotten when it is opened again", () => {
    expect(refused(() => changeRisk(risk, { state: "closed" }, setting))).toEqual([
      "closedBecause",
    ]);
    const closing = { state: "closed", closedBecause: "Ei enää ajankohtainen" } as const;
    const closed = changeRisk(risk, closing, setting);
    expect(closed).toEqual({ after: { ...risk, ...closing }, kind: "risk.closed" });
    const opened = changeRisk(closed.after, { state: "open" }, setting);
    expect(opened).toEqual({ after: risk, kind: "risk.changed" });
  });

  test("says why it was closed only as long as it is, also when that is corrected", () => {
    expect(refused(() => changeRisk(risk, { closedBecause: "Ohi" }, setting))).toEqual([
      "closedBecause",
    ]);
    const closed = { ...risk, state: "closed", closedBecause: "Ohi" } as const;
    const { after, kind } = changeRisk(closed, { closedBecause: "Rahoitus päättyi" }, setting);
    expect([after.closedBecause, kind]).toEqual(["Rahoitus päättyi", "risk.changed"]);
    expect(refused(() => changeRisk(closed, { closedBecause: null }, setting))).toEqual([
      "closedBecause",
    ]);
  });

  test("tells of every problem at once", () => {
    const links = [
      { milestone: 1, municipality: "999" },
      { milestone: 9, municipality: "837" },
      { milestone: 1, municipality: "all" },
      { milestone: 2, municipality: "837" },
      { milestone: 2, municipality: "all" },
      { milestone: 2, municipality: "all" },
    ];
    const change = { links, reviewedOn: "2024-07-01", state: "closed" } as const;
    expect(refused(() => changeRisk(risk, { ...change, links }, setting))).toEqual([
      "reviewedOn",
      "closedBecause",
      "links.0",
      "links.1",
      "links.2",
      "links.3",
      "links.5",
    ]);
    expect(refused(() => changeRisk(risk, {}, setting))).toEqual([""]);
  });
});

describe("a deviation", () => {
  test("is open until a day is told on which it was resolved, and open again without", () => {
    const { resolvedOn: _r, state: _s, number: _n, createdAt: _a, ...input } = deviation;
    expect(planDeviation(input, begun, setting)).toEqual(deviation);
    const resolved = changeDeviation(deviation, { resolvedOn: "2024-06-30" }, setting);
    expect(resolved).toMatchObject({
      after: { state: "resolved", resolvedOn: "2024-06-30" },
      kind: "deviation.resolved",
    });
    const opened = changeDeviation(resolved.after, { resolvedOn: null }, setting);
    expect(opened).toEqual({ after: deviation, kind: "deviation.changed" });
  });

  test("is resolved by something that was done, on a day that can be", () => {
    const asked = (change: Parameters<typeof changeDeviation>[1]) =>
      refused(() => changeDeviation(deviation, change, setting));
    expect(asked({ resolvedOn: "2024-06-30", correctiveAction: "" })).toEqual(["correctiveAction"]);
    expect(asked({ resolvedOn: "2024-07-01" })).toEqual(["resolvedOn"]);
    expect(asked({ resolvedOn: "2023-06-29" })).toEqual(["resolvedOn"]);
    expect(asked({ noticedOn: "2024-07-01" })).toEqual(["noticedOn"]);
    expect(asked({ risk: 2 })).toEqual(["risk"]);
    expect(asked({ risk: 1 })).toEqual([]);
    expect(asked({})).toEqual([""]);
    expect(asked({ correctiveAction: "" })).toEqual([]);
  });
});

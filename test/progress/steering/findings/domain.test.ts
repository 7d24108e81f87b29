import { beforeAll, describe, expect, test, vi } from "vitest";
import { gatesOf } from "../../../../dashboard/progress/steering/figures.ts";
import { findingOf, leftBefore } from "../../../../dashboard/progress/steering/finding.ts";
import { ready } from "../../../../dashboard/progress/steering/words.ts";
import { language } from "../../../../dashboard/shared/i18n.ts";
import { SAY } from "../../../../worker/kernel/sentences/say.ts";
import type { CellState } from "../../../../worker/progress/contract/progress.ts";
import { pack } from "../../../../worker/progress/domain/board.ts";
import { matrixOf } from "../../../../worker/progress/domain/matrix.ts";
import { summarise } from "../../../../worker/progress/domain/summary.ts";
import type { PlanMilestone } from "../../../../worker/projects/contract/plan.ts";
import { aBoard, aMilestone, aPlan, said } from "../../../support/cells.ts";

const day = "2024-07-30";

function standingOf(
  milestones: readonly PlanMilestone[],
  declared: Readonly<Record<string, CellState["declared"]>> = {},
) {
  const cells = Object.fromEntries(
    Object.entries(declared).map(([key, word]) => [key, pack(said({ declared: word }), 1)]),
  );
  const say = SAY.fi;
  const reading = { asOf: `${day}T12:00:00.000Z`, today: day, language: "fi", say } as const;
  const matrix = matrixOf(aBoard(aPlan(...milestones), { cells }), reading);
  return { matrix, summary: summarise(matrix, { date: day, say }) };
}

const speak = async () => {
  language.value = "fi";
  await vi.waitFor(() => expect(ready.value).toBe(true));
};
beforeAll(speak);

describe("what is late", () => {
  const own = aMilestone({ number: 1 });
  const whole = aMilestone({ number: 2, scope: "project" });
  const lateOf = (...milestones: readonly PlanMilestone[]) =>
    findingOf(standingOf(milestones, { "1/536": "done" })).replace(/^.*?, /, "");

  test("in municipalities and of the whole project are told apart", () => {
    expect(lateOf(own, whole)).toBe("myöhässä 1 tieto 1 kunnassa ja 1 koko hankkeen tieto");
    expect(lateOf(own)).toBe("myöhässä 1 tieto 1 kunnassa");
    expect(lateOf(whole)).toBe("myöhässä 1 koko hankkeen tieto");
    expect(lateOf(aMilestone({ dueOn: "2024-12-01" }))).toBe("mikään ei ole myöhässä");
  });
});

describe("what is left before a gate", () => {
  const left = (...asked: Parameters<typeof standingOf>) => {
    const { matrix, summary } = standingOf(...asked);
    return gatesOf(matrix, summary, day).map((gate) => leftBefore([gate]));
  };
  const [one, other] = [aMilestone({ number: 1 }), aMilestone({ number: 2, phase: 2 })];

  test("is nothing only where something was to be done, and was", () => {
    expect(left([one])).toEqual(["2 tietoa on auki", "ei välitavoitteita"]);
    expect(left([one, other], { "1/536": "cancelled", "1/837": "not_applicable" })[0]).toBe(
      "ei laskettavaa",
    );
    expect(left([one, other], { "1/536": "cancelled", "1/837": "done" })[0]).toBe(
      "mitään ei ole auki",
    );
  });

  test("of many gates is what is open before all of them", () => {
    const { matrix, summary } = standingOf([one], { "1/536": "done", "1/837": "done" });
    expect(leftBefore(gatesOf(matrix, summary, day))).toBe("mitään ei ole auki");
    expect(leftBefore([])).toBe("ei välitavoitteita");
  });
});

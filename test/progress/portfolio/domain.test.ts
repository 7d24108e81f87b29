import { describe, expect, test } from "vitest";
import { SAY } from "../../../worker/kernel/sentences/say.ts";
import { type Board, pack } from "../../../worker/progress/domain/board.ts";
import { portfolioItem } from "../../../worker/progress/domain/portfolio.ts";
import { chosenOf, nextDatesMax, type PortfolioAsked } from "../../../worker/progress/terms.ts";
import { aBoard, aMilestone, aPlan, said } from "../../support/cells.ts";

const readingOn = (today: string) =>
  ({ asOf: `${today}T12:00:00.000Z`, today, language: "fi", say: SAY.fi }) as const;
const aheadOf = (board: Board, today: string) =>
  portfolioItem(board, readingOn(today)).nextDates.map(({ on, kind, milestone, phase, open }) =>
    [on, kind, milestone ?? `phase ${phase}`, open].join(" "),
  );

describe("what lies ahead of a project", () => {
  const plan = aPlan(
    aMilestone({ dueOn: "2023-12-31", dueOnByMunicipality: { "837": "2024-03-31" } }),
    aMilestone({ number: 2, phase: 2, scope: "project", dueOn: "2024-03-31", title: "Raportti" }),
    aMilestone({ number: 3, phase: 2, dueOn: null, title: "Milloin vain" }),
  );

  test("is each date that is due somewhere, and each end of a phase, the next first", () => {
    expect(aheadOf(aBoard(plan), "2023-10-01")).toEqual([
      "2023-12-31 due 1 1",
      "2023-12-31 phase_end phase 1 2",
      "2024-03-31 due 1 1",
      "2024-03-31 due 2 1",
      "2024-12-31 phase_end phase 2 3",
    ]);
  });

  test("counts that very day, and no day that has passed", () => {
    expect(aheadOf(aBoard(plan), "2024-03-31").slice(0, 2)).toEqual([
      "2024-03-31 due 1 1",
      "2024-03-31 due 2 1",
    ]);
    expect(aheadOf(aBoard(plan), "2024-04-01")).toEqual(["2024-12-31 phase_end phase 2 3"]);
    expect(aheadOf(aBoard(plan), "2025-01-01")).toEqual([]);
  });

  test("leaves out what is done or not applicable, and keeps what nobody has spoken of", () => {
    const cells = {
      "1/536": pack(said({ declared: "done", doneOn: "2023-06-30" }), 1),
      "1/837": pack(said({ declared: "not_applicable" }), 1),
    };
    expect(aheadOf(aBoard(plan, { cells }), "2023-10-01")).toEqual([
      "2023-12-31 phase_end phase 1 0",
      "2024-03-31 due 2 1",
      "2024-12-31 phase_end phase 2 3",
    ]);
  });

  test("has an end, however many dates there are", () => {
    const many = Array.from({ length: nextDatesMax + 10 }, (_, index) =>
      aMilestone({ number: index + 1, scope: "project", dueOn: `2023-06-${10 + (index % 20)}` }),
    );
    expect(aheadOf(aBoard(aPlan(...many)), "2023-01-01")).toHaveLength(nextDatesMax);
  });
});

const nothing = { late: 0, atRisk: 0, stale: 0, disagreeing: 0, counts: { paused: 0 } };
type Line = Parameters<typeof chosenOf>[0][number];
const aLine = (
  name: string,
  total: Partial<Line["total"]> = {},
  more: { readonly stage?: string; readonly programme?: string; readonly next?: string } = {},
  endsOn = "2024-12-31",
): Line => ({
  project: {
    slug: name.toLowerCase(),
    name,
    programme: more.programme ?? "rrp",
    stage: more.stage ?? "developing",
    endsOn,
  },
  total: { ...nothing, percent: 50, ...total },
  nextDates: more.next === undefined ? [] : [{ on: more.next }],
});

describe("the portfolio that is asked for", () => {
  const lines = [
    aLine("Öljy", { percent: null }, { next: "2024-02-01" }),
    aLine("Aalto", { late: 2, atRisk: 1 }, { programme: "kunta" }),
    aLine("Åbo", { stale: 9, percent: 10 }, { stage: "ready", next: "2024-01-01" }),
    aLine("Tukenasi", { late: 2, atRisk: 3, percent: 0 }, { next: "2024-02-01" }, "2023-12-31"),
  ];
  const namesOf = (asked: PortfolioAsked) =>
    chosenOf(lines, asked).map(({ project }) => project.name);

  test("has what needs a look first, sign by sign, and then names in Finnish order", () => {
    expect(namesOf({})).toEqual(["Tukenasi", "Aalto", "Åbo", "Öljy"]);
  });

  test("is ordered by the next date, where there is one", () => {
    expect(namesOf({ order: "next" })).toEqual(["Åbo", "Tukenasi", "Öljy", "Aalto"]);
  });

  test("is ordered by what is least done, and ends with what nothing is known of", () => {
    expect(namesOf({ order: "percent" })).toEqual(["Tukenasi", "Åbo", "Aalto", "Öljy"]);
    expect(namesOf({ order: "ends" })).toEqual(["Tukenasi", "Aalto", "Åbo", "Öljy"]);
    expect(namesOf({ order: "stale" })).toEqual(["Åbo", "Aalto", "Tukenasi", "Öljy"]);
    expect(namesOf({ order: "at_risk" })).toEqual(["Tukenasi", "Aalto", "Åbo", "Öljy"]);
    expect(namesOf({ order: "name" })).toEqual(["Aalto", "Tukenasi", "Åbo", "Öljy"]);
  });

  test("is narrowed by programme, stage, signs and part of a name, and by all of them at once", () => {
    const order = "name";
    expect(namesOf({ order, programme: "kunta" })).toEqual(["Aalto"]);
    expect(namesOf({ order, stage: "ready" })).toEqual(["Åbo"]);
    expect(namesOf({ order, only: "late" })).toEqual(["Aalto", "Tukenasi"]);
    expect(namesOf({ order, only: "attention" })).toEqual(["Aalto", "Tukenasi", "Åbo"]);
    expect(namesOf({ order, search: " ÖL " })).toEqual(["Öljy"]);
    expect(namesOf({ only: "late", programme: "rrp", search: "aalto" })).toEqual([]);
  });
});

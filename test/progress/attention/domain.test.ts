import { describe, expect, test } from "vitest";
import type { CellView, MatrixView } from "../../../worker/progress/contract/progress.ts";
import {
  attentionOf,
  countAttention,
  withTexts,
} from "../../../worker/progress/domain/attention.ts";
import type { Register } from "../../../worker/risks/contract.ts";
import { viewDeviation, viewRisk } from "../../../worker/risks/domain.ts";
import { aCell } from "../../support/cells.ts";
import { aDeviation, aRisk } from "../../support/risks.ts";

const municipality = (code: string, name: string) => ({
  code,
  name,
  nameFi: name,
  nameSv: name,
  population: null,
  tileColumn: null,
  tileRow: null,
});

const matrix = (...cells: readonly CellView[]): MatrixView => ({
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
  phases: [],
  milestones: [1, 2].map((number) => ({
    number,
    phase: 1,
    kind: "milestone",
    scope: "municipality",
    title: `Askel ${number}`,
    dueOn: null,
    weight: 1,
    unit: null,
    baseline: null,
    goal: null,
    evidenceKinds: [],
    measure: null,
    predecessors: [],
    amendment: null,
  })),
  municipalities: [municipality("837", "Tampere"), municipality("536", "Nokia")],
  cells: [...cells],
});

const reading = {
  today: "2024-06-30",
  language: "fi",
  withoutContact: [],
  register: { risks: [], deviations: [] },
} as const;
const headed = { version: 1, changedAt: "2024-06-01T09:00:00.000Z" };
const numbered = { number: 1, createdAt: headed.changedAt, links: [] };
const risk = {
  ...aRisk(),
  ...numbered,
  reviewedOn: "2024-06-01",
  state: "open",
  closedBecause: null,
} as const;
const deviation = {
  ...aDeviation({ noticedOn: "2024-06-01", correctiveAction: "" }),
  ...numbered,
  resolvedOn: null,
  state: "open",
} as const;
const listed = (register: Partial<Register>) =>
  attentionOf(matrix(begun), { ...reading, register: { ...reading.register, ...register } });
const begun = aCell({ municipality: "536", declared: "done" });
const rows = (...cells: readonly CellView[]) => attentionOf(matrix(...cells, begun), reading);

describe("what needs a look", () => {
  test("is nothing where all is well", () => {
    expect(rows(aCell())).toEqual([]);
  });

  test("is a cell that is late, with its date and by how many days", () => {
    expect(rows(aCell({ schedule: "late", dueOn: "2024-06-01" }))).toEqual([
      {
        kind: "late",
        milestone: 1,
        title: "Askel 1",
        risk: null,
        deviation: null,
        municipality: "837",
        name: "Tampere",
        why: "Määräpäivä oli 1.6.2024, 29 päivää sitten.",
        days: 29,
        unblock: null,
      },
    ]);
  });

  test("is a cell whose forecast is after its due date", () => {
    const cell = aCell({ schedule: "at_risk", dueOn: "2024-07-31", forecastOn: "2024-08-10" });
    expect(rows(cell)).toMatchObject([
      { kind: "at_risk", days: 10, why: "Ennuste 10.8.2024 on määräpäivän 31.7.2024 jälkeen." },
    ]);
  });

  test("was due one day ago, and not one days", () => {
    const cell = aCell({ schedule: "late", dueOn: "2024-06-29" });
    for (const [language, why] of [
      ["fi", "1 päivä sitten"],
      ["sv", "1 dag sedan"],
      ["en", "1 day ago"],
    ] as const) {
      const [row] = attentionOf(matrix(cell, begun), { ...reading, language });
      expect(row?.why).toContain(why);
    }
  });

  test("is each disagreement of a cell, beside its being late", () => {
    const cell = aCell({
      schedule: "late",
      dueOn: "2024-06-29",
      disagreements: ["in_progress_past_due", "target_met_not_declared"],
    });
    expect(rows(cell).map(({ kind }) => kind)).toEqual(["disagreement", "disagreement", "late"]);
  });

  test("is a municipality that is silent, once, by its longest silence", () => {
    const stale = (milestone: number, day: string) =>
      aCell({ milestone, stale: true, confirmedAt: `${day}T09:00:00.000Z` });
    expect(rows(stale(1, "2024-02-01"), stale(2, "2024-01-01"))).toMatchObject([
      {
        kind: "silent",
        milestone: null,
        municipality: "837",
        days: 181,
        why: "Vahvistamatta 2 tietoa, vanhin 181 päivää.",
      },
    ]);
  });

  test.each(["no_data", "not_started"] as const)(
    "is a municipality where everything that still counts is %s: it is not reached",
    (declared) => {
      const found = rows(aCell({ declared }), aCell({ milestone: 2, declared: "cancelled" }));
      expect(found).toMatchObject([{ kind: "not_reached", municipality: "837" }]);
    },
  );

  test("is no municipality where nothing is left to do", () => {
    const other = aCell({ milestone: 2, declared: "not_applicable" });
    expect(rows(aCell({ declared: "cancelled" }), other)).toEqual([]);
  });

  test.each(["in_progress", "paused", "done"] as const)(
    "is no municipality where something is %s",
    (declared) => {
      const found = rows(aCell({ declared }), aCell({ milestone: 2, declared: "no_data" }));
      expect(found.filter(({ kind }) => kind === "not_reached")).toEqual([]);
    },
  );

  test("is a municipality that nobody speaks for", () => {
    const found = attentionOf(matrix(aCell(), begun), { ...reading, withoutContact: ["536"] });
    expect(found).toMatchObject([{ kind: "without_contact", name: "Nokia", milestone: null }]);
  });

  test("comes by kind, and within a kind the longest first", () => {
    const late = (milestone: number, dueOn: string) =>
      aCell({ milestone, schedule: "late", dueOn });
    const found = rows(aCell({ declared: "paused" }), late(1, "2024-06-20"), late(2, "2024-05-20"));
    expect(found.map(({ kind, milestone }) => `${kind} ${milestone}`)).toEqual([
      "late 2",
      "late 1",
      "paused 1",
    ]);
    expect(countAttention(found)).toEqual({
      disagreement: 0,
      late: 2,
      at_risk: 0,
      paused: 1,
      deviation_open: 0,
      risk_high: 0,
      risk_review_due: 0,
      silent: 0,
      not_reached: 0,
      without_contact: 0,
    });
  });

  test("says of what is paused why, and what would unblock it", () => {
    const [row] = rows(aCell({ declared: "paused" }));
    if (!row) throw new Error("nothing is paused");
    const told = withTexts(row, { reason: "Ei työntekijää", unblock: "Rekrytointi" }, "en");
    expect(told).toMatchObject({ why: "Paused: Ei työntekijää", unblock: "Rekrytointi" });
  });

  test.each([
    ["sv", "Förfallodatumet var 1.6.2024, för 29 dagar sedan."],
    ["en", "The due date was 01/06/2024, 29 days ago."],
  ] as const)("is told in %s as its readers write dates", (language, why) => {
    const late = aCell({ schedule: "late", dueOn: "2024-06-01" });
    expect(attentionOf(matrix(late, begun), { ...reading, language })).toMatchObject([{ why }]);
  });
});

describe("what of risks and deviations needs a look", () => {
  test("is an open deviation, with whether anything is done about it", () => {
    const open = viewDeviation(deviation, headed);
    const acted = { ...open, number: 2, noticedOn: "2024-06-29", correctiveAction: "Sijainen" };
    const resolved = { ...acted, number: 3, resolvedOn: "2024-06-30", state: "resolved" } as const;
    expect(listed({ deviations: [acted, open, resolved] })).toEqual([
      {
        kind: "deviation_open",
        milestone: null,
        title: open.title,
        risk: null,
        deviation: 1,
        municipality: "all",
        name: "",
        why: "Havaittu 1.6.2024, avoinna 29 päivää. Korjaavaa toimea ei ole vielä kirjattu.",
        days: 29,
        unblock: null,
      },
      expect.objectContaining({
        deviation: 2,
        days: 1,
        why: "Havaittu 29.6.2024, avoinna 1 päivä. Korjaava toimi on kirjattu.",
      }),
    ]);
  });

  test("is an open risk that is high, or was not looked at for a year, or both", () => {
    const low = { ...risk, number: 2, likelihood: 2, significance: 5 } as const;
    const high = { ...risk, number: 3, likelihood: 3, significance: 5 } as const;
    const old = { ...high, number: 4, reviewedOn: "2023-06-29" };
    const closed = { ...old, number: 5, state: "closed", closedBecause: "Ohi" } as const;
    const risks = [low, high, old, closed].map((one) => viewRisk(one, headed, reading.today));
    expect(listed({ risks })).toMatchObject([
      { kind: "risk_high", risk: 4, days: 367, milestone: null, municipality: "all" },
      { kind: "risk_high", risk: 3, days: 29 },
      { kind: "risk_review_due", risk: 4, days: 1, deviation: null },
    ]);
    expect(listed({ risks }).map(({ why }) => why)).toEqual([
      "Riskin taso on 15/25. Katselmoitu viimeksi 29.6.2023.",
      "Riskin taso on 15/25. Katselmoitu viimeksi 1.6.2024.",
      "Katselmoitu viimeksi 29.6.2023: vuoden määräaika ylittyi 1 päivä sitten.",
    ]);
    expect(countAttention(listed({ risks }))).toMatchObject({ risk_high: 2, risk_review_due: 1 });
  });

  test.each(["fi", "sv", "en"] as const)("has a reason of a risk in words of %s", (language) => {
    const old = viewRisk(
      { ...risk, reviewedOn: "2020-01-01", likelihood: 5 },
      headed,
      "2024-06-30",
    );
    const register = { risks: [old], deviations: [viewDeviation(deviation, headed)] };
    const found = attentionOf(matrix(begun), { ...reading, language, register });
    expect(found).toHaveLength(3);
    expect(new Set(found.map(({ why }) => why)).size).toBe(3);
    for (const { why } of found) expect(why).toMatch(/^\S.*\.$/);
  });
});

import { describe, expect, test } from "vitest";
import {
  type CalendarProject,
  type CalendarReport,
  dueReports,
  isAsked,
} from "../../../worker/reporting/domain/calendar.ts";

const spring = {
  name: "Kevät",
  kind: "interim",
  startsOn: "2024-01-01",
  endsOn: "2024-06-30",
  dueOn: "2024-08-31",
} as const;
const autumn = {
  ...spring,
  name: "Syksy",
  startsOn: "2024-07-01",
  endsOn: "2024-12-31",
  dueOn: "2025-02-28",
} as const;
const final = {
  name: "Loppuraportti",
  kind: "final",
  startsOn: "2020-01-01",
  endsOn: "2022-12-31",
  dueOn: "2026-06-30",
} as const;

const project: CalendarProject = {
  project: "demo",
  projectName: "Esimerkki",
  programme: "rrp",
  startsOn: "2024-03-01",
  endsOn: "2024-07-01",
  periods: [final, autumn, spring],
  reports: [],
  isForFunder: false,
};

/** A report of the spring that has been submitted once. */
const sent: CalendarReport = {
  number: 3,
  state: "submitted",
  edition: 1,
  period: spring,
  correction: null,
  submittedOn: "2024-08-30",
};
const correction = {
  number: 1,
  edition: 1,
  reason: "Luku oli väärä",
  at: "2024-09-01T08:00:00.000Z",
};

const due = (more: Partial<CalendarProject>, today = "2024-09-01") =>
  dueReports({ ...project, ...more }, today);
const springOf = (report: Partial<CalendarReport>, isForFunder = false, today?: string) =>
  due({ reports: [{ ...sent, ...report }], isForFunder }, today)[0];

describe("the calendar of reports", () => {
  test("asks for the periods that touch the project and for the final report, by due date", () => {
    expect(due({}).map(({ period }) => period)).toEqual(["Kevät", "Syksy", "Loppuraportti"]);
    const early = due({ endsOn: "2024-06-30" }).map(({ period }) => period);
    expect(early).toEqual(["Kevät", "Loppuraportti"]);
  });

  test("says that nobody has begun, and late only after the due date", () => {
    expect(due({}, "2024-08-31")[0]).toMatchObject({
      state: "missing",
      turn: "team",
      number: null,
      late: false,
    });
    expect(due({}, "2024-09-01")[0]?.late).toBe(true);
  });

  test("knows a report by its kind and dates, whatever its period is called now", () => {
    expect(springOf({ period: { ...spring, name: "Vanha nimi" } })).toMatchObject({
      period: "Kevät",
      number: 3,
      state: "submitted",
      turn: "funder",
      submittedOn: "2024-08-30",
      late: false,
    });
    expect(springOf({ period: { ...spring, kind: "final" } })?.state).toBe("missing");
    expect(springOf({ period: { ...spring, endsOn: "2024-06-29" } })?.state).toBe("missing");
  });

  test("holds a returned report to be late, and a correction of an accepted one not", () => {
    expect(springOf({ state: "returned" })).toMatchObject({ turn: "team", late: true });
    for (const state of ["correcting", "returned"] as const) {
      expect(springOf({ state, correction })).toMatchObject({ turn: "team", late: false });
    }
    expect(springOf({ state: "accepted" })).toMatchObject({ turn: "nobody", late: false });
  });

  test("tells a funder nothing of a draft, and a correction as what was accepted", () => {
    const draft = { state: "draft", edition: 0, submittedOn: null } as const;
    expect(springOf(draft, true)).toEqual(due({ isForFunder: true })[0]);
    expect(springOf(draft)).toMatchObject({ state: "draft", number: 3 });
    expect(springOf({ state: "correcting", correction }, true)).toMatchObject({
      state: "accepted",
      turn: "nobody",
      number: 3,
    });
    expect(springOf({ state: "returned" }, true)?.state).toBe("returned");
  });

  test("is narrowed by turn, where what is open waits for anybody, and by being late", () => {
    const [reported, ...others] = due({ reports: [{ ...sent, state: "accepted" }] });
    const open = [reported, ...others].filter((one) => one && isAsked(one, { turn: "open" }));
    expect(open).toEqual(others);
    expect(others.some((one) => isAsked(one, { late: "true" }))).toBe(false);
    expect(others.every((one) => isAsked(one, { turn: "team", late: "false" }))).toBe(true);
  });
});

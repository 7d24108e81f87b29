import { expect, test } from "vitest";
import { type Pattern, periodsOf } from "../../../dashboard/projects/programme/pattern.ts";
import { reportPeriodsMax } from "../../../worker/projects/terms.ts";

const names = {
  interimName: (number: number, year: string) => `${number}/${year}`,
  finalName: "Loppu",
};
const pattern: Pattern = {
  length: "half",
  months: 5,
  from: "2023-03-15",
  until: "2024-08-31",
  days: 60,
  final: false,
};
const lines = (more: Partial<Pattern>) =>
  periodsOf({ ...pattern, ...more }, names).map(
    ({ name, kind, startsOn, endsOn, dueOn }) => `${name} ${kind} ${startsOn} ${endsOn} ${dueOn}`,
  );

test("half-years are those of the calendar, cut to the first and the last day", () => {
  expect(lines({})).toEqual([
    "1/2023 interim 2023-03-15 2023-06-30 2023-08-29",
    "2/2023 interim 2023-07-01 2023-12-31 2024-02-29",
    "1/2024 interim 2024-01-01 2024-06-30 2024-08-29",
    "2/2024 interim 2024-07-01 2024-08-31 2024-10-30",
  ]);
});

test("quarters, with a final report of the whole time", () => {
  expect(lines({ length: "quarter", until: "2023-09-30", days: 0, final: true })).toEqual([
    "1/2023 interim 2023-03-15 2023-03-31 2023-03-31",
    "2/2023 interim 2023-04-01 2023-06-30 2023-06-30",
    "3/2023 interim 2023-07-01 2023-09-30 2023-09-30",
    "Loppu final 2023-03-15 2023-09-30 2023-09-30",
  ]);
});

test("months of one's own go on from the first day, also from the end of a month", () => {
  const own = lines({ length: "own", months: 1, from: "2023-01-31", until: "2023-04-29", days: 1 });
  expect(own).toEqual([
    "1/2023 interim 2023-01-31 2023-02-27 2023-02-28",
    "2/2023 interim 2023-02-28 2023-03-30 2023-03-31",
    "3/2023 interim 2023-03-31 2023-04-29 2023-04-30",
  ]);
});

test("dates that are missing or the wrong way round give nothing, and a long time has a bound", () => {
  expect(lines({ until: "" })).toEqual([]);
  expect(lines({ until: "2023-03-14" })).toEqual([]);
  expect(lines({ length: "own", months: 1, until: "2099-12-31" })).toHaveLength(
    reportPeriodsMax + 1,
  );
});

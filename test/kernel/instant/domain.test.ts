import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  asInstant,
  dateInHelsinki,
  dayAfter,
  daysBetween,
  endOfDateInHelsinki,
  isDate,
  isInstant,
  monthsAfter,
} from "../../../worker/kernel/instant.ts";

const dates = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2100-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const instants = fc
  .date({ min: new Date("1990-01-02"), max: new Date("2100-12-30"), noInvalidDate: true })
  .map((date) => date.toISOString());

describe("a date", () => {
  test.each(["2024-02-29", "2000-02-29", "1990-01-01", "2100-12-31", "2024-03-31", "2024-10-27"])(
    "%s exists",
    (date) => {
      expect(isDate(date)).toBe(true);
    },
  );

  test.each([
    "2023-02-29",
    "2100-02-29",
    "2024-02-30",
    "2024-04-31",
    "2024-13-01",
    "2024-00-10",
    "2024-01-00",
    "2024-1-1",
    "1989-12-31",
    "2101-01-01",
    "20240630",
    "2024-06-30T00:00:00Z",
    " 2024-06-30",
    "2024-06-30\n",
    "+002024-06-30",
    "",
  ])("%j does not exist", (date) => {
    expect(isDate(date)).toBe(false);
  });
});

describe("an instant", () => {
  test.each(["2024-06-30T12:00:00.000Z", "2024-06-30T12:00:00Z", "2024-02-29T23:59:59.9Z"])(
    "%s exists",
    (instant) => {
      expect(isInstant(instant)).toBe(true);
    },
  );

  test.each([
    "2024-06-30T12:00:00+03:00",
    "2024-06-30T12:00Z",
    "2024-06-30 12:00:00Z",
    "2023-02-29T12:00:00Z",
    "2024-06-30T24:00:00Z",
    "2024-06-30T12:60:00Z",
    "2024-06-30T12:00:60Z",
    "2024-06-30T12:00:00.0000Z",
    "2024-06-30",
    "now",
  ])("%s does not exist", (instant) => {
    expect(isInstant(instant)).toBe(false);
  });

  test("has one written form", () => {
    expect(asInstant("2024-06-30T12:00:00Z")).toBe("2024-06-30T12:00:00.000Z");
    expect(asInstant("2024-06-30T12:00:00.5Z")).toBe("2024-06-30T12:00:00.500Z");
  });
});

describe("the date in Helsinki", () => {
  test.each([
    ["changes at 22 UTC in winter", "2024-01-15T21:59:59.999Z", "2024-01-15"],
    ["changes at 22 UTC in winter", "2024-01-15T22:00:00.000Z", "2024-01-16"],
    ["changes at 21 UTC in summer", "2024-07-15T20:59:59.999Z", "2024-07-15"],
    ["changes at 21 UTC in summer", "2024-07-15T21:00:00.000Z", "2024-07-16"],
    ["is still winter time when 31 March begins", "2024-03-30T22:00:00.000Z", "2024-03-31"],
    ["is summer time when 31 March ends", "2024-03-31T20:59:59.999Z", "2024-03-31"],
    ["is summer time when 31 March ends", "2024-03-31T21:00:00.000Z", "2024-04-01"],
    ["is still summer time when 27 October begins", "2024-10-26T21:00:00.000Z", "2024-10-27"],
    ["is winter time when 27 October ends", "2024-10-27T21:59:59.999Z", "2024-10-27"],
    ["is winter time when 27 October ends", "2024-10-27T22:00:00.000Z", "2024-10-28"],
    ["knows the leap day", "2024-02-29T12:00:00.000Z", "2024-02-29"],
    ["turns the year two hours before UTC", "2024-12-31T22:00:00.000Z", "2025-01-01"],
  ])("%s (%s)", (_, instant, date) => {
    expect(dateInHelsinki(instant)).toBe(date);
  });

  test.each([
    ["2024-01-15", "2024-01-15T21:59:59.999Z"],
    ["2024-07-15", "2024-07-15T20:59:59.999Z"],
    ["2024-03-31", "2024-03-31T20:59:59.999Z"],
    ["2024-10-27", "2024-10-27T21:59:59.999Z"],
    ["2024-12-31", "2024-12-31T21:59:59.999Z"],
  ])("%s ends at %s", (date, end) => {
    expect(endOfDateInHelsinki(date)).toBe(end);
  });

  test("the end of a date is its last millisecond, on every day of 110 years", () => {
    fc.assert(
      fc.property(dates, (date) => {
        const end = endOfDateInHelsinki(date);
        expect(dateInHelsinki(end)).toBe(date);
        const next = new Date(Date.parse(end) + 1).toISOString();
        expect(dateInHelsinki(next)).toBe(dayAfter(date));
      }),
    );
  });

  test("never goes back as time goes on", () => {
    fc.assert(
      fc.property(instants, instants, (a, b) => {
        const [first, second] = [a, b].toSorted();
        expect(dateInHelsinki(first ?? a) <= dateInHelsinki(second ?? b)).toBe(true);
      }),
    );
  });
});

describe("days between dates", () => {
  test.each([
    ["2024-02-28", "2024-03-01", 2],
    ["2023-02-28", "2023-03-01", 1],
    ["2024-03-30", "2024-04-01", 2],
    ["2024-10-26", "2024-10-28", 2],
    ["2024-01-01", "2023-12-31", -1],
    ["2024-06-30", "2024-06-30", 0],
  ])("from %s to %s are %d", (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
  });

  test.each([
    ["2024-02-28", "2024-02-29"],
    ["2023-02-28", "2023-03-01"],
    ["2024-12-31", "2025-01-01"],
    ["2024-03-30", "2024-03-31"],
    ["2024-03-31", "2024-04-01"],
    ["2024-10-27", "2024-10-28"],
  ])("the day after %s is %s", (date, next) => {
    expect(dayAfter(date)).toBe(next);
    expect(daysBetween(date, next)).toBe(1);
  });
});

describe("the same day of a later month", () => {
  test.each([
    ["2024-02-29", 12, "2025-02-28"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2023-12-31", 2, "2024-02-29"],
    ["2024-06-30", 12, "2025-06-30"],
    ["2024-10-27", 0, "2024-10-27"],
  ])("of %s in %d months is %s", (date, months, later) => {
    expect(monthsAfter(date, months)).toBe(later);
  });
});

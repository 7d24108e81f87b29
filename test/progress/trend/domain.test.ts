import { describe, expect, test } from "vitest";
import { endOfDateInHelsinki } from "../../../worker/kernel/instant.ts";
import { momentsOf } from "../../../worker/progress/domain/trend.ts";
import { trendPointsMax } from "../../../worker/progress/terms.ts";

describe("the moments at which a project is looked at", () => {
  test("are the end of its first day, the ends of months in Helsinki, and the moment", () => {
    const now = "2024-04-15T12:00:00.000Z";
    expect(momentsOf("2024-01-15", now)).toEqual([
      "2024-01-15T21:59:59.999Z",
      "2024-01-31T21:59:59.999Z",
      "2024-02-29T21:59:59.999Z",
      // Summer time began that day.
      "2024-03-31T20:59:59.999Z",
      now,
    ]);
  });

  test.each([
    ["the end of a month comes once", "2024-01-31", "2024-02-29T21:59:59.999Z", 2],
    ["the last day of a month has not ended", "2024-01-31", "2024-02-29T21:59:59.998Z", 2],
    ["the first day has not ended", "2024-01-15", "2024-01-15T12:00:00.000Z", 1],
    ["the project has not begun", "2024-01-15", "2023-12-31T12:00:00.000Z", 1],
  ])("%s", (_, startsOn, moment, count) => {
    const moments = momentsOf(startsOn, moment);
    expect(moments).toHaveLength(count);
    expect(moments.at(-1)).toBe(moment);
  });

  test("are never more than their bound, rise, and are the ends of years in a long project", () => {
    for (let year = 1990; year <= 2100; year += 1) {
      const moments = momentsOf("1990-01-01", endOfDateInHelsinki(`${year}-11-20`));
      expect(moments.length, String(year)).toBeLessThanOrEqual(trendPointsMax);
      expect(moments.length, String(year)).toBeGreaterThan(Math.min(28, 11 * (year - 1989)));
      expect(moments).toEqual([...new Set(moments)].toSorted());
    }
    const twenty = momentsOf("2004-05-01", "2024-11-20T12:00:00.000Z");
    expect(twenty.filter((at) => at.startsWith("2023"))).toEqual([
      "2023-06-30T20:59:59.999Z",
      "2023-12-31T21:59:59.999Z",
    ]);
  });
});

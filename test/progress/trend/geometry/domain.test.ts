import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { apart, dayNumber, ticksIn } from "../../../../dashboard/progress/trend/geometry.ts";

describe("labels at the ends of lines", () => {
  test("stay where they are as long as there is room, and move as little as they must", () => {
    const room = { gap: 10, from: 0, to: 100 };
    expect(apart([20, 80, 50], room)).toEqual([20, 80, 50]);
    expect(apart([50, 52], room)).toEqual([50, 60]);
    expect(apart([98, 95], room)).toEqual([100, 90]);
    expect(apart([], room)).toEqual([]);
  });

  test("are never nearer than the gap, and never outside, wherever the lines end", () => {
    const places = fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 4 });
    fc.assert(
      fc.property(places, (ys) => {
        const moved = apart(ys, { gap: 18, from: 0, to: 200 });
        const sorted = moved.toSorted((a, b) => a - b);
        expect(moved).toHaveLength(ys.length);
        for (const [index, y] of sorted.entries()) {
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(200);
          expect(y - (sorted[index - 1] ?? -18)).toBeGreaterThanOrEqual(18);
        }
      }),
    );
  });
});

test("a long way is told in years, and a short one in quarters", () => {
  const ticks = (from: string, to: string) =>
    ticksIn([dayNumber(from), dayNumber(to)]).map(({ label }) => label);
  expect(ticks("2023-01-01", "2026-11-22")).toEqual(["2023", "2024", "2025", "2026"]);
  expect(ticks("2023-02-01", "2025-01-01")).toEqual(["2024"]);
  expect(ticks("2023-11-15", "2024-08-01")).toEqual(["1/2024", "4/2024", "7/2024"]);
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitting, linesOf } from "../../../dashboard/progress/municipalities/fitting.ts";
import { swarmOf } from "../../../dashboard/progress/municipalities/swarm.ts";

describe("dots along an axis", () => {
  test("keep their place, stand on the axis or above it, and never cover one another", () => {
    const places = fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 80 });
    fc.assert(
      fc.property(places, (xs) => {
        const dots = swarmOf(
          xs.map((x, item) => ({ item, x })),
          6,
        );
        expect(dots.map(({ x }) => x)).toEqual(xs);
        for (const [index, one] of dots.entries()) {
          expect(one.y).toBeGreaterThanOrEqual(0);
          for (const other of dots.slice(index + 1)) {
            expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(12);
          }
        }
      }),
    );
  });

  test("lie on the axis where there is room", () => {
    const dots = swarmOf(
      [
        { item: "a", x: 0 },
        { item: "b", x: 13 },
        { item: "c", x: 0 },
      ],
      6,
    );
    expect(dots.map(({ y }) => y)).toEqual([0, 0, 13]);
  });
});

describe("what fits on a page", () => {
  test.each([
    ["is all where there is room for all", [2, 3, 2], 7, { count: 3, used: 7 }],
    ["leaves a line for how many are left out", [2, 3, 2], 6, { count: 2, used: 6 }],
    ["counts that line", [2, 3, 2], 5, { count: 1, used: 3 }],
    ["is one at least", [4], 2, { count: 1, used: 5 }],
    ["is nothing of nothing", [], 2, { count: 0, used: 0 }],
  ])("%s", (_, lines, room, expected) => {
    expect(fitting(lines, room)).toEqual(expected);
  });

  test("is measured in lines: at least one, at most so many", () => {
    expect(
      ["", "a".repeat(40), "a".repeat(41), "a".repeat(400)].map((text) => linesOf(text, 40, 2)),
    ).toEqual([1, 1, 2, 2]);
  });
});

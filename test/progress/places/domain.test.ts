import { describe, expect, test } from "vitest";
import { placed, stepOn } from "../../../dashboard/progress/status/places.ts";

const at = (code: string, tileColumn: number | null, tileRow: number | null) => ({
  code,
  tileColumn,
  tileRow,
});

describe("the tile map", () => {
  test("begins where its first municipality is, and has one tile a place", () => {
    expect(placed([at("b", 3, 5), at("a", 2, 4), at("twin", 3, 5), at("new", null, null)])).toEqual(
      [
        { code: "a", column: 0, row: 0 },
        { code: "b", column: 1, row: 1 },
        { code: "twin", column: 0, row: 2 },
        { code: "new", column: 1, row: 2 },
      ],
    );
    expect(placed([])).toEqual([]);
  });

  test("is all rows where nobody has a place", () => {
    const places = placed(["a", "b", "c", "d", "e", "f"].map((code) => at(code, null, null)));
    expect(places.map(({ column, row }) => [column, row])).toEqual([
      [0, 0],
      [1, 0],
      [2, 0],
      [3, 0],
      [4, 0],
      [0, 1],
    ]);
  });
});

describe("a key on the tile map", () => {
  // a b . d
  // . f . .
  // g . . j
  const places = placed([
    at("a", 0, 0),
    at("b", 1, 0),
    at("d", 3, 0),
    at("f", 1, 1),
    at("g", 0, 2),
    at("j", 3, 2),
  ]);
  const press = (from: string, key: string, ctrlKey = false) =>
    stepOn(places, from, { key, ctrlKey });

  test("leads over gaps to the next in a row, and not out of it", () => {
    expect(press("b", "ArrowRight")).toBe("d");
    expect(press("d", "ArrowLeft")).toBe("b");
    expect(press("f", "ArrowRight")).toBeNull();
    expect(press("a", "ArrowLeft")).toBeNull();
  });

  test("leads to the closest of the next row", () => {
    expect(press("d", "ArrowDown")).toBe("f");
    expect(press("f", "ArrowDown")).toBe("g");
    expect(press("j", "ArrowUp")).toBe("f");
    expect(press("g", "ArrowDown")).toBeNull();
  });

  test("leads to the ends of a row, and with Control of the map", () => {
    expect(press("b", "Home")).toBe("a");
    expect(press("g", "End")).toBe("j");
    expect(press("f", "Home", true)).toBe("a");
    expect(press("f", "End", true)).toBe("j");
    expect(press("a", "Enter")).toBeNull();
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { read, written } from "../../../dashboard/progress/editing/kept.ts";
import {
  asksReason,
  confirmMany,
  sayOfMany,
  type Target,
} from "../../../dashboard/progress/editing/many.ts";
import { DIGITS, meaningOf, placed, rowsOf } from "../../../dashboard/progress/editing/pasted.ts";
import { EMPTY, enqueue, sendOff } from "../../../dashboard/progress/editing/queue.ts";
import {
  areaOf,
  everything,
  extendTo,
  isWithin,
  partOf,
  wholeColumns,
  wholeRows,
} from "../../../dashboard/progress/editing/selection.ts";
import { DECLARABLE, type Declared } from "../../../worker/progress/terms.ts";
import { WORDS } from "../../../worker/progress/words/status.ts";

const at = (row: number, column: number) => ({ row, column });
const seen = (municipality: string, more: object = {}) => ({
  milestone: 1,
  municipality,
  declared: "in_progress" as Declared,
  value: null,
  forecastOn: null,
  doneOn: null,
  version: 3,
  ...more,
});

describe("a selection", () => {
  const grid = ["a", "b", "c"].map((row) => [1, 2, 3, 4].map((column) => `${row}${column}`));
  const size = { rows: 3, columns: 4 };

  test("reaches from where it began to where it is extended, in either direction", () => {
    const began = extendTo(null, at(2, 3), at(1, 2));
    expect(partOf(grid, began)).toEqual([
      ["b3", "b4"],
      ["c3", "c4"],
    ]);
    expect(partOf(grid, extendTo(began, at(1, 2), at(2, 1)))).toEqual([["c2", "c3", "c4"]]);
  });

  test("of columns and rows takes the whole of those that were selected", () => {
    const part = extendTo(null, at(1, 1), at(1, 2));
    expect(partOf(grid, wholeColumns(part, at(1, 2), size)).map((row) => row.length)).toEqual([
      2, 2, 2,
    ]);
    expect(partOf(grid, wholeRows(null, at(2, 0), size))).toEqual([grid[2]]);
    expect(partOf(grid, everything(size))).toEqual(grid);
    expect(everything({ rows: 0, columns: 4 })).toBeNull();
  });

  test("covers exactly the places that its area counts", () => {
    const place = fc.record({ row: fc.nat(12), column: fc.nat(12) });
    fc.assert(
      fc.property(place, place, (anchor, head) => {
        const selection = { anchor, head };
        const { rows, columns } = areaOf(selection);
        const all = Array.from({ length: 13 }, (_, row) =>
          Array.from({ length: 13 }, (_column, column) => isWithin(selection, at(row, column))),
        );
        expect(all.flat().filter((within) => within)).toHaveLength(rows * columns);
        expect([isWithin(selection, anchor), isWithin(selection, head)]).toEqual([true, true]);
      }),
    );
  });
});

describe("what is pasted", () => {
  const setting = { isTarget: false, today: "2026-03-01", startsOn: "2023-01-01" };
  const target = { ...setting, isTarget: true };
  const said = (change: object) => ({ kind: "said", change });
  const unclear = (why: string) => ({ kind: "unclear", why });

  test("is a status by its word in any language, by its code and by its digit", () => {
    for (const { declared } of Object.values(WORDS)) {
      for (const status of DECLARABLE) {
        const told = said({ declared: status });
        expect(meaningOf(declared[status], setting)).toEqual(told);
        expect(meaningOf(`  ${declared[status].toUpperCase()} `, target)).toEqual(told);
        expect(meaningOf(status, setting)).toEqual(told);
      }
    }
    expect(DIGITS.map((_, index) => meaningOf(String(index + 1), setting))).toEqual(
      DECLARABLE.map((declared) => said({ declared })),
    );
  });

  test("cannot be that nobody has said anything", () => {
    expect(meaningOf("Ei tietoa", setting)).toEqual(unclear("cannot_be_said"));
  });

  test.each([
    ["1 234,5", 1234.5],
    ["1\u00A0234\u00A0567,25", 1_234_567.25],
    ["12.5", 12.5],
    ["-3", -3],
    ["−3,5", -3.5],
    ["0", 0],
    ["4", 4],
  ])("is a number for a target: %s", (text, value) => {
    expect(meaningOf(text, target)).toEqual(said({ value }));
  });

  test.each([
    ["30.6.2024", "2024-06-30"],
    ["1.2.2024", "2024-02-01"],
    ["01. 02. 2024", "2024-02-01"],
    ["2024-02-29", "2024-02-29"],
  ])("is the day on which something was done: %s", (text, doneOn) => {
    const told = said({ declared: "done", doneOn });
    expect([meaningOf(text, setting), meaningOf(text, target)]).toEqual([told, told]);
  });

  test.each([
    ["31.6.2024", "no_such_date"],
    ["2023-02-29", "no_such_date"],
    ["2.3.2026", "in_future"],
    ["31.12.2022", "before_start"],
    ["0", "value_for_milestone"],
    ["7", "value_for_milestone"],
    ["2,5", "value_for_milestone"],
    ["melkein valmis", "unknown"],
    ["1 23", "unknown"],
    ["1e3", "unknown"],
    ["=1+1", "unknown"],
    ["__proto__", "unknown"],
    ["constructor", "unknown"],
    ["<b>valmis</b>", "unknown"],
  ])("is named where it is not understood: %s", (text, why) => {
    expect(meaningOf(text, setting)).toEqual(unclear(why));
  });

  test("cannot be larger than a value may be", () => {
    expect(meaningOf("1000000000001", target)).toEqual(unclear("value_too_big"));
    expect(meaningOf("9".repeat(400), target)).toEqual(unclear("value_too_big"));
  });

  test("has rows and columns as the spreadsheet had them", () => {
    expect(rowsOf("a\tb\r\nc\t\r\n")).toEqual([
      ["a", "b"],
      ["c", ""],
    ]);
    expect(rowsOf('"a\nb"\t"he ""said"""\n\nc')).toEqual([["a\nb", 'he "said"'], [""], ["c"]]);
    expect(rowsOf('"open\tb')).toEqual([['"open', "b"]]);
    expect(rowsOf("")).toEqual([[""]]);
  });

  test("is read whatever it holds, and no text of it gets lost", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", '"', "\n", "\t", " ", "ä", "1", "\r") });
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1 }), { minLength: 1 }), (rows) => {
        const text = rows.map((row) => row.map(quoted).join("\t")).join("\n");
        expect(rowsOf(`${text}\n`)).toEqual(rows.map((row) => row.map((one) => one.trim())));
      }),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const one of rowsOf(text).flat()) meaningOf(one, target);
      }),
    );
  });

  test.each(['"', '"\t', '"a\t', '""\t', "\t", "\r", '\t"'])(
    "is read in a moment also when it is made to take long: %j",
    (piece) => {
      const began = performance.now();
      rowsOf(piece.repeat(200_000));
      expect(performance.now() - began).toBeLessThan(5000);
    },
  );

  const names = [["Akaa", "Ackas", "020"], ["Tampere", "Tammerfors", "837"], ["Nokia"]];

  test("fills downwards and rightwards, and says how much has no place", () => {
    const block = [
      ["1", "2"],
      ["3", ""],
      ["", "4"],
    ];
    expect(placed(block, at(1, 0), { columns: 2, names })).toEqual({
      cells: [
        { ...at(1, 0), text: "1" },
        { ...at(1, 1), text: "2" },
        { ...at(2, 0), text: "3" },
      ],
      outside: 1,
      byName: false,
    });
  });

  test("goes to the municipalities that its first column names, in any order", () => {
    const block = [
      ["tammerfors", "1"],
      ["", ""],
      ["AKAA", "2"],
    ];
    expect(placed(block, at(2, 1), { columns: 2, names })).toEqual({
      cells: [
        { ...at(1, 1), text: "1" },
        { ...at(0, 1), text: "2" },
      ],
      outside: 0,
      byName: true,
    });
    const unnamed = placed(
      [
        ["Tampere", "1"],
        ["Turku", "2"],
      ],
      at(0, 0),
      { columns: 2, names },
    );
    expect(unnamed.byName).toBe(false);
  });
});

describe("the same said of many", () => {
  const one = (
    municipality: string,
    more: Partial<Omit<Target, "seen">> & { readonly seen?: object } = {},
  ): Target => ({
    isTarget: false,
    mayChange: true,
    ...more,
    seen: seen(municipality, more.seen),
  });
  const changesOf = (...asked: Parameters<typeof sayOfMany>) =>
    sayOfMany(...asked).changes.map(({ seen: { municipality }, said }) => [municipality, said]);
  const leftOutOf = (...asked: Parameters<typeof sayOfMany>) =>
    sayOfMany(...asked).leftOut.map(({ target, why }) => [target.seen.municipality, why]);

  test("leaves out who is another's, and says so", () => {
    const targets = [one("020"), one("837", { mayChange: false })];
    expect(changesOf(targets, { declared: "done" })).toEqual([["020", { declared: "done" }]]);
    expect(leftOutOf(targets, { declared: "done" })).toEqual([["837", "not_yours"]]);
  });

  test("says of each only what fits it", () => {
    const targets = [
      one("020", { isTarget: true }),
      one("837", { seen: { declared: "done" } }),
      one("536", { seen: { declared: "no_data" } }),
    ];
    const change = { value: 5, forecastOn: "2026-05-01" };
    expect(changesOf(targets, change)).toEqual([["020", change]]);
    expect(leftOutOf(targets, change)).toEqual([
      ["837", "does_not_fit"],
      ["536", "nothing_said"],
    ]);
    expect(changesOf(targets, { declared: "done", doneOn: "2026-01-01", value: 5 })).toEqual([
      ["020", { declared: "done", doneOn: "2026-01-01", value: 5 }],
      ["837", { declared: "done", doneOn: "2026-01-01" }],
      ["536", { declared: "done", doneOn: "2026-01-01" }],
    ]);
  });

  test("asks for a reason once, unless all have that status already", () => {
    const paused = one("020", { seen: { declared: "paused" } });
    expect(asksReason([paused], "paused")).toBe(false);
    expect(asksReason([paused, one("837")], "paused")).toBe(true);
    expect(asksReason([paused, one("837", { mayChange: false })], "paused")).toBe(false);
    expect(asksReason([one("837")], "done")).toBe(false);
  });

  test("confirms what has been said, and leaves out what nobody has spoken of", () => {
    const many = confirmMany([one("020"), one("837", { seen: { declared: "no_data" } })]);
    expect(many.changes.map(({ said }) => said)).toEqual([{ declared: "in_progress" }]);
    expect(many.leftOut.map(({ why }) => why)).toEqual(["nothing_said"]);
  });
});

describe("what is kept on the device", () => {
  test("is read again as it was, with the batch that is under way", () => {
    const said = enqueue(EMPTY, [{ seen: seen("020"), said: { note: "Ä" } }]);
    const queue = enqueue(sendOff(said, "key"), [{ seen: seen("837"), said: { value: 1 } }]);
    expect(read(written(queue))).toEqual(queue);
    expect(written(EMPTY)).toBeNull();
    expect(read(null)).toEqual(EMPTY);
  });

  test("is not half understood when it is broken, foreign or older", () => {
    const text = written(enqueue(EMPTY, [{ seen: seen("020"), said: {} }])) ?? "";
    expect(read(text).waiting).toHaveLength(1);
    const broken = [
      text.slice(1),
      "null",
      "[]",
      text.replace("etappi-unsent-1", "etappi-unsent-0"),
      text.replace('"version":3', '"version":"3"'),
      text.replace('"problems":[]', '"problems":[1]'),
      text.replace('"sent":null', '"sent":{}'),
    ];
    expect(broken.map(read)).toEqual(broken.map(() => EMPTY));
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(read(json)).toEqual(EMPTY);
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  dateIn,
  isBlank,
  isSameText,
  numberIn,
  plain,
  proseIn,
  type Read,
} from "../../../worker/imports/domain/values.ts";
import { harmless, withoutArmour } from "../../../worker/kernel/harmless.ts";
import { SAY } from "../../../worker/kernel/sentences/say.ts";

const told = <Value>(read: Read<Value>) => ("wrong" in read ? read.wrong(SAY.en) : read.value);
const number = (value: string | number | boolean, decimal: "," | "." | null = null) =>
  told(numberIn(value, { decimal, unit: "kpl" }));

test("a text of any length is looked at quickly", () => {
  const long = " ".repeat(500_000);
  expect(isBlank(`${long}x`)).toBe(false);
  expect(isBlank(long)).toBe(true);
  expect(plain(`Valmis${".".repeat(500_000)}x`)).toHaveLength(500_007);
});

describe("dates", () => {
  test.each([
    ["30.6.2024", "2024-06-30"],
    ["30.06.2024", "2024-06-30"],
    ["1. 2. 2024", "2024-02-01"],
    ["2024-06-30", "2024-06-30"],
    ["2024-06-30T00:00:00", "2024-06-30"],
    ["  29.2.2024 ", "2024-02-29"],
  ])("%s is %s", (typed, date) => {
    expect(told(dateIn(typed))).toBe(date);
  });

  test("a date of the file is itself", () => {
    expect(told(dateIn({ date: "2024-06-30" }))).toBe("2024-06-30");
  });

  test.each(["31.6.2024", "29.2.2023", "1.13.2024", "30.6.1824"])(
    "%s is no day of the calendar",
    (typed) => {
      expect(told(dateIn(typed))).toMatch("This date does not exist");
    },
  );

  test.each(["6/30/2024", "30.6.24", "30.6.", "kesäkuu", "2024-06-30T21:00:00", "2024"])(
    "%s is refused, because it can be read in more than one way or in none",
    (typed) => {
      expect(told(dateIn(typed))).toMatch("Write the date as");
    },
  );

  test("a bare number is refused: it counts days from one of two beginnings", () => {
    expect(told(dateIn(45_473))).toMatch("A number, not a date");
  });

  test("a day that the file counts to is none when it is before 1990", () => {
    expect(told(dateIn({ date: "1899-12-31" }))).toMatch("does not exist");
    expect(told(dateIn({ date: "" }))).toMatch("does not exist");
  });
});

describe("numbers", () => {
  test.each([
    ["1 234,5", 1234.5],
    ["1\u00A0234,5", 1234.5],
    ["1\u202F234.5", 1234.5],
    ["1.234,5", 1234.5],
    ["1,234.5", 1234.5],
    ["1.234.567", 1_234_567],
    ["1'234.5", 1234.5],
    ["12,75", 12.75],
    ["-12,75", -12.75],
    ["\u221212,75", -12.75],
    ["0,125", 0.125],
    ["1e-7", 1e-7],
    ["+5", 5],
  ])("%s is %d", (typed, value) => {
    expect(number(typed)).toBe(value);
  });

  test("three digits after the only separator can be thousands or decimals", () => {
    expect(number("1.234")).toMatch("Does 1.234 mean thousands or decimals?");
    expect(number("1,234")).toMatch("thousands or decimals");
    expect(number("1,234", ",")).toBe(1.234);
    expect(number("1.234", ",")).toMatch("thousands or decimals");
    expect(number("1.234", ".")).toBe(1.234);
    expect(number("1,234", ".")).toMatch("thousands or decimals");
  });

  test.each(["noin 5", "5 kpl", "1,2,3", "12.34.56", "1.23,456,7", "", "0x10", "Infinity", "--5"])(
    "%s is no number",
    (typed) => {
      expect(number(typed)).toMatch("Write a number");
    },
  );

  test("true is no number, though programs store it as one", () => {
    expect(number(true)).toMatch("Write a number");
  });

  test("a percentage is what is shown, where the unit is a percentage", () => {
    const percent = (value: string | number, unit: string) =>
      told(numberIn(value, { decimal: null, marks: ["percent"], unit }));
    expect(percent(0.07, "%")).toBe(7);
    expect(percent(0.285, "%")).toBe(28.5);
    expect(percent("28,5 %", "%")).toBe(28.5);
    expect(percent(0.5, "kpl")).toMatch("A percentage is for targets whose unit is %");
    expect(percent("50 %", "kpl")).toMatch("A percentage is for");
  });

  test("every number comes back as the exports write it", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e12, max: 1e12 }), (value) => {
        const sure = value === 0 ? 0 : value;
        expect(number(String(sure), ".")).toBe(sure);
        expect(number(String(sure).replace(".", ","), ",")).toBe(sure);
      }),
    );
  });
});

describe("text", () => {
  const prose = (typed: string, format: "csv" | "xlsx") =>
    told(proseIn(typed, { format, lengthMax: 20 }));

  test("what kept a formula from running is taken away again, in CSV alone", () => {
    expect(prose("'=1+1", "csv")).toBe("=1+1");
    expect(prose("'=1+1", "xlsx")).toBe("'=1+1");
    expect(prose("'aatelinen", "csv")).toBe("'aatelinen");
  });

  test("too long and broken text is refused", () => {
    expect(prose("a".repeat(21), "csv")).toMatch("At most 20 characters");
    expect(prose("a\u0007b", "csv")).toMatch("control characters");
  });

  test("armour comes off as it went on", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("=", "+", "'", " ", "a", "＝") }), (text) => {
        expect(withoutArmour(harmless(text)) === text || harmless(text) === text).toBe(true);
      }),
    );
  });

  test("text is the same as an export wrote it, whatever it begins with", () => {
    for (const known of ["'=1", "=1", "a\r\nb", "\uFFFEx", "-"]) {
      expect(isSameText(prose(harmless(known), "csv"), known)).toBe(true);
      expect(isSameText(prose(known, "xlsx"), known)).toBe(true);
      expect(isSameText(known.replaceAll("\uFFFE", ""), known)).toBe(true);
      expect(isSameText(known.replaceAll("\r\n", "\n"), known)).toBe(true);
    }
    expect(isSameText("a", "b")).toBe(false);
  });
});

test("a dash says nothing, and a word does", () => {
  expect(["", "  ", "-", " – ", null].map(isBlank)).toEqual([true, true, true, true, true]);
  expect([0, false, "a", "--", { date: "" }].map(isBlank)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
});

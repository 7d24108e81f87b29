import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { harmless } from "../../worker/kernel/harmless.ts";
import { WORDS as STATUS_WORDS } from "../../worker/progress/words/status.ts";
import { WORDS } from "../../worker/reporting/words/exports.ts";
import { WORDS as RISK_WORDS } from "../../worker/risks/words.ts";

describe("text that a spreadsheet program could run", () => {
  test.each([
    "=cmd|'/C calc'!A0",
    "+358401234567",
    "-12",
    "@SUM(A1)",
    "\tx",
    "\r=1",
    "  =1+1",
    "\u00a0=1",
    "\n=1",
    "＝1+1",
    "＋1",
    "－1",
    "＠x",
    " ＝x",
    "|calc",
  ])("%j gets an apostrophe", (text) => {
    expect(harmless(text)).toBe(`'${text}`);
  });

  test.each(["", "Välitavoite", "1 = 1", "a@b.fi", "(2023–2025)", "5 %", "’=1", "äö"])(
    "%j stays as it is",
    (text) => {
      expect(harmless(text)).toBe(text);
    },
  );

  test("never begins, blanks aside, as a formula does", () => {
    const starts = fc.constantFrom("=", "+", "-", "@", "＝", "＋", "－", "＠");
    const blanks = fc
      .array(fc.constantFrom(" ", "\t", "\n", "\u00a0", "\u2003", "\ufeff"))
      .map((a) => a.join(""));
    fc.assert(
      fc.property(blanks, starts, fc.string(), (blank, start, rest) => {
        expect(harmless(`${blank}${start}${rest}`)).toMatch(/^'/);
      }),
    );
  });
});

describe("the words of exports", () => {
  const leaves = (value: unknown, path: string): [string, string][] =>
    typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([name, one]) => leaves(one, `${path}.${name}`))
      : [[path, String(value)]];

  test.each(["fi", "sv", "en"] as const)("are all there in %s", (language) => {
    for (const [path, word] of leaves(
      [WORDS[language], STATUS_WORDS[language], RISK_WORDS[language]],
      language,
    )) {
      expect(word, path).toMatch(/^\S.*\S$/);
    }
  });

  test("give every column a heading of its own", () => {
    for (const { columns } of Object.values(WORDS)) {
      const headings = Object.values(columns);
      expect(new Set(headings).size).toBe(headings.length);
    }
    for (const { riskColumns, deviationColumns } of Object.values(RISK_WORDS)) {
      for (const columns of [riskColumns, deviationColumns]) {
        const headings = Object.values(columns);
        expect(new Set(headings).size).toBe(headings.length);
      }
    }
  });

  test("name sheets as a spreadsheet program allows", () => {
    for (const { sheets, amendments } of Object.values(WORDS)) {
      for (const name of [...Object.values(sheets), amendments.sheet])
        expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/);
    }
    for (const { risks, deviations } of Object.values(RISK_WORDS)) {
      for (const name of [risks, deviations]) expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/);
    }
  });
});

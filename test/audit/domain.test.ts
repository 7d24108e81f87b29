import { describe, expect, test } from "vitest";
import { changesBetween, chainProblems, type Link } from "../../worker/audit/domain.ts";
import { valueLengthMax } from "../../worker/audit/terms.ts";
import { fieldInWords, WORDS } from "../../worker/audit/words/history.ts";
import { COLUMNS } from "../../worker/audit/words/words.ts";
import { LANGUAGES } from "../../worker/kernel/language.ts";

describe("what became different", () => {
  test("of the first fact is all that is known, and nothing of what is empty", () => {
    const after = { name: "Uusi", note: null, summary: "", topics: [], weight: 0, open: false };
    expect(changesBetween(null, after)).toEqual([
      { field: "name", before: null, after: "Uusi" },
      { field: "weight", before: null, after: 0 },
      { field: "open", before: null, after: false },
    ]);
  });

  test("is told field by field, also inside of fields, in their order", () => {
    const before = {
      phases: [{ name: "Pilotti", endsOn: "2023-12-31" }],
      due: { "536": "2024-01-31", "837": "2024-01-31" },
      municipalities: ["536", "837"],
      value: 1,
      same: { a: [1, { b: 2 }] },
    };
    const after = {
      value: null,
      same: { a: [1, { b: 2 }] },
      municipalities: ["211", "536", "837"],
      due: { "837": "2024-02-29" },
      phases: [
        { name: "Pilotti", endsOn: "2023-09-30" },
        { name: "Laajennus", endsOn: "2024-12-31" },
      ],
    };
    expect(changesBetween(before, after)).toEqual([
      { field: "municipalities", before: ["536", "837"], after: ["211", "536", "837"] },
      { field: "due.837", before: "2024-01-31", after: "2024-02-29" },
      { field: "phases.0.endsOn", before: "2023-12-31", after: "2023-09-30" },
      { field: "phases.1.name", before: null, after: "Laajennus" },
      { field: "phases.1.endsOn", before: null, after: "2024-12-31" },
      { field: "due.536", before: "2024-01-31", after: null },
      { field: "value", before: 1, after: null },
    ]);
  });

  test("of a long text is told up to a length, and not at all where it is the same", () => {
    const long = "x".repeat(valueLengthMax + 1);
    expect(changesBetween({ a: long, b: long }, { a: long, b: `${long}y` })).toEqual([
      {
        field: "b",
        before: `${"x".repeat(valueLengthMax)}…`,
        after: `${"x".repeat(valueLengthMax)}…`,
      },
    ]);
    expect(changesBetween({ a: 1 }, { a: 1 })).toEqual([]);
    expect(changesBetween(null, null)).toEqual([]);
  });
});

describe("a chain", () => {
  const link = (version: number, more: Partial<Link> = {}): Link => ({
    seq: version,
    subject: "s",
    version,
    previousHash: version === 1 ? "" : `h${version - 1}`,
    hash: `h${version}`,
    ...more,
  });
  const problems = (facts: readonly Link[], before = facts) =>
    chainProblems(
      facts,
      facts.map(({ version }) => `h${version}`),
      before,
    ).map(({ version, problem }) => `${version} ${problem}`);

  test("holds where each links to the one before, also on another page", () => {
    expect(problems([link(1), link(2), link(3)])).toEqual([]);
    expect(problems([link(3)], [link(2)])).toEqual([]);
  });

  test("is broken by a hash, a link, a gap, an order and a beginning that is none", () => {
    expect(problems([link(1), link(2, { hash: "x" }), link(3)])).toEqual(["2 hash", "3 link"]);
    expect(problems([link(1), link(2, { previousHash: "x" })])).toEqual(["2 link"]);
    expect(problems([link(1), link(3)])).toEqual(["3 gap"]);
    expect(problems([link(1, { seq: 9 }), link(2)])).toEqual(["2 order"]);
    expect(problems([link(1, { previousHash: "x" })])).toEqual(["1 link"]);
  });
});

describe("words", () => {
  test("of dotted fields count from one, and name what a code stands for", () => {
    const nameOf = (code: string) => (code === "837" ? "Tampere" : code);
    expect(fieldInWords("phases.0.name", WORDS.fi)).toBe("Vaihe 1 Nimi");
    expect(fieldInWords("dueOnByMunicipality.837", WORDS.fi, nameOf)).toBe(
      "Kuntakohtainen määräpäivä Tampere",
    );
    expect(fieldInWords("something.else", WORDS.en)).toBe("something else");
  });

  test("are the same in each language: every field, value and reason", () => {
    const keysOf = (value: unknown): string[] =>
      typeof value === "object" && value !== null
        ? Object.entries(value).flatMap(([key, inner]) => [
            key,
            ...keysOf(inner).map((one) => `${key}.${one}`),
          ])
        : [];
    for (const language of LANGUAGES) {
      expect(keysOf(WORDS[language]).toSorted()).toEqual(keysOf(WORDS.fi).toSorted());
      expect(Object.keys(WORDS[language].columns)).toEqual([...COLUMNS]);
    }
  });
});

import { describe, expect, test } from "vitest";
import { rowsMax } from "../../../worker/imports/terms.ts";
import { WORDS as STATUS_WORDS } from "../../../worker/progress/words/status.ts";
import { COLUMNS } from "../../../worker/reporting/formats/columns.ts";
import { WORDS } from "../../../worker/reporting/words/exports.ts";
import { aMilestone, aPlan, aTarget } from "../../support/cells.ts";
import { aSheet, readSheet } from "../../support/sheets.ts";

const plan = aPlan(
  aMilestone({ number: 1, title: "Pilotti valittu" }),
  aTarget({ number: 2, title: "Tavattuja nuoria" }),
  aMilestone({ number: 3, title: "Loppuraportti", scope: "project" }),
);
const read = (...args: Parameters<typeof aSheet>) => readSheet(aSheet(...args), plan);

describe("our own export is known", () => {
  test.each(["fi", "sv", "en"] as const)("in %s, in any order of its columns", (language) => {
    const keys = COLUMNS.map(({ key }) => key).toReversed();
    const heads = keys.map((key) => WORDS[language].columns[key]);
    const { layout, means } = read([heads, heads.map(() => "x")]);
    expect(layout).toMatchObject({ isOwn: true, empty: "clear", headerRow: 1 });
    const known = ["milestone", "title", "municipality", "municipalityName", "declared", "value"];
    expect(keys.filter((_, index) => means[index] !== "ignore").toSorted()).toEqual(
      [...known, "forecastOn", "doneOn", "reason", "unblock"].toSorted(),
    );
    expect(keys.every((key, index) => ["ignore", key].includes(means[index] ?? ""))).toBe(true);
  });

  test("by its codes", () => {
    const heads = [...COLUMNS.map(({ key }) => key), "project", "asOf", "funding"];
    const { layout, means } = read([heads, heads.map(() => "x")]);
    expect(layout.isOwn).toBe(true);
    expect(means[heads.indexOf("municipality")]).toBe("municipality");
    expect(means[heads.indexOf("municipalityName")]).toBe("municipalityName");
  });
});

describe("a row for each cell", () => {
  test("headed as people do, under a title and an empty row", () => {
    const { items, problems, layout } = read([
      ["Tilanne 3/2024"],
      [],
      ["Kaupunki", "Tavoite nro", "Tilanne", "Arvo", "Valmistumispäivä", "Lisätiedot"],
      ["Tampere", 1, "Tehty", null, { date: "2024-02-29" }, "Soitettu"],
      ["Tammerfors", "2.", "pågår", "1 234,5", "-", null],
      ["nokia", "Nro 1", "EI ALOITETTU", null, null, null],
    ]);
    expect(problems).toEqual([]);
    expect(layout).toMatchObject({ headerRow: 3, isOwn: false, empty: "keep" });
    expect(items).toEqual([
      {
        milestone: 1,
        municipality: "837",
        declared: "done",
        doneOn: "2024-02-29",
        note: "Soitettu",
      },
      { milestone: 2, municipality: "837", declared: "in_progress", value: 1234.5 },
      { milestone: 1, municipality: "536", declared: "not_started" },
    ]);
  });

  test("statuses in three languages and as codes", () => {
    for (const words of [STATUS_WORDS.fi, STATUS_WORDS.sv, STATUS_WORDS.en]) {
      for (const [code, word] of Object.entries(words.declared)) {
        const rows = [
          ["Kunta", "Nro", "Tila"],
          ["837", 1, word.toUpperCase()],
          ["536", 1, code],
        ];
        const { items, problems } = read(rows);
        expect(problems).toEqual([]);
        expect(items.map(({ declared }) => declared)).toEqual([code, code]);
      }
    }
  });

  test("a municipality by a code that lost its zeros", () => {
    const early = aPlan(aMilestone());
    const akaa = { ...early.municipalities[0], code: "020", nameFi: "Akaa", nameSv: "Ackas" };
    const small = {
      ...early,
      municipalities: [{ ...akaa, population: null, tileColumn: 0, tileRow: 0 }],
    };
    for (const code of [20, "20", "020"]) {
      const rows = [
        ["Kunta", "Nro", "Tila"],
        [code, 1, "Valmis"],
      ];
      expect(readSheet(aSheet(rows), small).items).toMatchObject([{ municipality: "020" }]);
    }
  });

  test("what the whole sheet is about need not stand on every row", () => {
    const rows = [
      ["Kunta", "Tila"],
      ["Tampere", "Valmis"],
    ];
    const about = readSheet(aSheet(rows), plan, { milestone: 1 });
    expect(about.items).toEqual([{ milestone: 1, municipality: "837", declared: "done" }]);
    expect(read(rows).problems).toEqual([
      ["1", expect.stringMatching("Which column tells the milestone")],
    ]);
  });

  test("every problem is named by its row and column, and none hides another", () => {
    const { problems, items } = read([
      ["Kuntakoodi", "Kunta", "Nro", "Tavoite", "Tila", "Toteuma", "Valmistui"],
      ["837", "Nokia", 1, null, "Valmis", null, null],
      ["999", null, 9, null, "ehkä", "1.234", "30.2.2024"],
      ["837", "Tampere", 1, "Loppuraportti", "Valmis", null, null],
      [null, null, 1, null, "Valmis", null, null],
      ["837", null, null, null, "Valmis", null, null],
      ["837", "Tampere", 3, null, "Valmis", null, null],
      ["all", null, 1, null, "Valmis", null, null],
      ["536", null, 1, null, "Valmis", null, null],
      ["536", null, "Pilotti valittu", null, "Valmis", null, null],
    ]);
    expect(problems).toEqual([
      ["B2", expect.stringMatching("does not go with the code 837")],
      ["C3", expect.stringMatching("no such milestone")],
      ["A3", expect.stringMatching("no such municipality")],
      ["E3", expect.stringMatching("Unknown status")],
      ["F3", expect.stringMatching("thousands or decimals")],
      ["G3", expect.stringMatching("does not exist")],
      ["D4", expect.stringMatching("1 is “Pilotti valittu”")],
      ["A5", expect.stringMatching("names no municipality")],
      ["C6", expect.stringMatching("names no milestone")],
      ["7", expect.stringMatching("whole project, not by municipality")],
      ["8", expect.stringMatching("tracked by municipality")],
      ["E10", expect.stringMatching("E9 already speaks")],
    ]);
    expect(items).toHaveLength(1);
  });

  test("an empty cell says nothing, unless it is said to empty what there is", () => {
    const rows = [
      ["Kunta", "Nro", "Tila", "Ennuste"],
      ["837", 1, "Käynnissä", null],
    ];
    expect(read(rows).items[0]).not.toHaveProperty("forecastOn");
    const cleared = readSheet(aSheet(rows), plan, { empty: "clear" });
    expect(cleared.items[0]).toMatchObject({ forecastOn: null });
  });
});

describe("milestones or municipalities across", () => {
  test("a row for each municipality, milestones by number and by name", () => {
    const { items, problems, means } = read([
      ["", 1, "Tavattuja nuoria", "Huom. ei lueta"],
      ["Tampere", "Valmis 30.6.2023", 12, "x"],
      ["Nokia", "Keskeytetty: henkilöstö vaihtui", "Käynnissä 5,5", null],
    ]);
    expect(means).toEqual(["municipalityName", "milestone/1", "milestone/2", "ignore"]);
    expect(problems).toEqual([]);
    expect(items).toEqual([
      { milestone: 1, municipality: "837", declared: "done", doneOn: "2023-06-30" },
      { milestone: 2, municipality: "837", value: 12 },
      { milestone: 1, municipality: "536", declared: "paused", reason: "henkilöstö vaihtui" },
      { milestone: 2, municipality: "536", declared: "in_progress", value: 5.5 },
    ]);
  });

  test("a row for each milestone, municipalities and the whole project across", () => {
    const { items, problems, means } = read([
      ["Välitavoite", "Tampere", "536", "Koko hanke"],
      ["1. Pilotti valittu", "Käynnissä 31.12.2024", "", null],
      ["Loppuraportti", null, null, "Ei aloitettu"],
    ]);
    expect(means).toEqual(["title", "municipality/837", "municipality/536", "municipality/all"]);
    expect(problems).toEqual([]);
    expect(items).toEqual([
      { milestone: 1, municipality: "837", declared: "in_progress", forecastOn: "2024-12-31" },
      { milestone: 3, municipality: "all", declared: "not_started" },
    ]);
  });

  test("a cell that says no status, or stands where the plan has none, is named", () => {
    const { problems } = read([
      ["Kunta", 1, 3],
      ["Tampere", "30.6.2023", "Valmis"],
      ["Lahti", "Valmis", null],
    ]);
    expect(problems).toEqual([
      ["B2", expect.stringMatching("Write a status")],
      ["C2", expect.stringMatching("whole project, not by municipality")],
      ["A3", expect.stringMatching("no such municipality")],
    ]);
  });

  test("a column beside them tells nothing of any cell", () => {
    const rows = [
      ["Kunta", 1, "Huom"],
      ["Tampere", "Valmis", "x"],
    ];
    expect(read(rows).means).toEqual(["municipalityName", "milestone/1", "ignore"]);
    const mapping = { columns: [{ column: "C", means: "note" }] };
    expect(readSheet(aSheet(rows), plan, mapping).problems).toEqual([
      ["C1", expect.stringMatching("all is told in their cells")],
    ]);
  });

  test("both ways at once is refused", () => {
    const mapping = {
      columns: [
        { column: "A", means: "milestone/1" },
        { column: "B", means: "municipality/837" },
      ],
    };
    const { problems } = readSheet(
      aSheet([
        ["a", "b"],
        ["Valmis", "Valmis"],
      ]),
      plan,
      mapping,
    );
    expect(problems).toEqual([["1", expect.stringMatching("either milestones or municipalities")]]);
  });
});

describe("what a person says of the columns goes before what is guessed", () => {
  const rows = [
    ["Nimi", "Missä mennään", "Nro"],
    ["Tampere", "Valmis", 1],
  ];

  test("columns and the row of the header", () => {
    const columns = [{ column: "B", means: "declared" }];
    expect(readSheet(aSheet(rows), plan, { columns }).items).toHaveLength(1);
    const below = readSheet(aSheet([["Kunta", "Nro", "Tila"], ...rows]), plan, {
      headerRow: 2,
      columns,
    });
    expect(below.layout.headerRow).toBe(2);
    expect(below.items).toEqual([{ milestone: 1, municipality: "837", declared: "done" }]);
  });

  test.each([
    [
      [
        { column: "A", means: "declared" },
        { column: "B", means: "declared" },
      ],
      "already tells this",
    ],
    [[{ column: "A", means: "weight" }], "A column cannot mean this: weight"],
    [[{ column: "A", means: "milestone/9" }], "cannot mean this: milestone/9"],
    [[{ column: "A", means: "municipality/999" }], "cannot mean this"],
  ])("%j is refused", (columns, sentence) => {
    const { problems } = readSheet(aSheet(rows), plan, { columns });
    expect(problems.map(([, said]) => said).join(" ")).toMatch(sentence);
  });
});

describe("formulas and merged cells", () => {
  const rows = [
    ["Kunta", "Nro", "Tila"],
    ["Tampere", 1, "Valmis"],
    [null, 2, "Käynnissä"],
    ["Nokia", 1, null],
  ];

  test("a formula is named, one without a value or with an error is a problem", () => {
    const marked = { C2: "formula", C3: "error", C4: "uncomputed" } as const;
    const { problems, notes } = read(rows, { marked });
    expect(notes).toEqual([["C2", expect.stringMatching("the value that was saved with it")]]);
    expect(problems.slice(0, 2)).toEqual([
      ["C3", expect.stringMatching("is an error")],
      ["C4", expect.stringMatching("no saved value")],
    ]);
  });

  test("a merged municipality holds for its rows, and is named", () => {
    const { items, problems, notes } = read(rows, {
      merges: [{ top: 2, left: 0, bottom: 3, right: 0 }],
    });
    expect(problems).toEqual([]);
    expect(notes).toEqual([["A2", "A merged cell was read for all of its 2 rows."]]);
    expect(items.map(({ milestone, municipality }) => [milestone, municipality])).toEqual([
      [1, "837"],
      [2, "837"],
    ]);
  });

  test("merges that overlap fill each cell once, however many there are", () => {
    const height = 2000;
    const long = [rows[0] ?? [], ...Array.from({ length: height }, () => rows[1] ?? [])];
    const merge = { top: 2, left: 0, bottom: height + 1, right: 0 };
    const { problems } = read(long, { merges: Array.from({ length: 20_000 }, () => merge) });
    expect(problems[0]).toEqual(["A2", expect.stringMatching("Merged cells")]);
  });

  test("a merged status would be a guess: it is a problem", () => {
    const merges = [{ top: 2, left: 2, bottom: 3, right: 2 }];
    expect(read(rows, { merges }).problems[0]).toEqual([
      "C2",
      expect.stringMatching("Merged cells"),
    ]);
  });

  test("a merged title above the header says nothing", () => {
    const { problems } = read([["Tilanne"], ...rows.slice(0, 2)], {
      merges: [{ top: 1, left: 0, bottom: 1, right: 2 }],
    });
    expect(problems).toEqual([]);
  });
});

test("words that are statuses head no column", () => {
  const { layout } = read([
    ["", 1, 2],
    ["Tampere", "Valmis", "Klar"],
    ["Nokia", "Done", "Kesken"],
  ]);
  expect(layout.headerRow).toBe(1);
});

test("more rows than can be brought in are refused, and one fewer is not", () => {
  const head = ["Kunta", "Nro", "Tila"];
  const row = ["Tampere", 1, "Valmis"];
  const full = read([head, ...Array.from({ length: rowsMax }, () => row)]);
  expect(full.problems.some(([, said]) => said?.startsWith("There are"))).toBe(false);
  const over = read([head, ...Array.from({ length: rowsMax + 1 }, () => row)]);
  expect(over.problems).toEqual([
    [
      "1",
      `There are ${rowsMax + 1} rows; at most ${rowsMax} can be brought in at once. Split the file.`,
    ],
  ]);
});

test("an empty sheet, and one of a header alone, have no rows", () => {
  expect(read([]).rows).toBe(0);
  expect(read([["Kunta", "Nro", "Tila"]])).toMatchObject({ rows: 0, items: [], problems: [] });
});

import { beforeEach, describe, expect, test } from "vitest";
import * as z from "zod";
import { harmless } from "../../../worker/kernel/harmless.ts";
import { WORDS as STATUS_WORDS } from "../../../worker/progress/words/status.ts";
import type { ExportRow } from "../../../worker/reporting/contract/exports.ts";
import { COLUMNS } from "../../../worker/reporting/formats/columns.ts";
import { WORDS } from "../../../worker/reporting/words/exports.ts";
import { ok } from "../../support/answers.ts";
import { csvExport, exportPath, jsonExport, xlsxExport } from "../../support/exports.ts";
import { aWorld, type Client, stranger } from "../../support/world.ts";

const tricky = {
  title: '=HYPERLINK("http://paha.example";"x")',
  reason: '+358 40 123\n-2 "lainaus"; pilkku, sarkain\t',
  unblock: "@SUM(A1:A9)",
};
const languages = ["fi", "sv", "en"] as const;
let reader: Client;

/** Every status, dates of every kind, numbers with decimals, and text that could be a formula. */
beforeEach(async () => {
  const people = await aWorld();
  reader = people.steering;
  const { lead } = people;
  const milestone = { title: tricky.title, dueOnByMunicipality: { "536": "2099-01-31" } };
  await ok(await lead.send("PATCH", "/api/projects/demo/milestones/1", milestone, { version: 1 }));
  const target = { unit: "-kpl", baseline: 0.5, goal: 1234.5 };
  await ok(await lead.send("PATCH", "/api/projects/demo/milestones/2", target, { version: 1 }));
  const grant = { grantReference: "=1+1\uFFFF", leadOrganisation: "|calc\uFFFE" };
  await ok(await lead.send("PATCH", "/api/projects/demo", grant, { version: 1 }));
  const cell = { version: 0, milestone: 1, municipality: "837" };
  const batch = [
    { ...cell, declared: "paused", reason: tricky.reason, unblock: tricky.unblock },
    { ...cell, municipality: "536", declared: "in_progress", forecastOn: "2099-06-30" },
    { ...cell, milestone: 2, declared: "in_progress", value: -12.75 },
    { ...cell, milestone: 3, municipality: "all", declared: "done", doneOn: "2024-02-29" },
  ];
  await ok(await lead.send("POST", "/api/projects/demo/progress/batch", batch));
});

describe("the formats say the same", () => {
  test("as CSV for machines: codes, ISO dates, decimal points, commas", async () => {
    const { rows, project } = await jsonExport(reader, "&lang=en");
    const csv = await csvExport(reader, "&delimiter=comma&lang=en");
    const keys = COLUMNS.map(({ key }) => key);
    expect(csv.headings).toEqual([...keys, "project", "asOf", "funding"]);
    const same = { project: project.name, asOf: expect.stringMatching(/Z$/), funding: "Funded" };
    const expected = rows.map((row) => ({ ...mapped(row, plain), ...same }));
    expect(csv.rows).toEqual(expected);
    expect(csv.text.startsWith("\uFEFF")).toBe(false);
  });

  test.each(languages)(
    "as CSV for Finnish Excel in %s: words, its dates, decimal commas",
    async (language) => {
      const { rows, programme, project } = await jsonExport(reader, `&lang=${language}`);
      const csv = await csvExport(reader, `&lang=${language}`);
      const { columns } = WORDS[language];
      const keys = [...COLUMNS.map(({ key }) => key), "project", "asOf", "funding"] as const;
      expect(csv.headings).toEqual(keys.map((key) => columns[key]));
      const expected = rows.map((row) => ({
        ...mapped(
          row,
          (key, value) => finnish(key, value, language),
          (key) => columns[key],
        ),
        [columns.project]: project.name,
        [columns.asOf]: expect.stringMatching(/Z$/),
        [columns.funding]: programme.visibilityText,
      }));
      expect(csv.rows).toEqual(expected);
      expect(csv.text.startsWith("\uFEFF")).toBe(true);
    },
  );

  test.each(languages)("as XLSX in %s: words, real dates and real numbers", async (language) => {
    const { rows } = await jsonExport(reader, `&lang=${language}`);
    const { workbook } = await xlsxExport(reader, `&lang=${language}`);
    const [headings, ...found] = workbook.sheets[0]?.rows ?? [];
    expect(headings).toEqual(COLUMNS.map(({ key }) => WORDS[language].columns[key]));
    const expected = rows.map((row) =>
      COLUMNS.map(({ key, type }) => {
        const value = row[key];
        if (typeof value !== "string") return value;
        return type === "date" ? new Date(`${value}T00:00:00.000Z`) : inWords(key, value, language);
      }),
    );
    expect(found.map((row) => COLUMNS.map((_, at) => row[at] ?? null))).toEqual(expected);
  });

  test("as the matrix says", async () => {
    type Matrix = { cells: Record<string, unknown>[] };
    const { cells } = await ok<Matrix>(await reader.get("/api/projects/demo/progress"));
    const { rows } = await jsonExport(reader);
    const shared = [
      "milestone",
      "municipality",
      "declared",
      "schedule",
      "evidence",
      "value",
      "dueOn",
      "forecastOn",
      "doneOn",
    ] as const;
    const pick = (row: Record<string, unknown>) => shared.map((name) => row[name]);
    expect(rows.map(pick)).toEqual(cells.map(pick));
  });

  test("and hold what was put in, so that the comparison means something", async () => {
    const { rows } = await jsonExport(reader, "&lang=en");
    expect(rows).toHaveLength(5);
    expect(rows[1]).toMatchObject({
      title: tricky.title,
      municipalityName: "Tampere",
      declared: "paused",
      schedule: "late",
      reason: tricky.reason.trim(),
      unblock: tricky.unblock,
      dueOn: "2023-06-30",
    });
    expect(rows[0]).toMatchObject({
      schedule: "at_risk",
      dueOn: "2099-01-31",
      forecastOn: "2099-06-30",
    });
    expect(rows[3]).toMatchObject({ value: -12.75, unit: "-kpl", baseline: 0.5, goal: 1234.5 });
    expect(rows[4]).toMatchObject({
      municipality: "all",
      municipalityName: "Whole project",
      doneOn: "2024-02-29",
    });
  });
});

describe("text that could be a formula", () => {
  test("never begins a field of CSV", async () => {
    for (const query of ["", "&delimiter=comma"]) {
      const { rows, headings } = await csvExport(reader, query);
      const fields = [...headings, ...rows.flatMap((row) => Object.values(row))];
      const numbers = /^-?\d+([.,]\d+)?$/;
      expect(
        fields.filter((field) => /^\s*[=+\-@|＝＋－＠]/.test(field) && !numbers.test(field)),
      ).toEqual([]);
      expect(fields).toContain(`'${tricky.title}`);
      expect(fields).toContain(`'${tricky.unblock}`);
    }
  });

  test("is text in XLSX, which has no formula anywhere", async () => {
    const { workbook, parts } = await xlsxExport(reader);
    for (const [name, part] of Object.entries(parts)) {
      if (name.startsWith("xl/worksheets")) expect(part, name).not.toMatch(/<f[ >/]/);
      expect(part, name).not.toMatch(/[\uFFFE\uFFFF]|&#xFFF[EF];/i);
    }
    expect(Object.keys(parts)).toContain("xl/workbook.xml");
    expect(workbook.sheets[0]?.rows[2]?.[1]).toBe(tricky.title);
    const about = new Map(workbook.sheets[2]?.rows.map(([name, value]) => [name, value]));
    expect(about.get(WORDS.en.about.grantReference)).toBe("=1+1");
    expect(about.get(WORDS.en.about.leadOrganisation)).toBe("|calc");
  });
});

describe("the JSON export", () => {
  test("is valid by the schema that it names, which is served to everyone", async () => {
    const status = await ok<{ schema: string; version: string }>(
      await reader.get(`${exportPath}?format=json`),
    );
    const { pathname } = new URL(status.schema);
    const served = await ok<Record<string, unknown>>(await stranger.get(pathname));
    expect(served).toMatchObject({
      $id: status.schema,
      $schema: "https://json-schema.org/draft/2020-12/schema",
    });
    const schema = z.fromJSONSchema(served);
    expect(schema.safeParse(status).error).toBeUndefined();
    expect(schema.safeParse({ ...status, version: "2.0" }).success).toBe(false);
    expect(schema.safeParse({ ...status, asOf: null }).success).toBe(false);
    expect(schema.safeParse({ ...status, rows: [{}] }).success).toBe(false);
  });
});

type Key = keyof ExportRow;
const isDate = (key: Key) => COLUMNS.some((column) => column.key === key && column.type === "date");

function mapped(
  row: ExportRow,
  text: (key: Key, value: string | number) => string,
  name: (key: Key) => string = (key) => key,
) {
  return Object.fromEntries(
    COLUMNS.map(({ key }) => [name(key), row[key] === null ? "" : text(key, row[key] ?? "")]),
  );
}

const plain = (_: Key, value: string | number) =>
  typeof value === "number" ? String(value) : harmless(value);

function finnish(key: Key, value: string | number, language: (typeof languages)[number]) {
  if (typeof value === "number") return String(value).replace(".", ",");
  if (!isDate(key)) return harmless(inWords(key, value, language));
  return value.split("-").toReversed().map(Number).join(".");
}

function inWords(key: Key, value: string, language: (typeof languages)[number]): string {
  const { declared, schedule, evidence } = STATUS_WORDS[language];
  const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    declared,
    schedule,
    evidence,
    kind: WORDS[language].kinds,
  };
  return words[key]?.[value] ?? value;
}

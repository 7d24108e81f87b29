import { describe, expect, test } from "vitest";
import { COLUMNS } from "../../worker/reporting/formats/columns.ts";
import { loadStatusExport } from "../../worker/reporting/queries/exports.ts";
import { ok, refusal } from "../support/answers.ts";
import { csvExport, exportPath, jsonExport, xlsxExport } from "../support/exports.ts";
import { story } from "../support/story.ts";
import { aProject, at, aWorld, type Client, holds, signIn, stranger } from "../support/world.ts";

const today = () => new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Helsinki" });

/** One cell done, one in progress and late; nothing is known of the other three. */
async function aWorldWithProgress() {
  const people = await aWorld();
  const cell = { version: 0, declared: "in_progress", milestone: 1 };
  const batch = [
    { ...cell, municipality: "837", declared: "done", doneOn: "2023-06-30" },
    { ...cell, municipality: "536" },
  ];
  await ok(await people.lead.send("POST", "/api/projects/demo/progress/batch", batch));
  return people;
}

describe("a status export", () => {
  test.each([
    ["format=csv", "text/csv; charset=utf-8", "fi", "demo-tilanne-*.csv"],
    ["format=csv&lang=sv", "text/csv; charset=utf-8", "sv", "demo-lage-*.csv"],
    ["format=json&lang=en", "application/json; charset=utf-8", "en", "demo-status-*.json"],
    [
      "format=xlsx",
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "fi",
      "demo-tilanne-*.xlsx",
    ],
  ])("?%s is a file with its type, language and name", async (query, type, language, name) => {
    const { steering } = await aWorld();
    const before = today();
    const answer = await steering.get(`${exportPath}?${query}`, { "accept-language": "" });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe(type);
    expect(answer.headers.get("content-language")).toBe(language);
    const names = [before, today()].map((date) => name.replace("*", date));
    const files = names.map((file) => `attachment; filename="${file}"`);
    expect(files).toContain(answer.headers.get("content-disposition"));
    expect(answer.headers.get("cache-control")).toMatch(/private/);
  });

  test("carries the funding line in every row of CSV, and in every workbook", async () => {
    const { steering } = await aWorld();
    const { rows } = await csvExport(steering, "&lang=fi");
    expect(rows.map((row) => row["Rahoitus"])).toEqual(rows.map(() => "Rahoitettu"));
    const { workbook } = await xlsxExport(steering, "&lang=sv");
    expect(workbook.sheets[2]?.rows).toContainEqual(["Finansieringstext", "Finansierad"]);
    expect((await jsonExport(steering, "&lang=en")).programme.visibilityText).toBe("Funded");
  });

  test("in a workbook has a frozen header, widths, a filter, and dates that look like dates", async () => {
    const { steering } = await aWorldWithProgress();
    const { workbook } = await xlsxExport(steering);
    const [status, summary] = workbook.sheets;
    expect(workbook.sheets.map(({ name }) => name)).toEqual([
      "Status",
      "By municipality",
      "About",
      "Risks",
      "Deviations",
    ]);
    expect(status?.freezePane).toMatchObject({ rows: 1, columns: 2 });
    expect(summary?.freezePane).toMatchObject({ rows: 1, columns: 2 });
    expect(status?.autoFilter?.range).toBe("A1:W6");
    expect(status?.columns?.map(({ width }) => Math.round(width ?? 0))).toEqual(
      COLUMNS.map(({ width }) => width),
    );
    const doneOn = COLUMNS.findIndex(({ key }) => key === "doneOn");
    expect(status?.rows[2]?.[doneOn]).toEqual(new Date("2023-06-30T00:00:00.000Z"));
    expect(status?.cells?.get(`2,${doneOn}`)?.style?.numFmt).toBe("d.m.yyyy");
  });

  test("sums by municipality what the summary says, in the workbook too", async () => {
    const { steering } = await aWorldWithProgress();
    const status = await jsonExport(steering);
    type Summary = { total: object; municipalities: { explanation: object }[] };
    const summary = await ok<Summary>(await steering.get("/api/projects/demo/summary"));
    expect(status.total).toEqual(summary.total);
    expect(status.municipalities).toEqual(
      summary.municipalities.map(({ explanation: _, ...figures }) => figures),
    );
    const { workbook } = await xlsxExport(steering);
    const [, ...rows] = workbook.sheets[1]?.rows ?? [];
    expect(rows.map((row) => row.slice(1, 4))).toEqual([
      ["Nokia", 0, 1],
      ["Tampere", 100, 1],
      ["Whole project", 50, 3],
    ]);
  });

  test("dates the last confirmation in Helsinki on every sheet", async () => {
    await signIn({ id: "admin", admin: true });
    const reader = await signIn({ id: "reader", memberships: [holds("steering", "demo")] });
    for (const { take } of story.slice(0, 7)) await take();
    // 22:00 UTC in winter is the next day in Helsinki.
    const { workbook } = await xlsxExport(reader, "&asOf=2023-02-01T22:00:00.000Z");
    const [status, summary] = workbook.sheets;
    const tampere = summary?.rows.find(([code]) => code === "837");
    expect(tampere?.at(-1)).toEqual(new Date("2023-02-02T00:00:00.000Z"));
    const confirmedOn = COLUMNS.findIndex(({ key }) => key === "confirmedOn");
    expect(status?.rows.at(-2)?.[confirmedOn]).toEqual(new Date("2023-02-02T00:00:00.000Z"));
  });
});

describe("filters", () => {
  test.each([
    ["municipality=837", ["1/837", "2/837"]],
    ["municipality=all", ["3/all"]],
    ["phase=1", ["1/536", "1/837"]],
    ["phase=2&municipality=536", ["2/536"]],
    ["declared=done", ["1/837"]],
    ["declared=no_data", ["2/536", "2/837", "3/all"]],
    ["schedule=late", ["1/536"]],
    ["schedule=none&municipality=536", ["2/536"]],
    ["phase=9", []],
    ["municipality=980", []],
    ["declared=cancelled", []],
  ])("?%s keep the same cells in every format", async (query, expected) => {
    const { steering } = await aWorldWithProgress();
    const status = await jsonExport(steering, `&${query}`);
    expect(
      status.rows.map(({ milestone, municipality }) => `${milestone}/${municipality}`),
    ).toEqual(expected);
    const counted = Object.values(status.total.counts).reduce((sum, count) => sum + count, 0);
    expect(counted).toBe(expected.length);
    const csv = await csvExport(steering, `&delimiter=comma&${query}`);
    expect(csv.rows.map((row) => `${row["milestone"]}/${row["municipality"]}`)).toEqual(expected);
    const { workbook } = await xlsxExport(steering, `&${query}`);
    const [, ...rows] = workbook.sheets[0]?.rows ?? [];
    const filled = rows.filter((row) => row.some((value) => value !== null));
    expect(filled.map((row) => `${String(row[0])}/${String(row[5])}`)).toEqual(expected);
  });

  test("are named in the export that they made", async () => {
    const { steering } = await aWorld();
    const query = "&municipality=837&phase=1&declared=done";
    expect((await jsonExport(steering, query)).filters).toEqual({
      municipality: "837",
      phase: 1,
      declared: "done",
      schedule: null,
    });
    const { workbook } = await xlsxExport(steering, query);
    const [, filters] = workbook.sheets[2]?.rows.find(([name]) => name === "Filter") ?? [];
    expect(filters).toMatch(/837/);
  });
});

describe("of a project without milestones", () => {
  test("every format is an empty table with its headings", async () => {
    const admin = await signIn({ id: "admin", admin: true });
    await aProject(admin);
    expect(await jsonExport(admin)).toMatchObject({ rows: [], total: { percent: null } });
    expect(await csvExport(admin, "&delimiter=comma")).toMatchObject({ rows: [] });
    const { workbook } = await xlsxExport(admin);
    expect(workbook.sheets[0]?.rows[0]).toHaveLength(COLUMNS.length);
  });
});

describe("as of a past moment", () => {
  test("the export is what it was then: cells, texts, names and the funding line", async () => {
    await signIn({ id: "admin", admin: true });
    const reader = await signIn({ id: "reader", memberships: [holds("steering", "demo")] });
    await story[0]?.take();
    const seen = new Map<string, unknown>();
    for (const { now, take } of story.slice(1)) {
      await take();
      const asked = { filters: {}, asOf: null, schema: "" };
      seen.set(now, {
        ...(await loadStatusExport(at(now), "demo", asked)),
        schema: expect.any(String),
      });
    }
    for (const [now, status] of seen) {
      expect(await jsonExport(reader, `&lang=fi&asOf=${now}`), now).toEqual(status);
    }
  });

  test("the file is named after that day", async () => {
    await signIn({ id: "admin", admin: true });
    const reader = await signIn({ id: "reader", memberships: [holds("steering", "demo")] });
    for (const { take } of story) await take();
    const answer = await reader.get(`${exportPath}?format=csv&lang=en&asOf=2023-03-31T22:30:00Z`);
    expect(answer.headers.get("content-disposition")).toBe(
      'attachment; filename="demo-status-2023-04-01.csv"',
    );
    await refusal(await reader.get(`${exportPath}?format=csv&asOf=2022-12-31`), 404, "not_found");
  });
});

describe("a funder", () => {
  const reports = "/api/projects/demo/reports";

  test("is given no export until a report is submitted, then its figures and no younger ones", async () => {
    const { lead, funder } = await aWorldWithProgress();
    const cell = "/api/projects/demo/progress/1/536";
    for (const format of ["json", "csv", "xlsx"]) {
      const answer = await funder.get(`${exportPath}?format=${format}`);
      await refusal(answer, 404, "not_found");
    }
    await ok(await lead.send("POST", reports, { name: "Väliraportti" }), 201);
    await refusal(await funder.get(`${exportPath}?format=json`), 404, "not_found");
    await ok(await lead.send("POST", `${reports}/1/submit`, undefined, { version: 1 }));
    const submitted = await jsonExport(funder);
    expect(submitted.total.counts).toMatchObject({ done: 1, in_progress: 1 });
    await ok(await lead.send("PATCH", cell, { declared: "done" }, { version: 1 }));
    expect(await jsonExport(funder)).toEqual(submitted);
    expect((await jsonExport(lead)).total.counts).toMatchObject({ done: 2, in_progress: 0 });
  });
});

test("an export is for those who see the project", async () => {
  await aWorld();
  const outsider = await signIn({ id: "outsider", memberships: [holds("lead", "other")] });
  const ask = async (person: Client) => person.get(`${exportPath}?format=csv`);
  await refusal(await ask(outsider), 404, "not_found");
  await refusal(await ask(stranger), 401, "signed_out");
});

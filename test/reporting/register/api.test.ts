import { parseCsv } from "hucre/csv";
import { beforeEach, describe, expect, test } from "vitest";
import type { ExportDeviation, ExportRisk } from "../../../worker/reporting/contract/exports.ts";
import {
  DEVIATION_COLUMNS,
  type RegisterColumn,
  RISK_COLUMNS,
} from "../../../worker/reporting/formats/register.ts";
import { WORDS } from "../../../worker/risks/words.ts";
import { ok, refusal } from "../../support/answers.ts";
import { jsonExport, xlsxExport } from "../../support/exports.ts";
import { aDeviation, aRisk } from "../../support/risks.ts";
import { aWorld } from "../../support/world.ts";

const demo = "/api/projects/demo";
const languages = ["fi", "sv", "en"] as const;
type World = Awaited<ReturnType<typeof aWorld>>;
let people: World;

/** Risks in every state and with every kind of value, and text that could be a formula. */
beforeEach(async () => {
  people = await aWorld();
  const { lead } = people;
  const links = [
    { milestone: 1, municipality: "837" },
    { milestone: 3, municipality: "all" },
  ];
  const add = async (list: string, body: object) =>
    ok(await lead.send("POST", `${demo}/${list}`, body), 201);
  await add("risks", aRisk({ title: "=1+1", mitigation: "@SUM(A1)", reviewedOn: "2020-02-29" }));
  await add("risks", aRisk({ links, description: 'a; "b", c\n-2' }));
  await add("risks", aRisk({ links: [] }));
  const closing = { state: "closed", closedBecause: "+358" };
  await ok(await lead.send("PATCH", `${demo}/risks/3`, closing, { version: 1 }));
  await add("deviations", aDeviation({ cause: "=HYPERLINK(1)", risk: 2, links }));
  await add("deviations", aDeviation({ correctiveAction: "", links: [] }));
  const resolved = { resolvedOn: "2023-07-31" };
  await ok(await lead.send("PATCH", `${demo}/deviations/1`, resolved, { version: 1 }));
});

async function csvOf(path: string, query = "") {
  const answer = await people.steering.get(`${demo}/${path}/export?${query}`);
  expect(answer.status).toBe(200);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  const delimiter = query.includes("delimiter=comma") ? "," : ";";
  const [headings = [], ...rows] = parseCsv(text, { delimiter }).map((row) => row.map(String));
  return { text, headings, rows, name: answer.headers.get("content-disposition") };
}

type Row = ExportRisk | ExportDeviation;
type Value = ExportRisk[keyof ExportRisk] | ExportDeviation[keyof ExportDeviation];

/** A row as the columns tell it, by what becomes of each value. */
const told =
  <One extends Row>(
    columns: readonly RegisterColumn<One>[],
    tell: (key: string, value: Value) => string,
  ) =>
  (row: One) =>
    // The values of a row are those of risks and deviations.
    columns.map(({ key }) => tell(key, row[key] as Value));

const plain = (_: string, value: Value): string => {
  if (value === null) return "";
  if (typeof value === "object") {
    return value.map((one) => `${one.milestone}/${one.municipality}`).join(" ");
  }
  return /^\s*[=+\-@]/.test(`${value}`) ? `'${value}` : `${value}`;
};
const finnish = (language: (typeof languages)[number]) => (key: string, value: Value) => {
  const { riskStates, deviationStates, yes, no } = WORDS[language];
  const states: Readonly<Record<string, string>> = { ...riskStates, ...deviationStates };
  if (typeof value === "boolean") return value ? yes : no;
  if (key === "state" && typeof value === "string") return states[value] ?? "";
  if (key.endsWith("On") && typeof value === "string") {
    return value.split("-").toReversed().map(Number).join(".");
  }
  return plain(key, value);
};

describe("the risks and deviations of a status export", () => {
  test("are in JSON as the lists say, without what is for the service alone", async () => {
    const { risks, deviations, version } = await jsonExport(people.steering);
    expect(version).toBe("1.1");
    for (const [path, rows] of Object.entries({ risks, deviations })) {
      const { items } = await ok<{ items: object[] }>(await people.lead.get(`${demo}/${path}`));
      expect(items).toMatchObject(rows);
      expect(rows).toHaveLength(items.length);
      expect(JSON.stringify(rows)).not.toMatch(/createdAt|changedAt|version|hash/);
    }
    expect(risks[0]).toMatchObject({ title: "=1+1", reviewOverdue: true, level: 12 });
    expect(risks[2]).toMatchObject({ state: "closed", closedBecause: "+358", links: [] });
    expect(deviations[0]).toMatchObject({ state: "resolved", risk: 2 });
  });

  test.each(languages)(
    "are sheets of the workbook in %s: words, and real dates",
    async (language) => {
      const status = await jsonExport(people.steering, `&lang=${language}`);
      const { workbook, parts } = await xlsxExport(people.steering, `&lang=${language}`);
      const words = WORDS[language];
      const sheet = (name: string) => workbook.sheets.find((one) => one.name === name)?.rows ?? [];
      const date = (key: string, value: Value) => {
        if (value === null || value === "") return null;
        if (typeof value === "object" || typeof value === "boolean" || key === "state") {
          return finnish(language)(key, value) || null;
        }
        return key.endsWith("On") ? new Date(`${value}T00:00:00.000Z`) : value;
      };
      const [riskHeadings, ...riskRows] = sheet(words.risks);
      expect(riskHeadings).toEqual(RISK_COLUMNS.map(({ key }) => words.riskColumns[key]));
      expect(riskRows.map((row) => RISK_COLUMNS.map((_, at) => row[at] || null))).toEqual(
        status.risks.map((row) => RISK_COLUMNS.map(({ key }) => date(key, row[key]))),
      );
      const [headings, ...rows] = sheet(words.deviations);
      expect(headings).toEqual(DEVIATION_COLUMNS.map(({ key }) => words.deviationColumns[key]));
      expect(rows.map((row) => DEVIATION_COLUMNS.map((_, at) => row[at] || null))).toEqual(
        status.deviations.map((row) => DEVIATION_COLUMNS.map(({ key }) => date(key, row[key]))),
      );
      for (const [name, part] of Object.entries(parts)) {
        if (name.startsWith("xl/worksheets")) expect(part, name).not.toMatch(/<f[ >/]/);
      }
    },
  );

  test("follow the filters by the cells they are linked to", async () => {
    const numbers = async (query: string) => {
      const { risks, deviations } = await jsonExport(people.steering, query);
      return [risks.map(({ number }) => number), deviations.map(({ number }) => number)];
    };
    expect(await numbers("")).toEqual([
      [1, 2, 3],
      [1, 2],
    ]);
    expect(await numbers("&municipality=837")).toEqual([[1, 2], [1]]);
    expect(await numbers("&municipality=all")).toEqual([[2], [1]]);
    expect(await numbers("&municipality=536")).toEqual([[], []]);
    expect(await numbers("&declared=done")).toEqual([[], []]);
  });

  test("stay in a submitted report as they were, also for the funder", async () => {
    const { lead, funder } = people;
    await refusal(await funder.get(`${demo}/risks`), 403, "forbidden");
    const report = await ok<{ number: number }>(
      await lead.send("POST", `${demo}/reports`, { name: "Väliraportti" }),
      201,
    );
    const path = `${demo}/reports/${report.number}`;
    await ok(await lead.send("POST", `${path}/submit`, undefined, { version: 1 }));
    const before = await jsonExport(lead);
    await ok(await lead.send("PATCH", `${demo}/risks/1`, { likelihood: 5 }, { version: 1 }));
    await ok(await lead.send("POST", `${demo}/deviations`, aDeviation()), 201);
    const { risks, deviations } = await ok<typeof before>(
      await funder.get(`${path}/export?format=json`),
    );
    expect({ risks, deviations }).toEqual({ risks: before.risks, deviations: before.deviations });
    expect((await jsonExport(lead)).risks[0]?.likelihood).toBe(5);
  });
});

describe("the lists as CSV", () => {
  test("say the same as JSON for machines: codes, and nothing that could run", async () => {
    const { risks, deviations } = await jsonExport(people.steering);
    const one = await csvOf("risks", "delimiter=comma");
    expect(one.headings).toEqual(RISK_COLUMNS.map(({ key }) => key));
    expect(one.rows).toEqual(risks.map(told(RISK_COLUMNS, plain)));
    expect(one.text).toContain("'=1+1");
    const other = await csvOf("deviations", "delimiter=comma");
    expect(other.headings).toEqual(DEVIATION_COLUMNS.map(({ key }) => key));
    expect(other.rows).toEqual(deviations.map(told(DEVIATION_COLUMNS, plain)));
    expect(other.text).toContain("'=HYPERLINK(1)");
  });

  test.each(languages)("say it in words in %s for Finnish Excel", async (language) => {
    const { risks, deviations } = await jsonExport(people.steering);
    const words = WORDS[language];
    const one = await csvOf("risks", `lang=${language}`);
    expect(one.text.startsWith("\uFEFF")).toBe(true);
    expect(one.name).toContain(`demo-${words.riskFile}-`);
    expect(one.headings).toEqual(RISK_COLUMNS.map(({ key }) => words.riskColumns[key]));
    expect(one.rows).toEqual(risks.map(told(RISK_COLUMNS, finnish(language))));
    const other = await csvOf("deviations", `lang=${language}`);
    expect(other.name).toContain(`demo-${words.deviationFile}-`);
    expect(other.rows).toEqual(deviations.map(told(DEVIATION_COLUMNS, finnish(language))));
  });

  test("are as of a past moment, logged, and nothing for a funder", async () => {
    const { admin, funder, lead } = people;
    const then = new Date(Date.now() - 1).toISOString();
    await ok(await lead.send("POST", `${demo}/risks`, aRisk({ title: "Uusi" })), 201);
    expect((await csvOf("risks", `asOf=${then}`)).rows).toHaveLength(3);
    expect((await csvOf("risks")).rows).toHaveLength(4);
    await csvOf("deviations");
    for (const path of ["risks", "deviations"]) {
      await refusal(await funder.get(`${demo}/${path}/export`), 403, "forbidden");
    }
    const { items } = await ok<{ items: { detail: string; person: string }[] }>(
      await admin.get("/api/uses?kind=exported"),
    );
    expect(items.map(({ person, detail }) => `${person} ${detail}`)).toEqual([
      "steering deviations csv",
      "steering risks csv",
      "steering risks csv",
    ]);
  });
});

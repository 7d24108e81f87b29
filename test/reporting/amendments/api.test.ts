import { parseCsv } from "hucre/csv";
import { beforeEach, expect, test } from "vitest";
import { WORDS as AMENDMENT_WORDS } from "../../../worker/projects/words/amendments.ts";
import type { ReportView } from "../../../worker/reporting/contract/reports.ts";
import { AMENDMENT_COLUMNS } from "../../../worker/reporting/formats/amendments.ts";
import { WORDS } from "../../../worker/reporting/words/exports.ts";
import { ok, refusal } from "../../support/answers.ts";
import { jsonExport, xlsxExport } from "../../support/exports.ts";
import { aWorld } from "../../support/world.ts";

const demo = "/api/projects/demo";
const path = `${demo}/amendments/export`;
const amendment = {
  title: "=Väliarviointi",
  reason: 'Kesä hidasti; "sanottiin"',
  reference: "VN/1/2024",
  decidedOn: "2024-04-30",
  changes: [
    { kind: "change", number: 1, version: 2, set: { dueOn: "2024-06-30", weight: 3 } },
    { kind: "supersede", number: 3, version: 2, into: { phase: 2, title: "Uusi raportti" } },
  ],
};

let world: Awaited<ReturnType<typeof aWorld>>;

beforeEach(async () => {
  world = await aWorld();
  const grant = { grantedOn: "2023-02-01" };
  await ok(await world.lead.send("POST", `${demo}/grant`, grant, { version: 1 }));
});

const amend = async () => ok(await world.lead.send("POST", `${demo}/amendments`, amendment), 201);

async function csvRows(query: string): Promise<string[][]> {
  const answer = await world.contact.get(`${path}?${query}`);
  const text = new TextDecoder().decode(await answer.arrayBuffer());
  const delimiter = query.includes("comma") ? "," : ";";
  return parseCsv(text, { delimiter }).map((row) => row.map(String));
}

test.each(["fi", "sv", "en"] as const)(
  "amendments as CSV in %s: words, a row for each change",
  async (language) => {
    await amend();
    const [headings, ...rows] = await csvRows(`lang=${language}`);
    const { columns } = WORDS[language].amendments;
    const { kinds, fields } = AMENDMENT_WORDS[language];
    expect(headings).toEqual(AMENDMENT_COLUMNS.map((key) => columns[key]));
    const same = ["1", "'=Väliarviointi", "2024-04-30", "VN/1/2024", amendment.reason];
    expect(rows).toEqual([
      [...same, kinds.change, "1. Pilotti valittu", "", `${fields.dueOn}, ${fields.weight}`],
      [...same, kinds.supersede, "3. Loppuraportti", "4. Uusi raportti", ""],
    ]);
  },
);

test("amendments as CSV for machines are codes and numbers, and only headings where there are none", async () => {
  expect(await csvRows("delimiter=comma")).toEqual([[...AMENDMENT_COLUMNS]]);
  await amend();
  const [headings, first, second] = await csvRows("delimiter=comma");
  expect(headings).toEqual([...AMENDMENT_COLUMNS]);
  expect(first?.slice(5)).toEqual(["change", "1", "", "dueOn, weight"]);
  expect(second?.slice(5)).toEqual(["supersede", "3", "4", ""]);
});

test("the workbook has a sheet of amendments where there are any, and every format says the same", async () => {
  const sheet = WORDS.en.amendments.sheet;
  const before = await xlsxExport(world.steering, "&lang=en");
  expect(before.workbook.sheets.map(({ name }) => name)).not.toContain(sheet);
  await amend();
  const { workbook } = await xlsxExport(world.steering, "&lang=en");
  expect(workbook.sheets.map(({ name }) => name).indexOf(sheet)).toBe(2);
  const [, ...rows] = workbook.sheets[2]?.rows ?? [];
  expect(rows.map((row) => row.slice(5))).toEqual([
    ["Changed", "1. Pilotti valittu", "", "Due date, Weight"],
    ["Superseded", "3. Loppuraportti", "4. Uusi raportti", ""],
  ]);
  expect(rows[0]?.[2]).toEqual(new Date("2024-04-30T00:00:00.000Z"));
  const { amendments } = await jsonExport(world.steering);
  expect(amendments).toMatchObject([
    { number: 1, title: amendment.title, reference: "VN/1/2024", reason: amendment.reason },
  ]);
  expect(amendments[0]?.changes[1]).toEqual({
    kind: "supersede",
    from: [{ number: 3, title: "Loppuraportti" }],
    into: [{ number: 4, title: "Uusi raportti" }],
    fields: [],
  });
});

test("a report tells of the amendments of its moment, and of none that came later", async () => {
  const reports = `${demo}/reports`;
  const { number } = await ok<ReportView>(
    await world.lead.send("POST", reports, { name: "Väliraportti" }),
    201,
  );
  await ok(await world.lead.send("POST", `${reports}/${number}/submit`, undefined, { version: 1 }));
  await amend();
  type Export = { amendments: unknown[] };
  const taken = await ok<Export>(await world.funder.get(`${reports}/${number}/export?format=json`));
  expect(taken.amendments).toEqual([]);
  await refusal(await world.funder.get(path), 403, "forbidden");
});

import { parseCsv } from "hucre/csv";
import { readXlsx } from "hucre/xlsx";
import { beforeAll, expect, test } from "vitest";
import { harmless } from "../../worker/kernel/harmless.ts";
import { WORDS as STATUS } from "../../worker/progress/words/status.ts";
import { reportCsv } from "../../worker/reporting/formats/report/csv.ts";
import { reportXlsx } from "../../worker/reporting/formats/report/xlsx.ts";
import { aDocument, AWKWARD, aHostileDocument } from "../support/documents.ts";
import { convert, told } from "../support/programs.ts";
import { unzip } from "../support/unzip.ts";

const fingerprint = "0123456789abcdef".repeat(4);
const frame = { language: "fi", fingerprint } as const;
const sample = aDocument();
const hostile = aHostileDocument();

/** Every sheet, `,` between values, quotes where needed, UTF-8, as it is shown. */
const everySheet = "Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";
const finnish = "CSV:59,34,UTF-8,1,,1035,false,false";

type Sheets = ReadonlyMap<string, readonly (readonly unknown[])[]>;

async function opened(xlsx: Uint8Array): Promise<Sheets> {
  const files = await convert(xlsx, { from: "xlsx", to: "csv", writing: everySheet });
  return new Map(
    [...files].map(([name, bytes]) => [
      name.replace(/^given-|\.csv$/g, ""),
      parseCsv(new TextDecoder().decode(bytes), { delimiter: "," }),
    ]),
  );
}

let sheets: Sheets;
beforeAll(async () => {
  sheets = await opened(await reportXlsx(sample, frame));
}, 240_000);

/** What stands below the headings. */
const rowsOf = (name: string) => sheets.get(name)?.slice(5) ?? [];
/** LibreOffice writes dates into CSV in the way of the machine's language. */
const isoDate = (shown: unknown) => String(shown).replace(/^(\d+)\/(\d+)\/(\d+)$/, "$3-$1-$2");

test("LibreOffice opens every sheet of the workbook, each with the fingerprint in sight", () => {
  expect([...sheets.keys()]).toEqual(
    expect.arrayContaining(["Yhteenveto", "Luvut", "Matriisi", "Tilanne", "Tavoitteet", "Koodit"]),
  );
  expect(sheets.size).toBe(14);
  for (const rows of sheets.values()) expect(String(rows[3]?.[0])).toContain(fingerprint);
});

test("LibreOffice shows each cell's status, dates and values as the report has them", () => {
  const { declared, schedule } = STATUS.fi;
  expect(
    rowsOf("Tilanne").map((row) => [
      row[0],
      row[5],
      row[7],
      row[8],
      row[10],
      isoDate(row[17]),
      isoDate(row[20]),
    ]),
  ).toEqual(
    sample.cells.map((cell) => [
      String(cell.milestone),
      cell.municipality,
      declared[cell.declared],
      schedule[cell.schedule],
      cell.value === null ? "" : String(cell.value),
      cell.dueOn ?? "",
      cell.doneOn ?? "",
    ]),
  );
  expect(rowsOf("Luvut").map((row) => [row[1], row[5], row[6], row[7]])).toEqual(
    [
      ["all", sample.total] as const,
      ...sample.phases.map(({ number, figures }) => [String(number), figures] as const),
      ...sample.municipalities.map(({ code, figures }) => [code, figures] as const),
    ].map(([code, { percent, done, counted }]) => [
      code,
      String(percent),
      String(done),
      String(counted),
    ]),
  );
  expect(rowsOf("Tavoitteet").map((row) => [row[0], row[4], row[5]])).toEqual(
    sample.targets.map(({ milestone, goal, value }) => [milestone, goal, value].map(String)),
  );
});

test("LibreOffice runs nothing that people wrote, and loses none of it", async () => {
  const found = await opened(await reportXlsx(hostile, frame));
  const titles = (found.get("Suunnitelma") ?? []).slice(5).map((row) => row[1]);
  const shown = AWKWARD.map((text) => text.toWellFormed());
  expect(titles.map(String)).toEqual(shown);
});

test("every printed page of the workbook has the fingerprint at its foot", async () => {
  const made = await convert(await reportXlsx(sample, frame), { from: "xlsx", to: "pdf" });
  const [pdf = new Uint8Array()] = made.values();
  const pages = (await told("pdftotext", ["-layout"], pdf, ["-"])).split("\f").slice(0, -1);
  expect(pages.length).toBeGreaterThan(13);
  // A date that is one is shown in its form.
  expect(pages.join("")).toMatch(/Välitavoite 1 sovittu +.* 30\.6\.2024 +/);
  for (const page of pages) {
    const lines = page.trimEnd().split("\n");
    expect(lines.at(-1)).toContain(`Sormenjälki: ${fingerprint}`);
    expect(lines.at(-1)).toContain(`/ ${pages.length}`);
  }
}, 300_000);

test("LibreOffice reads the tables for Finnish Excel as text, dates and numbers, and runs nothing", async () => {
  const parts = await unzip(Uint8Array.from(await reportCsv(hostile, frame)));
  const csv = new TextEncoder().encode(parts["words/cells.csv"] ?? "");
  const made = await convert(csv, { from: "csv", to: "xlsx", reading: finnish });
  const [xlsx = new Uint8Array()] = made.values();
  const [sheet] = (await readXlsx(xlsx)).sheets;
  const rows = sheet?.rows.slice(1) ?? [];
  expect(rows.map((row) => [row[0], row[7]])).toEqual(
    hostile.cells.map(({ milestone, declared }) => [milestone, STATUS.fi.declared[declared]]),
  );
  expect(rows.map((row) => row[23])).toEqual(
    hostile.cells.map(({ reason }) => harmless(reason?.toWellFormed() ?? "")),
  );
  const values = rows.map((row) => row[10]).filter((value) => value !== null && value !== "");
  expect(values).toEqual(hostile.cells.flatMap(({ value }) => (value === null ? [] : [value])));
  const written = await unzip(Uint8Array.from(xlsx));
  expect(written["xl/worksheets/sheet1.xml"]).not.toMatch(/<f[ >]/);
});

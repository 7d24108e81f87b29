import { describe, expect, test } from "vitest";
import type { ReportDocument } from "../../../worker/reporting/contract/document.ts";
import { reportCsv } from "../../../worker/reporting/formats/report/csv.ts";
import { reportDocx } from "../../../worker/reporting/formats/report/docx/document.ts";
import { resultsOf } from "../../../worker/reporting/formats/report/iati/results.ts";
import { changesTable } from "../../../worker/reporting/formats/report/tables/progress.ts";
import { doneOf } from "../../../worker/reporting/formats/report/written.ts";
import { aDocument } from "../../support/documents.ts";
import { csvFiles } from "../../support/formats.ts";
import { unzip } from "../../support/unzip.ts";

const fingerprint = "0123456789abcdef".repeat(4);

describe("how much of a milestone is done", () => {
  const sample = aDocument({ milestones: 1, municipalities: 5 });
  const told = ["done", "in_progress", "no_data", "cancelled", "not_applicable"] as const;
  const document: ReportDocument = {
    ...sample,
    cells: sample.cells.map((cell, at) => ({ ...cell, declared: told[at] ?? "no_data" })),
  };

  test("is divided by what the figures of the report are divided by", () => {
    expect(doneOf(document.cells)).toEqual({ done: 1, counted: 2 });
    const [result] = resultsOf(document);
    expect(result?.markup).toContain('<target value="2"/>');
    expect(result?.markup).toContain('<actual value="1"');
    expect(result?.markup).toContain("Ilman tietoa: 1/3.");
  });

  test("is said so in the document for Word", async () => {
    const parts = await unzip(
      Uint8Array.from(await reportDocx(document, { language: "fi", fingerprint })),
    );
    const plan = parts["word/document.xml"]?.split("Välitavoite 1 sovittu") ?? [];
    expect(plan.some((row) => /^(?:(?!<\/w:tr>).)*>1\/2</s.test(row))).toBe(true);
  });
});

describe("a place that moved", () => {
  const sample = aDocument();
  const places = (language: "fi" | "sv", municipality: string, name: string) => {
    const { changes } = sample;
    const moves = (changes?.moves ?? []).map((move) => ({ ...move, municipality, name }));
    const municipalities = sample.municipalities.map((one) => ({ ...one, nameSv: "Åbo" }));
    const document = { ...sample, municipalities, changes: changes && { ...changes, moves } };
    const { rows } = changesTable(document, language);
    return [...new Set(rows.map((row) => row[3]))];
  };

  test("has the name that it has elsewhere in the language of the reader", () => {
    expect(places("sv", "001", "Turku")).toEqual(["Åbo"]);
    expect(places("sv", "999", "Muu")).toEqual(["Muu"]);
    expect(places("sv", "999", "")).toEqual([null]);
    expect(places("sv", "all", "")).toEqual(["Hela projektet"]);
  });
});

test("a preview does not say where it can be checked, for it cannot", async () => {
  const sample = { ...aDocument(), edition: null };
  for (const [mark, isThere] of [
    [null, false],
    [fingerprint, true],
  ] as const) {
    const bytes = await reportCsv(sample, { language: "fi", fingerprint: mark });
    const files = await unzip(Uint8Array.from(bytes));
    expect(files["README.txt"]?.includes("/check")).toBe(isThere);
    expect(files["datapackage.json"]?.includes("/check")).toBe(isThere);
    const { about = [] } = await csvFiles(Uint8Array.from(bytes), "codes");
    expect(about.some(([item]) => item === "check")).toBe(isThere);
  }
});

test("a name cannot turn the text around it", async () => {
  const sample = aDocument();
  const project = { ...sample.project, name: "Koti\u202Eutlu\u2066ok" };
  const bytes = await reportDocx({ ...sample, project }, { language: "fi", fingerprint });
  const parts = Object.values(await unzip(Uint8Array.from(bytes))).join("");
  expect(parts).toContain("Kotiutluok");
  expect(parts).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
});

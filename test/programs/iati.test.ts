import { expect, test } from "vitest";
import type { ReportDocument } from "../../worker/reporting/contract/document.ts";
import { reportIati } from "../../worker/reporting/formats/report/iati/activity.ts";
import type { Frame } from "../../worker/reporting/formats/report/told.ts";
import { aDocument } from "../support/documents.ts";
import { hostile } from "../support/hostile-text.ts";
import { told } from "../support/programs.ts";

const fingerprint = "0123456789abcdef".repeat(4);
const frame: Frame = { language: "fi", fingerprint };
const preview: Frame = { language: "sv", fingerprint: null };
const orderOf = ["--noout", "--schema", "test/programs/iati-2.03.xsd"];

async function asked(document: ReportDocument, path: string): Promise<string> {
  const xml = await reportIati(document, frame);
  return (await told("xmllint", ["--xpath", `string(${path})`], xml)).trimEnd();
}

test("what is written has IATI's elements in IATI's order, whatever the report holds", async () => {
  const empty = aDocument({ milestones: 0, municipalities: 0 });
  const { project, report } = empty;
  const reports: readonly ReportDocument[] = [
    aDocument(),
    aDocument({ milestones: 12, municipalities: 308 }),
    {
      ...empty,
      project: { ...project, summary: "", grantReference: null },
      report: { ...report, correction: null, period: null },
      budget: null,
    },
    hostile(aDocument()),
  ];
  for (const document of reports) {
    for (const of of [frame, preview]) {
      await told("xmllint", orderOf, await reportIati(document, of));
    }
  }
});

test("the order is really looked at: elements changed round are refused", async () => {
  const xml = new TextDecoder().decode(await reportIati(aDocument(), frame));
  const [, sector = ""] = /(<sector [^>]*>)/.exec(xml) ?? [];
  const moved = xml.replace(sector, "").replace("<activity-status", `${sector}<activity-status`);
  await expect(told("xmllint", orderOf, new TextEncoder().encode(moved))).rejects.toThrow(/sector/);
});

test("a target is an outcome with baseline, goal and value; a milestone counts municipalities", async () => {
  const document = aDocument();
  const target = "//result[@type='2']/indicator";
  expect(await asked(document, `${target}/baseline/@value`)).toBe("0");
  expect(await asked(document, `${target}/period/target/@value`)).toBe("1500");
  expect(await asked(document, `${target}/period/actual/@value`)).toBe("812.5");
  const milestone = "//result[@type='1'][1]/indicator";
  const done = document.cells.filter(
    ({ milestone: number, declared }) => number === 1 && declared === "done",
  );
  expect(await asked(document, `${milestone}/period/target/@value`)).toBe("3");
  expect(await asked(document, `${milestone}/period/actual/@value`)).toBe(String(done.length));
  expect(await asked(document, `${milestone}/title/narrative[@xml:lang='sv']`)).toBe(
    "Kommuner där detta är färdigt",
  );
});

test("what nobody knows is no actual, and is not counted as nought", async () => {
  const document = aDocument();
  const unknown: ReportDocument = {
    ...document,
    targets: document.targets.map((target) => ({ ...target, value: null })),
    cells: document.cells.map((cell) => ({ ...cell, declared: "no_data" })),
  };
  // A milestone of which nothing counts has nothing to reach; the target keeps its goal.
  expect(await asked(unknown, "count(//target)")).toBe("1");
  expect(await asked(unknown, "count(//actual)")).toBe("0");
});

test("money is told as it stands in the report, the grant and what has been used of it", async () => {
  const document = aDocument();
  const granted = "//transaction[transaction-type/@code='11']";
  expect(await asked(document, `${granted}/value`)).toBe("480000.00");
  expect(await asked(document, `${granted}/provider-org/narrative`)).toContain("Euroopan unioni");
  const used = "//transaction[transaction-type/@code='4']";
  expect(await asked(document, `${used}/value`)).toBe("312345.67");
  expect(await asked(document, `${used}/transaction-date/@iso-date`)).toBe("2024-12-03");
  expect(await asked({ ...document, budget: null }, "count(//transaction)")).toBe("0");
});

test("the file leads to the edition and names its fingerprint; a preview leads nowhere", async () => {
  const document = aDocument();
  expect(await asked(document, "//document-link/@url")).toBe(
    "https://etappi.example/api/projects/hoppu/reports/3/export?format=json&edition=2",
  );
  expect(await asked(document, "//document-link/description/narrative[1]")).toContain(fingerprint);
  const xml = new TextDecoder().decode(await reportIati(document, preview));
  expect(xml).not.toContain("document-link");
  expect(xml).toContain("som inte har lämnats in");
});

import { expect, test } from "vitest";
import type { ReportDocument } from "../../worker/reporting/contract/document.ts";
import { reportDocx } from "../../worker/reporting/formats/report/docx/document.ts";
import type { Frame } from "../../worker/reporting/formats/report/told.ts";
import { documentRowsMax } from "../../worker/reporting/terms.ts";
import { aDocument } from "../support/documents.ts";
import { hostile } from "../support/hostile-text.ts";
import { convert, told } from "../support/programs.ts";

const fingerprint = "0123456789abcdef".repeat(4);
const finnish: Frame = { language: "fi", fingerprint };

/** The pages as LibreOffice prints them, as text. */
async function pagesOf(document: ReportDocument, frame: Frame): Promise<string[]> {
  const docx = await reportDocx(document, frame);
  const made = await convert(docx, { from: "docx", to: "pdf" });
  const [pdf = new Uint8Array()] = made.values();
  const text = await told("pdftotext", ["-layout"], pdf, ["-"]);
  return text.split("\f").slice(0, -1);
}

/** The document as LibreOffice understands it: as one file of OpenDocument's XML. */
async function understood(document: ReportDocument, frame: Frame): Promise<string> {
  const docx = await reportDocx(document, frame);
  const made = await convert(docx, { from: "docx", to: "fodt" });
  const [xml = new Uint8Array()] = made.values();
  return new TextDecoder().decode(xml);
}

test("a report in Word holds every part, and its fingerprint on every page", async () => {
  const pages = await pagesOf(aDocument(), finnish);
  const text = pages.join("\n");
  expect(pages.length).toBeGreaterThan(3);
  for (const page of pages) expect(page).toContain(`SHA-256 ${fingerprint}`);
  expect(text).not.toMatch(/esikatselu/i);
  for (const part of [
    "Euroopan unionin rahoittama",
    "Oikaisu 1, joka oikaisee painoksen 1",
    "Neljä kuntaa aloitti.",
    "Välitavoite 2 sovittu",
    "Kunta 003 Äöå",
    "Työntekijä vaihtuu",
    "Verrattu raporttiin Väliraportti 1/2024",
    "812,5 nuorta",
    "Aloitus siirtyi",
    "Työntekijät vaihtuvat",
    "Uusi määräaika",
    "312 345,67 €",
    "sopimus.pdf",
    "Säilytettävä vähintään 31.12.2032 asti",
  ]) {
    expect(text.replaceAll("\u00a0", " ")).toContain(part);
  }
});

test("what is done of each milestone adds up to what is done of the project", async () => {
  const document = aDocument({ milestones: 6, municipalities: 7 });
  const pages = await pagesOf(document, finnish);
  const shown = [
    ...pages.join("\n").matchAll(/Välitavoite \d sovittu +30\.6\.2024 +(\d+)\/(\d+)/g),
  ];
  const cells = document.cells.filter(({ municipality }) => municipality !== "all");
  const done = cells.filter(({ declared }) => declared === "done");
  const known = cells.filter(({ declared }) => declared !== "no_data");
  const sum = (at: 1 | 2) => shown.reduce((total, match) => total + Number(match[at]), 0);
  expect([sum(1), sum(2)]).toEqual([done.length, known.length]);
});

test("a preview says on every page that it is one, and gives no fingerprint", async () => {
  const document = { ...aDocument({ milestones: 0, municipalities: 0 }), sections: [] };
  const pages = await pagesOf(
    { ...document, edition: null },
    { language: "sv", fingerprint: null },
  );
  for (const page of pages) expect(page.match(/FÖRHANDSVISNING/g)).toHaveLength(2);
  expect(pages.join("\n")).not.toContain("SHA-256 0");
});

test("Word is told what is a heading, a header row, a list, a picture and a language", async () => {
  const document = aDocument();
  const [first, ...rest] = document.sections;
  const text = "Ensin näin.\n\n- yksi\n- kaksi\n\nLopuksi.";
  const sections = first ? [{ ...first, text }, ...rest] : [];
  const xml = await understood({ ...document, sections }, { ...finnish, language: "en" });
  expect(xml).toMatch(/<text:h [^>]*text:outline-level="1"[^>]*>.*?Peer networks/);
  expect(xml).toMatch(/<text:h [^>]*text:outline-level="3"[^>]*>.*?Phase 2: Vaihe 2/);
  expect(xml).toMatch(
    /<text:table-of-content .*?Measures and their state.*?<\/text:table-of-content>/s,
  );
  expect(xml).toMatch(/<text:list-item>\s*<text:p [^>]*>kaksi<\/text:p>/);
  expect(xml.match(/<table:table-header-rows>/g)?.length).toBeGreaterThan(5);
  expect(xml).toContain("<svg:desc>Emblem of the European Union: twelve golden stars");
  expect(xml).toMatch(
    /<style:default-style style:family="paragraph">.*?fo:language="en" fo:country="GB"/s,
  );
  expect(xml).toMatch(/<text:page-number /);
  expect(xml).toMatch(/<meta:creation-date>2024-12-03T09:00:00/);
});

test("the same report is the same bytes, and another language is another document", async () => {
  const [one, same, other] = await Promise.all([
    reportDocx(aDocument(), finnish),
    reportDocx(aDocument(), finnish),
    reportDocx(aDocument(), { ...finnish, language: "sv" }),
  ]);
  expect(same).toEqual(one);
  expect(other).not.toEqual(one);
});

test("text that would break XML or turn the page around stays text", async () => {
  const document = hostile(aDocument());
  const pages = await pagesOf(document, { language: "fi", fingerprint: null });
  for (const page of pages) expect(page).toContain("ESIKATSELU");
  expect(pages.join("\n")).toContain("<w:p>&amp; ]]>");
});

test("of a list longer than anybody reads the rest is counted", async () => {
  const document = aDocument({ milestones: 4, municipalities: documentRowsMax + 8 });
  const bytes = await reportDocx(document, finnish);
  expect(bytes.byteLength).toBeLessThan(100_000);
  const xml = await understood(document, finnish);
  expect(xml).toContain(`Tässä on ${documentRowsMax} riviä ${documentRowsMax + 8} rivistä.`);
  expect(xml).toContain(`Kunta ${documentRowsMax} Äöå`);
});

import { expect, test } from "vitest";
import { pdfListMax } from "../../worker/reporting/terms.ts";
import { WORDS } from "../../worker/reporting/words/pdf/words.ts";
import { aDocument } from "../support/documents.ts";
import { told } from "../support/programs.ts";
import { fingerprint, hostileDocument, pdfOf } from "../support/report-pdf.ts";

const pagesOf = async (pdf: Uint8Array) =>
  (await told("pdftotext", ["-layout"], pdf, ["-"])).split("\f").slice(0, -1);

test("each page says its number of all, the whole fingerprint and where to check it", async () => {
  const document = aDocument({ milestones: 12, municipalities: 60 });
  const pages = await pagesOf(await pdfOf(document));
  expect(pages.length).toBeGreaterThan(8);
  pages.forEach((page, index) => {
    expect(page).toContain(`${index + 1} / ${pages.length}`);
    expect(page).toContain(fingerprint);
    expect(page).toContain("https://etappi.example/check");
  });
  expect(pages.slice(1).every((page) => page.includes(document.project.name))).toBe(true);
});

test("what was not submitted is marked on each page, in each language", async () => {
  const document = { ...aDocument(), edition: null };
  for (const language of ["fi", "sv", "en"] as const) {
    const pages = await pagesOf(await pdfOf(document, { language, fingerprint: null }));
    const { previewMark, preview } = WORDS[language];
    expect(pages[0]?.replaceAll(/\s+/g, " ")).toContain(preview.slice(0, 30));
    expect(pages.filter((page) => !page.includes(previewMark))).toEqual([]);
    expect(pages.join("")).not.toContain("SHA-256 ");
  }
});

test("a table says its head again on each page that it goes on to", async () => {
  const pages = await pagesOf(await pdfOf(aDocument({ milestones: 12, municipalities: 150 })));
  const rows = pages.filter((page) => /^ *Kunta \d{3} Äöå +50 %/m.test(page));
  expect(rows.length).toBeGreaterThan(3);
  for (const page of rows) expect(page).toMatch(/Kunta +Valmiina/);
});

test("the structure tells headings in order, tables with scopes, lists and pages", async () => {
  const document = aDocument();
  const report = { ...document.report, message: "Syksy:\n- yksi\n- kaksi" };
  const pdf = await pdfOf({ ...document, report });
  const structure = await told("pdfinfo", ["-struct-text"], pdf);
  const levels = [...structure.matchAll(/^ *H(\d)\b/gm)].map(([, level]) => Number(level));
  expect(levels[0]).toBe(1);
  levels.reduce((before, level) => {
    expect(level - before).toBeLessThanOrEqual(1);
    return level;
  });
  expect(structure).toContain('"Hoppu: nuorten etsivä sosiaalityö verkossa"');
  expect(structure).toMatch(/TH:?\s+\/Scope \/Column\s+"Kunta"/);
  expect(structure).toMatch(/TOCI\s+Link \(inline\)\s+"Oikaisu 3"\s+Object/);
  expect(structure).toMatch(/LI \(block\)\s+Lbl \(block\)\s+"•"\s+LBody \(block\)\s+"kaksi"/);
  const facts = await told("pdfinfo", [], pdf);
  expect(facts).toMatch(/Tagged: +yes/);
  expect(facts).toMatch(/Page size: +595\.28 x 841\.89 pts \(A4\)/);
  const fonts = (await told("pdffonts", [], pdf)).split("\n").slice(2, -1);
  expect(fonts).toHaveLength(2);
  for (const font of fonts) expect(font).toMatch(/ yes yes yes /);
});

test("any text of people can be read by others, and what the typeface lacks is explained", async () => {
  const pages = await pagesOf(await pdfOf(hostileDocument()));
  const text = pages.join("\n");
  expect(text).toContain("<b>&amp;</b> \uFFFD");
  expect(text).toContain("Čáhppes");
  expect(text.replaceAll(/\s+/g, " ")).toContain(WORDS.fi.replaced.slice(0, 40));
});

test("a list that is longer than its bound says how much of it is shown", async () => {
  const document = aDocument({ milestones: 12, municipalities: 150 });
  const known = document.cells.filter(
    ({ schedule, declared }) =>
      schedule === "late" || schedule === "at_risk" || declared === "paused",
  ).length;
  expect(known).toBeGreaterThan(pdfListMax);
  const text = (await pagesOf(await pdfOf(document))).join("").replaceAll(/\s+/g, "");
  expect(text).toContain(`${pdfListMax}/${known}.`);
  const small = (await pagesOf(await pdfOf(aDocument()))).join("").replaceAll(/\s+/g, "");
  expect(small).not.toContain(`${pdfListMax}/`);
});

test("a report of nothing says so and has no empty table", async () => {
  const text = (await pagesOf(await pdfOf(aDocument({ milestones: 0, municipalities: 0 })))).join(
    "",
  );
  expect(text).toContain(WORDS.fi.noMilestones);
  expect(text).toContain(WORDS.fi.noMunicipalities);
  expect(text).not.toContain(WORDS.fi.matrix);
});

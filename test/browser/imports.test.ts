import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { expectSaid, faultsOf, overflowOf, useBrowser } from "../support/page.ts";

const open = useBrowser();
const page = "/projects/hoppu/import";
const cell = "/api/projects/hoppu/progress/6/908";

const folder = mkdtempSync(join(tmpdir(), "etappi-sheets-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A file on the disk, as a person has one. */
function onDisk(name: string, content: string | Uint8Array): string {
  const at = join(folder, name);
  writeFileSync(at, content);
  return at;
}

const csv = (name: string, rows: readonly (readonly string[])[]) =>
  onDisk(name, rows.map((row) => row.join(";")).join("\r\n"));

test("a lead sees what is wrong with a sheet, corrects it, and writes it", async () => {
  await using shown = await open(page, { person: { person: "lead" } });
  const { page: here, complaints } = shown;
  const input = here.getByLabel("Valitse tiedosto");
  const head = ["Paikka", "Nro", "Missä mennään", "Perustelu"];
  await input.setInputFiles(
    csv("tilanne.csv", [
      head,
      ["Valkeakoski", "6", "Tauolla", ""],
      ["Valkeakoski", "5", "ehkä", ""],
    ]),
  );
  await here.getByLabel("Mitä sarake C kertoo: Missä mennään").selectOption("declared");
  const problems = here.locator(".import-problems tbody tr");
  await problems.nth(1).waitFor();
  expect(await problems.allInnerTexts()).toEqual([
    expect.stringMatching(/^D2\s.*Kerro perustelu/s),
    expect.stringMatching(/^C3\s.*Tuntematon tila.*\sehkä$/s),
  ]);
  expect(await here.getByRole("button", { name: /^Tallenna/ }).isDisabled()).toBe(true);
  expect(await faultsOf(here)).toEqual([]);

  await input.setInputFiles(
    csv("korjattu.csv", [head, ["Valkeakoski", "6", "Tauolla", "Rekrytointi on kesken"]]),
  );
  const write = here.getByRole("button", { name: "Tallenna 1 muutos" });
  await write.waitFor();
  expect(await here.locator(".import-problems").count()).toBe(0);
  expect(await here.locator(".import-list > li").innerText()).toMatch(
    /Valkeakoski[\s\S]*Keskeytetty[\s\S]*Rekrytointi on kesken/,
  );
  expect(await faultsOf(here)).toEqual([]);
  await write.click();
  await expectSaid(here, "1 muutos on tallennettu.");
  const now = await (await here.request.get(cell)).json();
  expect(now).toMatchObject({ declared: "paused", reason: "Rekrytointi on kesken" });
  expect(complaints).toEqual([]);
});

test("what somebody else changed in between is shown, and nothing is written", async () => {
  await using shown = await open(page, { person: { person: "lead" } });
  const { page: here } = shown;
  const path = "/api/projects/hoppu/progress/5/908";
  const rows = [
    ["Kunta", "Nro", "Tila", "Huomautus"],
    ["Valkeakoski", "5", "Käynnissä", "Soitettu"],
  ];
  await here.getByLabel("Valitse tiedosto").setInputFiles(csv("a.csv", rows));
  const write = here.getByRole("button", { name: "Tallenna 1 muutos" });
  await write.waitFor();
  const { version } = await (await here.request.get(path)).json();
  const other = await here.request.patch(path, {
    headers: { "if-match": `"${version}"` },
    data: { declared: "in_progress", note: "Toinen" },
  });
  expect(other.status()).toBe(200);
  await write.click();
  await here.getByText("Tiedot ovat muuttuneet").waitFor();
  expect(await (await here.request.get(path)).json()).toMatchObject({ note: "Toinen" });
  await write.click();
  await expectSaid(here, "1 muutos on tallennettu.");
});

test("a plan is taken, and brought in again on a phone, in the dark", async () => {
  const look = { person: { person: "lead" }, language: "sv", scheme: "dark", width: 390 } as const;
  await using shown = await open("/projects/yhdessa/import?kind=plan", look);
  const { page: here } = shown;
  const link = here.getByRole("link", { name: "Ladda ner planen som underlag (Excel)" });
  const answer = await here.request.get((await link.getAttribute("href")) ?? "");
  const file = onDisk("plan.xlsx", await answer.body());
  await here.getByLabel("Välj fil").setInputFiles(file);
  await expectSaid(here, "Filen är hämtad härifrån, och dess kolumner är kända.");
  await here.getByText("Bladet ändrar ingenting").waitFor();
  expect(await overflowOf(here)).toBe(0);
});

test("a contact brings in what they speak for, and is told what they do not", async () => {
  const look = { person: { person: "contact", municipality: "837" }, width: 390 } as const;
  await using shown = await open("/projects/hoppu", look);
  const { page: here } = shown;
  await here.getByText("Vie", { exact: true }).click();
  await here.getByRole("link", { name: "Tuo taulukosta" }).click();
  const rows = [
    ["Kunta", "Nro", "Tila"],
    ["Nokia", "6", "Käynnissä"],
    ["Tampere", "6", "Käynnissä"],
  ];
  await here.getByLabel("Valitse tiedosto").setInputFiles(csv("a.csv", rows));
  await here.getByText("Et voi kertoa tämän kunnan (536) tilannetta").waitFor();
  expect(await here.getByLabel("Suunnitelman").count()).toBe(0);
  expect(await faultsOf(here)).toEqual([]);
  expect(await overflowOf(here)).toBe(0);
});

test("who only looks on is told so, and sees no way to send a file", async () => {
  await using shown = await open(page, { person: { person: "steering" } });
  const { page: here } = shown;
  await here.getByText("Roolisi ei voi tuoda taulukoita").waitFor();
  expect(await here.locator("input[type=file]").count()).toBe(0);
});

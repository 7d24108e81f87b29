import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { FILES, joined } from "../support/files.ts";
import { expectSaid, faultsOf, useBrowser } from "../support/page.ts";

const open = useBrowser();
const lead = { person: "lead" };
const contact = { person: "contact", municipality: "418" };
const steering = { person: "steering" };

const folder = mkdtempSync(join(tmpdir(), "etappi-evidence-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A file on the disk of who sends it. */
function onDisk(name: string, bytes: Uint8Array = FILES.pdf): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

async function beginAdding(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Lisää todenne" }).click();
  await page.getByLabel("Mitä lisäät?").waitFor();
}

test("a contact adds a file, somebody else accepts it, and it is downloaded as it was sent", async () => {
  const title = "Päivystyskalenteri.pdf";
  await using first = await open("/projects/hoppu?cell=5-418", { person: contact });
  await beginAdding(first.page);
  expect(await faultsOf(first.page)).toEqual([]);
  await first.page.locator("input[type=file]").setInputFiles(onDisk(title));
  await first.page.getByRole("textbox", { name: /^Selite/ }).fill("Helmikuun vuorot.");
  await first.page.getByRole("button", { name: "Lisää", exact: true }).click();
  await expectSaid(first.page, `${title} on lisätty ja odottaa tarkastusta.`);
  expect(await first.page.getByRole("button", { name: /^Hyväksy: / }).count()).toBe(0);

  await using second = await open("/projects/hoppu/evidence", { person: steering });
  const { page } = second;
  const item = page.locator(".evidence", { hasText: title });
  await item.getByRole("button", { name: `Hyväksy: ${title}` }).click();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "Hyväksy", exact: true }).click();
  await expectSaid(page, "Hyväksytty.");
  await page.getByRole("button", { name: /Hyväksytty/ }).click();
  await item.waitFor();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    item.getByRole("link", { name: `Lataa: ${title}` }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(title);
  const chunks: Uint8Array[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Uint8Array);
  expect(joined(...chunks)).toEqual(FILES.pdf);
});

test("a file that is a page is refused in words, and what was typed stays", async () => {
  await using shown = await open("/projects/hoppu?cell=5-604", { person: lead });
  const { page } = shown;
  await beginAdding(page);
  const wrong = onDisk("Kuva.pdf", joined("<!doctype html><script>alert(1)</script>"));
  await page.locator("input[type=file]").setInputFiles(wrong);
  await page.getByRole("textbox", { name: /^Selite/ }).fill("Tärkeä");
  await page.getByRole("button", { name: "Lisää", exact: true }).click();
  await page
    .getByText(/^Tällaista tiedostoa ei oteta vastaan/)
    .first()
    .waitFor();
  expect(await page.getByRole("textbox", { name: /^Selite/ }).inputValue()).toBe("Tärkeä");
  await page.locator("input[type=file]").setInputFiles(onDisk("Kuva.exe"));
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.method()));
  await page.getByRole("button", { name: "Lisää", exact: true }).click();
  await page
    .getByText(/Sallitut: \.pdf/)
    .first()
    .waitFor();
  expect(asked).toEqual([]);
});

test("a file that is dropped on the section begins an item", async () => {
  await using shown = await open("/projects/hoppu?cell=6-604", { person: lead });
  const { page } = shown;
  await page.locator(".evidence-drop").waitFor();
  const transfer = await page.evaluateHandle(() => {
    const made = new DataTransfer();
    made.items.add(new File(["kuukausi;määrä\n"], "Määrät.csv", { type: "text/csv" }));
    return made;
  });
  await page.locator(".evidence-drop").dispatchEvent("drop", { dataTransfer: transfer });
  await page.getByText("Määrät.csv").waitFor();
  await page.getByRole("button", { name: "Lisää", exact: true }).click();
  await expectSaid(page, "Määrät.csv on lisätty ja odottaa tarkastusta.");
});

test("a link stands for many municipalities at once, and is taken back", async () => {
  await using shown = await open("/projects/hoppu?cell=7-211", { person: lead });
  const { page } = shown;
  await beginAdding(page);
  await page.getByLabel("Mitä lisäät?").selectOption({ label: "Linkki" });
  await page.getByLabel("Nimi", { exact: true }).fill("Yhteinen polku");
  await page.getByLabel("Osoite").fill("https://polku.example/");
  await page.getByRole("checkbox", { name: "Nokia", exact: true }).check();
  await page.getByRole("button", { name: "Lisää", exact: true }).click();
  await expectSaid(page, "Yhteinen polku on lisätty ja odottaa tarkastusta.");
  await page.goto("/projects/hoppu?cell=7-536");
  const item = page.locator("dialog .evidence", { hasText: "Yhteinen polku" });
  const link = item.getByRole("link", { name: /polku\.example/ });
  expect(await link.getAttribute("rel")).toBe("noopener noreferrer");
  await item.getByRole("button", { name: /^Vedä takaisin: / }).click();
  await page.getByRole("button", { name: "Vedä takaisin", exact: true }).click();
  await expectSaid(page, "Vedetty takaisin.");
});

test("what is typed in the dialog of evidence is asked about there, and not in the cell", async () => {
  await using shown = await open("/projects/hoppu?cell=8-604", { person: lead });
  const { page } = shown;
  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.message());
    void dialog.accept();
  });
  await beginAdding(page);
  await page.getByRole("textbox", { name: /^Selite/ }).fill("Kesken");
  await page.keyboard.press("Escape");
  await page.getByLabel("Mitä lisäät?").waitFor({ state: "detached" });
  expect(asked).toHaveLength(1);
  await page.keyboard.press("Escape");
  await page.locator("dialog").waitFor({ state: "detached" });
  expect(asked).toHaveLength(1);
});

test("a past day shows the evidence of that day, and nothing can be done then", async () => {
  await using shown = await open("/projects/hoppu?cell=13-all&asOf=2025-11-20", { person: lead });
  const { page } = shown;
  await page.locator("dialog .evidence", { hasText: "Toimintamallin luonnos" }).waitFor();
  expect(await page.locator("dialog .evidence").count()).toBe(1);
  expect(await page.getByText("Odottaa tarkastusta").count()).toBe(1);
  expect(await page.locator("dialog .evidence button").count()).toBe(0);
  expect(await page.getByRole("button", { name: "Lisää todenne" }).count()).toBe(0);
});

import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { expectSaid, faultsOf, overflowOf, useBrowser } from "../support/page.ts";

const open = useBrowser();
const lead = { person: "lead" };
const funder = { person: "funder" };
const list = "/projects/hoppu/reports";
const reports = "/api/projects/hoppu/reports";

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });
const text = (page: Page, section: string) => page.getByLabel(`Teksti: ${section}`);
const section = (page: Page, title: string) =>
  page.getByRole("region", { name: new RegExp(`^${title}`) });

/** Answers in the dialog that is open, and waits until the page says what came of it. */
async function answer(page: Page, submit: string, said: string): Promise<void> {
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("dialog").getByRole("button", { name: submit, exact: true }).click();
  await page.getByText(said, { exact: true }).waitFor();
}

async function begin(page: Page, name: string): Promise<string> {
  await button(page, "Uusi raportti").first().click();
  await page.getByLabel("Nimi").fill(name);
  await button(page, "Aloita").click();
  await page.getByRole("heading", { name, level: 2 }).waitFor();
  await text(page, "Yhteenveto").waitFor();
  return new URL(page.url()).pathname;
}

const newName = () => `Raportti ${crypto.randomUUID().slice(0, 8)}`;

test("a report goes from a draft over a return to acceptance, and on to a correction", async () => {
  const name = newName();
  await using writing = await open(list, { person: lead });
  const { page } = writing;
  const path = await begin(page, name);
  await text(page, "Yhteenveto").fill("Ensimmäinen teksti.");
  await section(page, "Yhteenveto").getByText("Tallennettu klo").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await text(page, "Yhteenveto").fill("Toinen teksti.\n\n- yksi\n- kaksi");
  await text(page, "Verkostot").focus();
  await button(page, "Versiot: Yhteenveto").click();
  const drawer = page.getByRole("dialog");
  await drawer.getByText("Versio 2 (nykyinen)").waitFor();
  await drawer.getByText(/^Versio 1 ·/).click();
  await button(page, "Palauta tämä teksti: Versio 1").click();
  await expect.poll(() => text(page, "Yhteenveto").inputValue()).toBe("Ensimmäinen teksti.");

  await button(page, "Lähetä rahoittajalle…").click();
  await page.getByRole("dialog").getByText("osaan ei ole kirjoitettu").waitFor();
  await answer(page, "Lähetä rahoittajalle", "Raportti on lähetetty rahoittajalle.");
  expect(await page.locator("textarea").count()).toBe(0);
  await page.getByText(/^Lukittu: tekstit ja luvut ovat/).waitFor();

  await using deciding = await open("/", { person: funder });
  const { page: reading } = deciding;
  await reading.getByRole("link", { name: `Lue ja päätä: ${name}` }).click();
  await reading.getByText("Vain rahoittaja voi nyt avata raportin").waitFor();
  await section(reading, "Yhteenveto").getByText("Ensimmäinen teksti.").waitFor();
  const fingerprint = await reading.getByLabel("Painoksen 1 sormenjälki (SHA-256)").inputValue();
  expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);
  expect(await faultsOf(reading)).toEqual([]);
  await button(reading, "Palauta…").click();
  await reading.getByLabel("Mitä pitää muuttaa").fill("Täydennä yhteenvetoa.");
  await reading.getByText("Huomautukset osiin").click();
  await reading.getByRole("textbox", { name: /^Yhteenveto/ }).fill("Kerro kuntien määrä.");
  await answer(reading, "Palauta raportti", "Raportti on palautettu hankkeelle.");

  await page.reload();
  await section(page, "Yhteenveto").getByText("Kerro kuntien määrä.").waitFor();
  await text(page, "Yhteenveto").fill("Mukana on 23 kuntaa.");
  // Not saved yet: submitting saves it first.
  await button(page, "Lähetä uudelleen…").click();
  await answer(page, "Lähetä rahoittajalle", "Raportti on lähetetty rahoittajalle.");

  await reading.reload();
  await section(reading, "Yhteenveto").getByText("Mukana on 23 kuntaa.").waitFor();
  await button(reading, "Hyväksy…").click();
  await answer(reading, "Hyväksy raportti", "Raportti on hyväksytty.");
  await reading.getByRole("link", { name: "Painos 1", exact: true }).click();
  await section(reading, "Yhteenveto").getByText("Ensimmäinen teksti.").waitFor();
  // What is said of an older edition is what became of that, and not of the report.
  const standing = reading.locator(".report-standing");
  await expect.poll(() => standing.innerText()).toMatch(/^Painos 1: palautettu .+, ei voimassa\n/);
  expect(await reading.getByRole("list", { name: "Raportin vaiheet" }).count()).toBe(0);
  await section(reading, "Yhteenveto").getByText("Kerro kuntien määrä.").waitFor();
  const editions = reading.getByRole("region", { name: "Lähetetyt painokset" });
  await editions.getByText("Kerro kuntien määrä.").waitFor();
  expect(await faultsOf(reading)).toEqual([]);
  await editions.getByRole("link", { name: "Painos 2", exact: true }).click();
  await expect.poll(() => standing.innerText()).toMatch(/^Painos 2: hyväksytty .+, voimassa$/);
  expect(await section(reading, "Yhteenveto").getByText("Kerro kuntien määrä.").count()).toBe(0);

  await page.reload();
  await button(page, "Aloita oikaisu…").click();
  await page.getByLabel("Miksi raporttia oikaistaan").fill("Luku oli väärä.");
  await answer(page, "Aloita oikaisu", "Oikaisu on aloitettu.");
  await page.getByText("Oikaisu 1 painokseen 2:").first().waitFor();
  await page.getByText(/^Voimassa on painos 2, hyväksytty/).waitFor();
  await text(page, "Yhteenveto").waitFor();
  const told = page.getByRole("region", { name: "Historia" }).getByRole("listitem");
  await expect.poll(() => told.count()).toBe(6);
  await reading.goto(path);
  await reading.getByText("Hyväksytty raportti ei muutu.").waitFor();
});

test("what is typed without a connection is kept, and saved when there is one", async () => {
  await using shown = await open(list, { person: lead });
  const { page } = shown;
  const path = await begin(page, newName());
  const lost = "**/sections/*";
  await page.route(lost, (route) => route.abort("internetdisconnected"));
  await text(page, "Viestintä").fill("Kirjoitettu junassa.");
  await text(page, "Koulutus").focus();
  await expectSaid(page, "Ei tallennettu: yhteys puuttuu. Teksti on tallessa tällä laitteella.");
  // The window is closed meanwhile, and opened again where there is a connection.
  await page.goto("about:blank");
  await page.unroute(lost);
  await page.goto(path);
  await section(page, "Viestintä").getByText("Tallennettu klo").waitFor();
  expect(await text(page, "Viestintä").inputValue()).toBe("Kirjoitettu junassa.");
  const { sections } = await (await page.request.get(`/api${path}`)).json();
  expect(sections).toContainEqual(
    expect.objectContaining({ key: "communication", text: "Kirjoitettu junassa.", version: 1 }),
  );
});

test("two who write the same section see both texts, and the one who comes second chooses", async () => {
  await using shown = await open(list, { person: lead });
  const { page } = shown;
  const path = await begin(page, newName());
  await text(page, "Riskit").fill("Minun riskini.");
  const other = await page.request.put(`/api${path}/sections/risks`, {
    headers: { "if-match": '"0"' },
    data: { text: "Toisen riski." },
  });
  expect(other.status()).toBe(200);
  await page.getByRole("heading", { name: "Tekstiä muutettiin muualla" }).waitFor();
  await section(page, "Riskit").getByText("Toisen riski.").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await button(page, "Tallenna minun tekstini").click();
  expect(await text(page, "Riskit").evaluate((field) => field === document.activeElement)).toBe(
    true,
  );
  await section(page, "Riskit").getByText("Tallennettu klo").waitFor();
  await button(page, "Versiot: Riskit").click();
  const versions = page.getByRole("dialog").locator(".prose");
  await expect.poll(() => versions.allTextContents()).toEqual(["Minun riskini.", "Toisen riski."]);
});

test("what is typed in two windows is lost in neither, also when one saves and the other is read anew", async () => {
  await using shown = await open(list, { person: lead });
  const { page } = shown;
  const path = await begin(page, newName());
  const other = await page.context().newPage();
  await other.goto(path);
  const lost = "**/sections/*";
  await other.route(lost, (route) => route.abort("internetdisconnected"));
  await text(other, "Riskit").fill("Toisen ikkunan teksti.");
  await text(other, "Koulutus").focus();
  await section(other, "Riskit").getByText("Ei tallennettu: yhteys puuttuu.").waitFor();
  await text(page, "Riskit").fill("Ensimmäisen ikkunan teksti.");
  await text(page, "Koulutus").focus();
  await section(page, "Riskit").getByText("Tallennettu klo").waitFor();
  await other.unroute(lost);
  const asked = other.waitForEvent("dialog");
  const reloaded = other.reload();
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.accept();
  await reloaded;
  await section(other, "Riskit").getByText("Ensimmäisen ikkunan teksti.").waitFor();
  expect(await text(other, "Riskit").inputValue()).toBe("Toisen ikkunan teksti.");
  expect(await text(page, "Riskit").inputValue()).toBe("Ensimmäisen ikkunan teksti.");
  await button(other, "Jätä tallennettu").click();
  await expect.poll(() => text(other, "Riskit").inputValue()).toBe("Ensimmäisen ikkunan teksti.");
  const kept = await other.evaluate(() => Object.keys(localStorage));
  expect(kept.filter((key) => key.endsWith(".risks") || key.includes(".risks."))).toEqual([]);
});

test("a draft is written by the keyboard alone, and its budget gives a share", async () => {
  await using shown = await open(list, { person: lead });
  const { page } = shown;
  await begin(page, newName());
  await button(page, "Kerro budjetti").press("Enter");
  await page.getByLabel(/^Myönnetty/).fill("1000");
  await button(page, "Tallenna").press("Enter");
  await page.getByText("Täytä sekä myönnetty että käytetty").waitFor();
  await page.getByLabel(/^Käytetty/).fill("250");
  await button(page, "Tallenna").press("Enter");
  await section(page, "Kustannukset").getByText("25 %", { exact: true }).waitFor();
  await page.emulateMedia({ media: "print" });
  await section(page, "Viestintä").getByText("Tähän osaan ei ole kirjoitettu.").waitFor();
  await section(page, "Viestintä").getByText("Järjestelmä ei tiedä tästä mitään").waitFor();
  expect(await text(page, "Viestintä").isVisible()).toBe(false);
  await page.emulateMedia({ media: "screen" });
  await page.context().setOffline(true);
  await button(page, "Lähetä rahoittajalle…").press("Enter");
  await expectSaid(page, "Yhteys puuttuu. Raportin voi lähettää, kun yhteys palaa.");
  await page.context().setOffline(false);
  const noData = page.getByRole("link", { name: /ei ole tietoa$/ });
  expect(await noData.getAttribute("href")).toBe("/projects/hoppu?declared=no_data");
  await button(page, "Kirjoita: Yhteenveto").press("Enter");
  await expect
    .poll(() => text(page, "Yhteenveto").evaluate((field) => field === document.activeElement))
    .toBe(true);
});

test("a steering group member reads a draft and cannot write it; a funder does not find it", async () => {
  await using writing = await open(list, { person: lead });
  const path = await begin(writing.page, newName());
  await using reading = await open(path, { person: { person: "steering" }, width: 320 });
  await reading.page.getByText("Hankepäällikkö kirjoittaa raporttia.").waitFor();
  expect(await reading.page.locator("textarea").count()).toBe(0);
  expect(await overflowOf(reading.page)).toBe(0);
  await using strange = await open(path, { person: funder });
  await strange.page.getByRole("heading", { name: "Raporttia ei ole" }).waitFor();
  expect(await faultsOf(strange.page)).toEqual([]);
  const answered = await strange.page.request.get(`${reports}/${path.split("/").at(-1)}/told`);
  expect(answered.status()).toBe(404);
});

import { expect, test } from "vitest";
import { expectSaid, faultsOf, overflowOf, useBrowser } from "../support/page.ts";

const open = useBrowser();
const lead = { person: "lead" };
const training = "/projects/lastensuojelu/plan";

test("a lead grants a plan, and from then on it is amended and not edited", async () => {
  await using shown = await open(training, { person: lead });
  const { page } = shown;
  await page.getByText("Suunnitelmaa ei ole vielä myönnetty. Sitä voi muuttaa suoraan.").waitFor();
  await page.getByRole("button", { name: "Merkitse myönnetyksi" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Päätöksen päivä").fill("2099-01-01");
  await dialog.getByRole("button", { name: "Merkitse myönnetyksi" }).click();
  await expectSaid(page, "Päätöksen päivä on tulevaisuudessa.");
  await dialog.getByLabel("Päätöksen päivä").fill("2022-12-01");
  await dialog.getByRole("button", { name: "Merkitse myönnetyksi" }).click();
  await dialog.waitFor({ state: "detached" });
  await page.getByText("Suunnitelma on myönnetty 1.12.2022.").waitFor();
  expect(await page.getByRole("button", { name: "Lisää välitavoite" }).count()).toBe(0);
  await page.getByRole("button", { name: "Muokkaa: 1." }).click();
  expect(await dialog.getByLabel("Määräpäivä").count()).toBe(0);
  await dialog.getByLabel("Kuvaus").fill("Tarkennettu kuvaus");
  await dialog.getByRole("button", { name: "Tallenna" }).click();
  await page.getByText("Tarkennettu kuvaus").waitFor();
  expect(await faultsOf(page)).toEqual([]);
});

test("changes are gathered, shown before they are made, and made at once", async () => {
  await using shown = await open(training, { person: lead });
  const { page } = shown;
  await page.getByRole("button", { name: "Tee suunnitelmamuutos" }).click();
  const dialog = page.getByRole("dialog");
  const add = dialog.getByRole("button", { name: "Lisää muutoksiin" });
  await page.getByRole("button", { name: "Muuta välitavoitetta" }).click();
  await add.click();
  await dialog.getByText("Mikään ei muuttunut. Muuta vähintään yhtä tietoa.").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await dialog.locator("input[name=dueOn]").fill("2020-01-01");
  await add.click();
  await dialog.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Jaa välitavoite" }).click();
  await dialog.locator("select[name=number]").selectOption("2");
  await dialog.locator("input[name='into.0.title']").fill("Ensimmäinen puolikas");
  await dialog.locator("input[name='into.1.title']").fill("Toinen puolikas");
  expect(await faultsOf(page)).toEqual([]);
  await add.click();
  await dialog.waitFor({ state: "detached" });
  const preview = page.locator(".amend-change");
  expect(await preview.first().innerText()).toMatch(/Määräpäivä: .+ → 1\.1\.2020/);
  expect(await preview.nth(1).innerText()).toContain("Alkaa: Toinen puolikas");
  await page.getByLabel("Muutoksen nimi").fill("Ohjelman tarkennus");
  await page.getByLabel("Perustelu").fill("Ryhmiä tuli kaksi.");
  await page.getByLabel("Päätetty").fill("2023-03-01");
  const submit = page.getByRole("button", { name: "Tee muutos (2 kohtaa)" });
  await submit.click();
  // What the service refuses stands beside the change that it is about.
  await preview
    .first()
    .getByText(/Määräpäivä on ennen hankkeen alkua/)
    .waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "Poista: 1" }).click();
  await page.getByRole("button", { name: "Muuta välitavoitetta" }).click();
  await dialog.locator("input[name=dueOn]").fill("2023-05-31");
  await add.click();
  await submit.click();
  await page.getByText("Suunnitelmamuutos 1 on tehty.").waitFor();
  await page.locator("#milestone-2").getByText("Jaettu", { exact: true }).waitFor();
  expect(await page.locator("#milestone-2 a[href^='#milestone-']").count()).toBe(2);
  expect(await page.locator("#milestone-1").innerText()).toMatch(
    /Myönnetty .+ → Määräpäivä 31\.5\.2023/,
  );
  await page.locator("#amendment-1 summary").click();
  await page.locator(".amendment-differences li").first().waitFor();
  expect(await page.locator(".amendment-differences").innerText()).toContain("→ 31.5.2023");
  expect(await faultsOf(page)).toEqual([]);
  expect(await overflowOf(page)).toBe(0);
});

test("an amendment that is left asks first whether what is gathered may go", async () => {
  await using shown = await open("/projects/hoppu/plan?amend=yes", { person: lead });
  const { page } = shown;
  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.message());
    void dialog.dismiss();
  });
  await page.getByRole("button", { name: "Peru välitavoite" }).click();
  await page.getByRole("button", { name: "Lisää muutoksiin" }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "← Takaisin suunnitelmaan" }).click();
  expect(asked).toHaveLength(1);
  expect(await page.locator(".amend-change").count()).toBe(1);
});

test("a past day shows the plan as it was, and nobody changes it there", async () => {
  await using shown = await open("/projects/hoppu/plan?asOf=2024-02-01", { person: lead });
  const { page } = shown;
  await page.locator("#milestone-18").waitFor();
  expect(await page.locator("#milestone-19").count()).toBe(0);
  expect(await page.locator("#milestone-5").innerText()).toContain("Määräpäivä 31.10.2024");
  await page.getByText("Suunnitelmaa ei ole muutettu myöntämisen jälkeen.").waitFor();
  expect(await page.getByRole("button", { name: /Muokkaa|Tee suunnitelmamuutos/ }).count()).toBe(0);
});

test("who works on a project without leading it reads its amendments", async () => {
  const contact = { person: "contact", municipality: "837" };
  await using shown = await open("/projects/hoppu/plan", { person: contact, width: 390 });
  const { page } = shown;
  await page.getByRole("heading", { name: /Laajentamisen aikataulu/ }).waitFor();
  expect(await page.getByRole("button", { name: /Muokkaa|Tee suunnitelmamuutos/ }).count()).toBe(0);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: /CSV/ }).click();
  expect((await download).suggestedFilename()).toMatch(/^hoppu-suunnitelmamuutokset-.*\.csv$/);
});

test("the dates of a cell stand beside each other, with how far each is from the granted one", async () => {
  await using shown = await open("/projects/hoppu?cell=5-250", { person: lead });
  const table = shown.page.locator(".dates-table");
  await table.waitFor();
  const rows = await table.locator("tbody tr").allInnerTexts();
  expect(rows[0]).toMatch(/Myönnetty\s+31\.10\.2024/);
  expect(rows[1]).toMatch(/Määräpäivä nyt\s+13\.12\.2024\s+43 pv myöhemmin/);
});

test("a project begins with the plan of another, or with a template", async () => {
  await using shown = await open("/projects/new", { person: lead });
  const { page } = shown;
  await page.getByLabel("Ohjelma").selectOption("rrp");
  await page.getByLabel("Nimi", { exact: true }).fill("Hopun jatko");
  await page.getByLabel("Vastuuorganisaatio").fill("Pirkanmaan hyvinvointialue");
  await page.getByLabel("Suunnitelman pohja").selectOption("template:pilot");
  await page.getByText(/Vaiheet jaetaan tasan/).waitFor();
  await page.getByLabel("Suunnitelman pohja").selectOption("copy:hoppu");
  await page.getByLabel("Alkaa").fill("2027-01-01");
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "Tallenna" }).click();
  await page.waitForURL(/\/projects\/hopun-jatko\/plan$/);
  await page.locator("#milestone-1").waitFor();
  expect(await page.locator("#milestone-1").innerText()).toContain("Määräpäivä 31.5.2027");
  await page.getByRole("button", { name: "Lisää suunnitelmapohjasta" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: /Vertaisverkosto/ }).check();
  expect(await faultsOf(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Lisää suunnitelmapohjasta" }).click();
  await page.getByRole("heading", { name: "Tapaamiset pidetty" }).waitFor();
});

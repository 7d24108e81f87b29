import { expect, test } from "vitest";
import { expectSaid, faultsOf, useBrowser } from "../support/page.ts";

const open = useBrowser();

test("a contact changes the cells of their own municipality and only looks at the others'", async () => {
  const contact = { person: "contact", municipality: "250" };
  await using own = await open("/projects/hoppu?cell=5-250", { person: contact });
  await own.page.getByRole("button", { name: "Ei muutosta" }).click();
  await expectSaid(own.page, "Vahvistettu");
  await using other = await open("/projects/hoppu?cell=5-837", { person: contact });
  await other.page.getByText("Roolissasi voit katsoa tätä mutta et muuttaa.").waitFor();
  expect(await other.page.getByRole("button", { name: "Tallenna" }).count()).toBe(0);
});

test("a steering group member reads the history and changes nothing", async () => {
  await using shown = await open("/projects/hoppu?cell=5-619", { person: { person: "steering" } });
  const { page } = shown;
  await page.locator(".history > li").first().waitFor();
  expect(await page.getByRole("button", { name: "Tallenna" }).count()).toBe(0);
  expect(await faultsOf(page)).toEqual([]);
});

test("a funder's page of a project is its submitted reports, and neither its status nor drafts", async () => {
  await using shown = await open("/projects/hoppu?cell=15-108", { person: { person: "funder" } });
  const { page } = shown;
  await page.getByRole("heading", { name: "Seurantaraportti 1/2026" }).waitFor();
  const tabs = page.getByRole("navigation", { name: "Hankkeen näkymät" }).getByRole("link");
  expect(await tabs.allTextContents()).toEqual(["Raportit", "Tiedot"]);
  expect(await page.getByText(/Luonnos/).count()).toBe(0);
  expect(await page.locator(".matrix, .tile, dialog").count()).toBe(0);
  expect(await page.getByRole("button", { name: "Uusi raportti" }).count()).toBe(0);
  await page.getByRole("link", { name: "Seurantaraportti 1/2026" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: /^JSON/ }).click();
  expect((await download).suggestedFilename()).toMatch(/^hoppu-raportti-7-1-2026-07-10\.json$/);
  expect(await page.locator("textarea").count()).toBe(0);
  expect(await faultsOf(page)).toEqual([]);
});

for (const path of ["plan", "members", "municipalities/619"]) {
  test(`a funder who follows a link to ${path} is told that their role does not see it`, async () => {
    await using shown = await open("/account", { person: { person: "funder" } });
    const { page } = shown;
    await page.goto(`/projects/hoppu/${path}`);
    await page.getByRole("alert").waitFor();
    expect(await page.locator(".matrix, main table, main article").count()).toBe(0);
    expect(await faultsOf(page)).toEqual([]);
  });
}

test("a member takes the status of a project along", async () => {
  await using shown = await open("/projects/hoppu", { person: { person: "steering" } });
  const { page } = shown;
  await page.getByText("Vie", { exact: true }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Excel (XLSX)" }).click();
  expect((await download).suggestedFilename()).toMatch(/^hoppu-tilanne-\d{4}-\d\d-\d\d\.xlsx$/);
});

test("the files to take along are within a phone's window", async () => {
  const steering = { person: "steering" };
  await using shown = await open("/projects/hoppu", { person: steering, width: 320 });
  const { page } = shown;
  await page.getByText("Vie", { exact: true }).click();
  const { x = -1, width = 0 } =
    (await page.locator("details[open] .menu-list").boundingBox()) ?? {};
  expect(x).toBeGreaterThanOrEqual(0);
  expect(x + width).toBeLessThanOrEqual(320);
});

test("one who may not set up a project is not shown how", async () => {
  await using shown = await open("/projects/new", { person: { person: "steering" } });
  await shown.page.getByRole("heading", { name: "Sivua ei löydy" }).waitFor();
  expect(await shown.page.getByRole("button", { name: "Tallenna" }).count()).toBe(0);
});

test("an administrator sets up a programme and a project in it", async () => {
  await using shown = await open("/programmes", { person: { person: "admin" } });
  const { page } = shown;
  await page.getByRole("button", { name: "Uusi ohjelma" }).click();
  await page.getByLabel("Tunnus osoitteessa").fill("seuraava");
  await page.getByLabel("Nimi", { exact: true }).fill("Seuraava ohjelma");
  await page.getByLabel("Rahoittaja", { exact: true }).fill("Euroopan unioni");
  await page.getByLabel("Rahoittajaluokka").fill("Muu EU-rahoitus");
  for (const language of ["Suomi", "Svenska", "English"]) {
    await page.getByLabel(`Näkyvyysteksti, ${language}`).fill("Rahoitettu");
  }
  await page.getByRole("button", { name: "Tallenna" }).click();
  await page.getByRole("heading", { name: "Seuraava ohjelma" }).waitFor();

  await page.goto("/projects/new");
  await page.getByLabel("Ohjelma").selectOption("seuraava");
  await page.getByLabel("Nimi", { exact: true }).fill("Jatkohanke");
  await page.getByLabel("Vastuuorganisaatio").fill("Pirkanmaan hyvinvointialue");
  await page.getByLabel("Alkaa").first().fill("2026-01-01");
  await page.getByLabel("Päättyy").first().fill("2027-12-31");
  await page.getByLabel("Vaiheen nimi").fill("Suunnittelu");
  await page.getByLabel("Alkaa").nth(1).fill("2026-01-01");
  await page.getByLabel("Päättyy").nth(1).fill("2026-12-31");
  await page.getByRole("button", { name: "Tallenna" }).click();
  await page.getByText(/Viimeinen vaihe päättyy, kun hanke päättyy/).waitFor();
  await page.getByLabel("Päättyy").nth(1).fill("2027-12-31");
  await page.getByRole("button", { name: "Tallenna" }).click();
  await page.getByRole("heading", { level: 1, name: "Jatkohanke" }).waitFor();
  expect(page.url()).toMatch(/\/projects\/jatkohanke\/plan$/);
  await page.getByRole("link", { name: "Tilanne" }).click();
  await page.locator(".tile").first().waitFor();
  expect(await page.locator(".tile").count()).toBe(23);
  expect(await faultsOf(page)).toEqual([]);
});

test("the language is kept, and names the page and its title", async () => {
  await using shown = await open("/projects/hoppu/municipalities/837");
  const { page } = shown;
  await page.getByRole("button", { name: "Svenska" }).click();
  await page.getByRole("heading", { level: 1, name: "Tammerfors" }).waitFor();
  await page.reload();
  await page.getByRole("heading", { level: 1, name: "Tammerfors" }).waitFor();
  expect(await page.locator("html").getAttribute("lang")).toBe("sv");
  expect(await page.title()).toContain("Tammerfors");
});

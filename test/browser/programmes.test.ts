import { expect, test } from "vitest";
import { expectSaid, overflowOf, useBrowser } from "../support/page.ts";

const open = useBrowser();
const admin = { person: "admin" };
const own = "Hyvinvointialueen oma kehittämistyö";

test("a calendar is made by a pattern, put right by row and saved in order", async () => {
  await using shown = await open("/programmes", { person: admin });
  const { page } = shown;
  await page.getByRole("button", { name: `Muuta kalenteria: ${own}` }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("Lisää kaudet kaavalla").click();
  await dialog.getByLabel("Ensimmäinen päivä").fill("2025-01-01");
  await dialog.getByLabel("Viimeinen päivä").fill("2026-06-30");
  await dialog.getByLabel("Lisää myös loppuraportti koko ajalta").check();
  const add = dialog.getByRole("button", { name: "Lisää kaudet" });
  await add.click();
  await expectSaid(page, "4 kautta lisättiin.");
  await add.click();
  await expectSaid(page, "Kaikki nämä kaudet ovat jo kalenterissa.");
  await dialog.locator("input[name='reportPeriods.1.endsOn']").fill("2024-12-31");
  await dialog.getByRole("button", { name: "Tallenna" }).click();
  await dialog.locator("li:nth-child(2)").getByText("Loppu on ennen alkua.").waitFor();
  await dialog.getByRole("button", { name: "Poista kausi 2" }).click();
  await dialog.getByRole("button", { name: "Tallenna" }).click();
  await dialog.waitFor({ state: "detached" });
  const names = page.locator(".programme", { hasText: own }).locator("tbody th");
  expect(await names.allInnerTexts()).toEqual([
    "Väliraportti 1/2025",
    "Väliraportti 1/2026",
    "Loppuraportti",
  ]);
});

test("sections change their places by keyboard, and a new one gets a key from its title", async () => {
  await using shown = await open("/programmes", { person: admin, width: 390 });
  const { page } = shown;
  await page.getByRole("button", { name: `Muuta osia: ${own}` }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Siirrä alemmas: Yhteenveto" }).press("Enter");
  await expectSaid(page, "Yhteenveto on nyt 2. osa 10 osasta.");
  await page.keyboard.press("Alt+ArrowDown");
  await expectSaid(page, "Yhteenveto on nyt 3. osa 10 osasta.");
  await dialog.getByRole("button", { name: "Poista osa: Viestintä" }).click();
  await dialog.getByRole("button", { name: "Lisää osa" }).click();
  await dialog.getByRole("button", { name: "Tallenna" }).click();
  await expectSaid(page, "Anna osalle nimi: sen lajilla ei ole vakionimeä.");
  expect(await overflowOf(page)).toBe(0);
  for (const language of ["Suomi", "Svenska", "English"]) {
    await dialog.getByLabel(`Oma otsikko, ${language}`).last().fill(`Äänet, ${language}`);
  }
  await dialog.getByRole("button", { name: "Tallenna" }).click();
  await dialog.waitFor({ state: "detached" });
  const kept = await page.request.get("/api/programmes/ei-erillisrahoitusta");
  const { reportSections } = (await kept.json()) as { reportSections: { key: string }[] };
  expect(reportSections.map(({ key }) => key)).toEqual([
    "measures",
    "indicators",
    "summary",
    "deviations",
    "risks",
    "planchanges",
    "networks",
    "training",
    "costs",
    "aanet-suomi",
  ]);
});

import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { faultsOf, useBrowser } from "../support/page.ts";

const open = useBrowser();
const lead = { person: "lead" };

/** What listens to the keys comes when the first page stands, with what tells of the connection. */
async function listening(page: Page): Promise<void> {
  await page.locator("#app > [role=status]").first().waitFor({ state: "attached" });
  await page.waitForLoadState("networkidle");
}

test("g and a letter go to a page, and what is written in a field stays there", async () => {
  await using shown = await open("/projects/hoppu/about", { person: lead });
  const { page } = shown;
  await listening(page);
  await page.keyboard.press("g");
  await page.getByText("Siirry: paina kirjainta").waitFor();
  await page.keyboard.press("r");
  await page.waitForURL(/\/projects\/hoppu\/risks$/);
  await page.keyboard.press("g");
  await page.keyboard.press("p");
  await page.waitForURL((url) => url.pathname === "/");
  await page.keyboard.press("/");
  const field = page.getByRole("combobox", { name: /^Hae hanketta/ });
  await field.waitFor();
  await page.keyboard.type("g?/gs");
  expect(await field.inputValue()).toBe("g?/gs");
  expect(new URL(page.url()).pathname).toBe("/");
});

test("brackets go from municipality to municipality, also as a Finnish keyboard writes them", async () => {
  await using shown = await open("/projects/hoppu/municipalities/020", { person: lead });
  const { page } = shown;
  await listening(page);
  await page.keyboard.press("]");
  await page.getByRole("heading", { level: 1, name: "Hämeenkyrö" }).waitFor();
  await page.evaluate(() => {
    const init = { key: "[", ctrlKey: true, altKey: true, bubbles: true, cancelable: true };
    document.body.dispatchEvent(new KeyboardEvent("keydown", init));
  });
  await page.getByRole("heading", { level: 1, name: "Akaa" }).waitFor();
});

test("? shows all keys, those of the matrix too, and those of one character can be turned off for good", async () => {
  await using shown = await open("/projects/hoppu", { person: lead });
  const { page } = shown;
  await listening(page);
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Pikanäppäimet" });
  await help.getByText("Kuntien taulukossa").waitFor();
  await help.getByText("valitse sarake").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await help.getByLabel("Yhden merkin pikanäppäimet käytössä").uncheck();
  await page.keyboard.press("Escape");
  await page.reload();
  await page.locator(".matrix").waitFor();
  await listening(page);
  for (const key of ["?", "/", "g", "r"]) await page.keyboard.press(key);
  expect(await page.locator("dialog").count()).toBe(0);
  expect(new URL(page.url()).pathname).toBe("/projects/hoppu");
  // The search opens as ever, and in it is the way back.
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: /^Hae hanketta/ }).fill("pikan");
  await page.keyboard.press("Enter");
  expect(await help.getByLabel("Yhden merkin pikanäppäimet käytössä").isChecked()).toBe(false);
});

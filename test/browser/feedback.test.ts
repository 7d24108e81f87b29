import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { faultsOf, letterTo, overflowOf, useBrowser } from "../support/page.ts";

const open = useBrowser();
const admin = { person: "admin" };
const someone = () => `palaute-${crypto.randomUUID().slice(0, 8)}@etappi.example`;
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

/** Writes and sends feedback, by keyboard alone; gives its reference. */
async function write(page: Page, text: string, email: string): Promise<string> {
  await page.getByLabel("Palaute", { exact: true }).focus();
  await page.keyboard.type(text);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.type(email);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Kiitos, palaute on saapunut" }).waitFor();
  return page.locator("strong.reference").innerText();
}

test("who is signed out reads the statement, and sends feedback by keyboard alone", async () => {
  await using shown = await open("/accessibility", { width: 390 });
  const { page } = shown;
  await page.getByRole("heading", { name: "Saavutettavuusseloste" }).waitFor();
  expect(await page.getByRole("heading", { name: "Valvontaviranomainen" }).count()).toBe(1);
  const email = someone();
  const reference = await write(page, "En löydä karttaa.", email);
  expect(reference).toMatch(/^[0-9a-z]{7}-[0-9a-z]{4}$/);
  // The keyboard goes on from what is said, and a screen reader reads it.
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("feedback");
  expect(await faultsOf(page)).toEqual([]);
  expect(await overflowOf(page)).toBe(0);
  const letter = await letterTo(page.context().request, email);
  expect(letter).toContain(reference);
});

test("every page's foot leads to the form, which then knows the page and nothing more of it", async () => {
  await using shown = await open("/projects/hoppu?mark=late", { person: { person: "lead" } });
  const { page } = shown;
  await page.getByRole("contentinfo").getByRole("link", { name: "Palaute" }).click();
  await page.getByRole("heading", { name: "Anna palautetta" }).waitFor();
  await expect.poll(() => page.getByLabel(/^Sivu /).inputValue()).toBe("/projects/hoppu");
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("feedback");
});

test("a public page leads to the statement in its own language, without signing in", async () => {
  await using shown = await open("/public/hoppu?lang=sv");
  const { page } = shown;
  await page.getByRole("contentinfo").getByRole("link", { name: "Tillgänglighet" }).click();
  await page.getByRole("heading", { name: "Tillgänglighetsutlåtande" }).waitFor();
  expect(await page.getByLabel(/^Sida /).inputValue()).toBe("/public/hoppu");
  expect(await faultsOf(page)).toEqual([]);
});

test("what a browser fills into the hidden field is shown, so that it can be taken out", async () => {
  await using shown = await open("/accessibility");
  const { page } = shown;
  await page.getByLabel("Palaute", { exact: true }).fill("Hyvä");
  await page.locator("#leave-empty").evaluate((field: HTMLInputElement) => {
    field.value = "x";
  });
  await button(page, "Lähetä palaute").click();
  await page.getByText("Tätä kenttää ei täytetä.").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByLabel("Jätä tämä tyhjäksi").fill("");
  await button(page, "Lähetä palaute").click();
  await page.getByRole("heading", { name: "Kiitos, palaute on saapunut" }).waitFor();
});

test("the administrator answers, and the answer goes out as a letter", async () => {
  const email = someone();
  await using sender = await open("/accessibility");
  const reference = await write(sender.page, "Taulukko ei lue kuntaa.", email);
  await using shown = await open("/feedback", { person: admin });
  const { page } = shown;
  const card = page.locator(".feedback").filter({ hasText: reference });
  expect(await card.getByText(email).count()).toBe(1);
  await card.getByRole("button", { name: "Vastaa" }).click();
  await page.getByLabel("Vastaus", { exact: true }).fill("Korjasimme sen.");
  expect(await faultsOf(page)).toEqual([]);
  await button(page, "Lähetä vastaus").click();
  await card.waitFor({ state: "detached" });
  expect(await letterTo(page.context().request, email)).toContain("Korjasimme sen.");
  await page.getByRole("link", { name: "Vastattu" }).click();
  await card.getByText("Korjasimme sen.").waitFor();
});

test("the administrator takes a shortcoming out of the statement, sees it beforehand and approves", async () => {
  await using shown = await open("/accessibility/edit", { person: admin });
  const { page } = shown;
  const parts = page.locator(".shortcoming");
  const before = await parts.count();
  const second = await page.getByLabel("Mikä ei ole saavutettavaa, Suomi").nth(1).inputValue();
  await button(page, "Poista puute 1").click();
  expect(await parts.count()).toBe(before - 1);
  await button(page, "Esikatsele").click();
  const preview = page.getByRole("dialog");
  await preview.getByRole("heading", { name: second }).waitFor();
  expect(await preview.locator(".shortcomings > li").count()).toBe(before - 1);
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await button(page, "Hyväksy ja julkaise").click();
  await page.getByRole("heading", { name: "Saavutettavuusseloste", exact: true }).waitFor();
  await expect.poll(() => page.locator(".shortcomings > li").count()).toBe(before - 1);
});

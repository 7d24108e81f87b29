import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { expectSaid, faultsOf, overflowOf, useBrowser } from "../support/page.ts";

const open = useBrowser();
const lead = { person: "lead" };

const fieldOf = (page: Page) =>
  page.getByRole("combobox", { name: "Hae hanketta, kuntaa, välitavoitetta tai toimintoa" });
const groupOf = (page: Page, name: string) => page.getByRole("group", { name });

/** Opens the search as a person does by keys, and types. */
async function look(page: Page, words: string) {
  await page.keyboard.press("Control+k");
  const field = fieldOf(page);
  await field.waitFor();
  await field.fill(words);
  return field;
}

/** What a screen reader is told to be on. */
const activeOf = (page: Page) =>
  fieldOf(page).evaluate(
    (field) =>
      document.getElementById(field.getAttribute("aria-activedescendant") ?? "")?.textContent,
  );

test("a municipality is found by keys alone, counted aloud, opened, and offered again next time", async () => {
  await using shown = await open("/projects/opiskeluhuolto", { person: lead });
  const { page } = shown;
  const field = await look(page, "kihni");
  await groupOf(page, "Kunnat").waitFor();
  await page.locator("dialog [role=status]", { hasText: /^\d osumaa?$/ }).waitFor();
  expect(await field.getAttribute("aria-expanded")).toBe("true");
  // The project that one is in comes first.
  expect(await activeOf(page)).toContain("KihniöOpiskeluhuollon");
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Kihniö" }).waitFor();
  expect(new URL(page.url()).pathname).toBe("/projects/opiskeluhuolto/municipalities/250");
  await look(page, "");
  await groupOf(page, "Viimeksi avatut")
    .getByRole("option", { name: /^Kihniö/ })
    .waitFor();
  await page.keyboard.press("Escape");
  await page.locator("dialog").waitFor({ state: "detached" });
});

test("who presses Enter before the answer has come gets its first find", async () => {
  await using shown = await open("/", { person: lead });
  const { page } = shown;
  await page.route("**/api/search?**", async (route) => {
    await new Promise((resume) => setTimeout(resume, 400));
    await route.continue();
  });
  await look(page, "tammerfors");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Tampere" }).waitFor();
});

test("what is written almost so is offered as that, and what is nowhere is said", async () => {
  await using shown = await open("/", { person: lead });
  const { page } = shown;
  await look(page, "tampree");
  await page.getByText("Täsmälleen näin kirjoitettua ei löytynyt. Lähimmät:").waitFor();
  expect(await activeOf(page)).toContain("Tampere");
  await look(page, "xyzzyxyz");
  await expectSaid(page, "Ei osumia haulle ”xyzzyxyz”.");
  expect(await fieldOf(page).getAttribute("aria-expanded")).toBe("false");
});

test("an answer that fails is said, and can be asked for again", async () => {
  await using shown = await open("/", { person: lead });
  const { page } = shown;
  const body = JSON.stringify({ code: "unavailable", detail: "Tietokanta ei vastaa." });
  await page.route("**/api/search?**", (route) =>
    route.fulfill({ status: 503, body, contentType: "application/problem+json" }),
  );
  await look(page, "kihni");
  await page.getByRole("alert").getByText("Tietokanta ei vastaa.").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.unroute("**/api/search?**");
  await page.getByRole("button", { name: "Yritä uudelleen" }).click();
  await groupOf(page, "Kunnat").waitFor();
});

test("by touch on a phone: the button opens it, a press chooses, and all of it fits", async () => {
  await using shown = await open("/projects/hoppu", { person: lead, width: 320, scheme: "dark" });
  const { page } = shown;
  await page.getByRole("button", { name: "Hae", exact: true }).click();
  await fieldOf(page).fill("pilotti arvioitu");
  await groupOf(page, "Välitavoitteet").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  expect(await overflowOf(page)).toBe(0);
  await page.getByRole("option", { name: /^9\. Pilotti arvioitu/ }).click();
  await page.waitForURL(/\/projects\/hoppu\/milestones\/9$/);
});

test("only what the role may do is offered", async () => {
  const offered = async (person: string) => {
    await using shown = await open("/projects/hoppu", { person: { person } });
    await look(shown.page, "");
    await groupOf(shown.page, "Toiminnot").waitFor();
    return (await shown.page.getByRole("option").allTextContents()).join("\n");
  };
  const funders = await offered("funder");
  expect(funders).toMatch(/Raportit[^]*Tiedot[^]*Kirjaudu ulos/);
  expect(funders).not.toMatch(/Tilanne|Uusi hanke|Vie tilanne|Tuo taulukosta|Loki/);
  expect(await offered("steering")).toMatch(/Tilanne[^]*Vie tilanne/);
  expect(await offered("steering")).not.toMatch(/Uusi hanke|Tuo taulukosta|Käyttäjät/);
  expect(await offered("admin")).toMatch(/Loki[^]*Uusi hanke/);
});

test("deeds are done from it: a file, the language, and signing out, which forgets what was opened", async () => {
  await using shown = await open("/projects/hoppu", { person: lead });
  const { page } = shown;
  await look(page, "vie excel");
  const download = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  expect((await download).suggestedFilename()).toMatch(/^hoppu-tilanne-.*\.xlsx$/);
  await look(page, "huomiot");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/attention$/);
  expect(await page.evaluate(() => localStorage.getItem("etappi.recent"))).toContain("attention");
  await look(page, "muutokset");
  await page.keyboard.press("Enter");
  await page.locator("#changes-title").waitFor();
  expect(await page.evaluate(() => localStorage.getItem("etappi.visits"))).toContain("hoppu");
  await look(page, "kirjaudu");
  await page.keyboard.press("Enter");
  await page.locator("input[type=email]").waitFor();
  expect(await page.evaluate(() => localStorage.getItem("etappi.visits"))).toBeNull();
  expect(await page.evaluate(() => localStorage.getItem("etappi.recent"))).toBeNull();
});

test("the language is changed from it", async () => {
  await using shown = await open("/", { person: lead });
  const { page } = shown;
  await look(page, "svenska");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Projekt" }).waitFor();
  expect(await page.locator("html").getAttribute("lang")).toBe("sv");
});

import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { faultsOf, overflowOf, useBrowser } from "../support/page.ts";

const open = useBrowser();
const steering = { person: "steering" };
const lead = { person: "lead" };

const focused = (page: Page) => page.locator(":focus");
const rows = (page: Page) => page.locator(".matrix tbody tr");
const names = (page: Page) => page.locator(".matrix tbody .matrix-name").allInnerTexts();

describe("the tile map", () => {
  test("is one stop of the keyboard, and arrows go by geography", async () => {
    await using shown = await open("/projects/hoppu", { person: steering });
    const { page } = shown;
    const map = page.getByRole("grid", { name: /kunnasta/ });
    await map.waitFor();
    expect(await map.locator("[tabindex='0']").count()).toBe(1);
    expect(await map.getByRole("row").count()).toBe(6);
    expect(await map.getByRole("gridcell").count()).toBe(23);
    const spoken = await map.ariaSnapshot();
    expect(spoken).toMatch(/link "Kihniö 0\s?% 4 myöhässä"/);
    await map.locator("[tabindex='0']").focus();
    for (const [key, name] of [
      ["ArrowRight", "Virrat"],
      ["ArrowDown", "Ylöjärvi"],
      ["End", "Mänttä-Vilppula"],
      ["ArrowDown", "Juupajoki"],
      ["Control+End", "Valkeakoski"],
      ["ArrowUp", "Pälkäne"],
      ["Home", "Sastamala"],
    ] as const) {
      await page.keyboard.press(key);
      expect(await focused(page).locator(".tile-name").innerText(), key).toBe(name);
    }
    expect(await map.locator("[tabindex='0']").count()).toBe(1);
    await page.keyboard.press("Enter");
    await page.waitForURL(/municipalities\/790/);
  });

  test("says what it finds by each measure, and its table has them all", async () => {
    await using shown = await open("/projects/hoppu", { person: steering });
    const { page } = shown;
    const title = page.locator("#map-title");
    const choose = page.getByLabel("Mitä kartta näyttää");
    await title.getByText(/kunnasta 5 on saanut kaiken valmiiksi; Kihniö/).waitFor();
    for (const [measure, finding] of [
      ["late", /^Myöhässä on \d+ asiaa \d+ kunnassa; eniten: Punkalaidun/],
      ["freshness", /Vanhentunutta tietoa on \d+ kunnassa: .*Punkalaidun/],
      ["phase-3", /^Juurruttaminen: 23 kunnasta/],
      ["milestone-14", /^Malli arjen käytössä hankkeen jälkeen: 22 kunnasta 7 valmiina/],
    ] as const) {
      await choose.selectOption(measure);
      await title.getByText(finding).waitFor();
    }
    expect(await page.locator(".tile.done .tile-word").first().innerText()).toBe("Valmis");
    await page.locator(".tile-map summary").click();
    const heads = await page.locator(".tile-map thead th").allInnerTexts();
    expect(heads).toHaveLength(8);
    expect(heads.at(-1)).toBe("14. Malli arjen käytössä hankkeen jälkeen");
    expect(await faultsOf(page)).toEqual([]);
  });

  test("can be taken along as a drawing that says the same", async () => {
    await using shown = await open("/projects/hoppu?map=late", {
      person: steering,
      scheme: "dark",
    });
    const { page } = shown;
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "SVG" }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe("hoppu-late.svg");
    const svg = await readFile(await file.path(), "utf8");
    expect(svg).toContain("Punkalaidun");
    expect(svg).toContain("Yksikkö: myöhässä olevia");
    // The colours of the light scheme, whatever the reader's: the deepest step, and white.
    expect(svg).toContain("rgb(143, 29, 22)");
    expect(svg).not.toMatch(/class=|NaN|undefined/);
  });
});

describe("the matrix", () => {
  test("is narrowed by its signs and its search, and says how much of it is shown", async () => {
    await using shown = await open("/projects/hoppu", { person: steering });
    const { page } = shown;
    const count = page.locator(".matrix-choices [role=status]");
    await page.getByText("Kuntia 23/23").waitFor();
    await page.getByRole("button", { name: /^Keskeytetty \d+$/ }).click();
    await page.waitForURL(/declared=paused/);
    const found = await page.locator(".matrix-cell:not(.unmarked)").count();
    expect(await count.innerText()).toBe(
      `Kuntia ${await rows(page).count()}/23, ruutuja ${found}/253`,
    );
    expect(found).toBe(await page.locator(".matrix-cell.paused:not(.unmarked)").count());
    await page.getByLabel("Etsi kuntaa").fill("urj");
    await expect.poll(() => names(page)).toEqual(["Urjala"]);
    await page.getByLabel("Etsi kuntaa").fill("xyz");
    await page.getByText("Mikään kunta ei vastaa rajausta.").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("button", { name: "Poista rajaukset" }).click();
    await expect.poll(() => rows(page).count()).toBe(23);
    expect(new URL(page.url()).search).toBe("");
  });

  test("is ordered by the heads of its columns, which say so", async () => {
    await using shown = await open("/projects/hoppu", { person: steering });
    const { page } = shown;
    const sort = page.getByRole("button", { name: "Järjestä: Myöhässä" });
    await sort.click();
    await expect.poll(async () => (await names(page))[0]).toBe("Punkalaidun");
    const head = page.locator("th:has(button[aria-label='Järjestä: Myöhässä'])");
    expect(await head.getAttribute("aria-sort")).toBe("descending");
    await sort.click();
    await expect.poll(async () => (await names(page)).at(-1)).toBe("Punkalaidun");
    expect(await head.getAttribute("aria-sort")).toBe("ascending");
    await page.getByRole("button", { name: /Järjestä: 14\./ }).click();
    await page.waitForURL(/order=14/);
    expect(await page.locator("th[aria-sort]").count()).toBe(1);
    expect(
      await page.locator("th[aria-sort] a").evaluate((link) => link.getAttribute("href")),
    ).toBe("/projects/hoppu/milestones/14");
  });

  test("folds a phase into its share, and the keyboard goes on in what is left", async () => {
    await using shown = await open("/projects/hoppu", { person: steering });
    const { page } = shown;
    await page.getByRole("button", { name: "Tiivistä vaihe 1 yhdeksi sarakkeeksi" }).click();
    await page.waitForURL(/fold=1/);
    expect(await page.locator("tfoot .matrix-share .percent").first().innerText()).toBe(
      (await page.locator(".ribbon > li .percent").first().innerText()).replace(" valmiina", ""),
    );
    await page.locator('[data-row="0"][data-column="0"]').focus();
    await page.keyboard.press("End");
    expect(await focused(page).getAttribute("data-column")).toBe("8");
    expect(await focused(page).getAttribute("aria-label")).toContain("Akaa, 15:");
    await page.getByRole("button", { name: "Avaa vaiheen 1 välitavoitteet" }).click();
    await page.locator('[data-column="10"]').first().waitFor();
  });

  test("keeps its head in sight, in the window and in its own place", async () => {
    for (const width of [1280, 390]) {
      await using shown = await open("/projects/hoppu", { person: steering, width });
      const { page } = shown;
      const last = page.locator('[data-row="22"][data-column="10"]');
      await last.focus();
      const [box, head, place, name] = await Promise.all(
        [
          last,
          page.locator(".matrix thead"),
          page.locator(".matrix-scroll"),
          page.locator(".matrix tbody tr").last().locator("th"),
        ].map((one) => one.boundingBox()),
      );
      if (!box || !head || !place || !name) throw new Error("All of them are shown.");
      const top = width === 1280 ? 0 : place.y + 1;
      expect(Math.abs(head.y - top), `${width}`).toBeLessThanOrEqual(1);
      expect(box.y, `${width}`).toBeGreaterThanOrEqual(head.y + head.height);
      expect(name.x).toBeGreaterThanOrEqual(place.x);
      expect(box.x).toBeGreaterThanOrEqual(name.x + name.width - 1);
      expect(await overflowOf(page)).toBe(0);
    }
  });

  test("has rows as high as they were chosen on this device", async () => {
    await using shown = await open("/projects/hoppu", { person: steering });
    const { page } = shown;
    const height = async () => (await rows(page).first().boundingBox())?.height ?? 0;
    const compact = await height();
    await page.getByRole("button", { name: "Väljä" }).click();
    await expect.poll(height).toBeGreaterThan(compact + 5);
    await page.reload();
    await rows(page).first().waitFor();
    expect(await height()).toBeGreaterThan(compact + 5);
  });
});

test("who edits in a filtered matrix keeps the row in front of them until the filter changes", async () => {
  await using shown = await open("/projects/hoppu?declared=not_started&fold=1", { person: lead });
  const { page } = shown;
  await page.locator(".editor").waitFor();
  const before = await names(page);
  const cell = page.locator(".matrix-cell.not_started:not(.unmarked)").first();
  const label = (await cell.getAttribute("aria-label"))?.split(":")[0] ?? "";
  await cell.focus();
  await page.keyboard.press("2");
  await page.locator('.queue-state[data-state="saved"]', { hasText: "klo" }).waitFor();
  const changed = page.locator(`.matrix-cell[aria-label^="${label}: Käynnissä"]`);
  await changed.waitFor();
  await expect.poll(() => changed.getAttribute("class")).toContain("unmarked");
  expect(await names(page)).toEqual(before);
});

test("the bar of editing never covers the title, the tools or the head of the matrix", async () => {
  await using shown = await open("/projects/hoppu", { person: lead });
  const { page } = shown;
  await page.locator(".editor").waitFor();
  const end = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let top = 0; top < end; top += 120) {
    await page.evaluate((to) => window.scrollTo(0, to), top);
    const [bar, head] = await page
      .locator(".editor, .matrix thead")
      .evaluateAll((all) =>
        all
          .toSorted((a, b) => Number(b.matches(".editor")) - Number(a.matches(".editor")))
          .map((one) => one.getBoundingClientRect().toJSON() as DOMRect),
      );
    expect(bar && head && bar.top >= head.bottom, `at ${top}`).toBe(true);
  }
});

test("the names of a project's views fit in a row, and the current one is in sight", async () => {
  for (const [language, width] of [
    ["fi", 1280],
    ["sv", 1280],
    ["en", 1280],
    ["fi", 320],
  ] as const) {
    await using shown = await open("/projects/hoppu/history", { person: lead, language, width });
    const { page } = shown;
    const tabs = page.locator(".project .tabs");
    const here = await tabs.locator("[aria-current]").boundingBox();
    expect(here && here.x >= 0 && here.x + here.width <= width, `${language} ${width}`).toBe(true);
    const isCut = await tabs.evaluate((row) => row.scrollWidth > row.clientWidth + 1);
    expect(isCut).toBe(width === 320);
    expect(await tabs.getAttribute("class")).toBe(isCut ? "tabs left" : "tabs");
    expect(await overflowOf(page)).toBe(0);
  }
});

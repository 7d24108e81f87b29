import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { FingerprintView } from "../../worker/progress/contract/fingerprint.ts";
import { faultsOf, useBrowser } from "../support/page.ts";
import { pagesOf, type PrintedPage } from "../support/pdf.ts";

const open = useBrowser();
const steering = { person: "steering" };
const asOf = (page: Page) => new URL(page.url()).searchParams.get("asOf") ?? "";
const titles = (page: Page) => page.locator(".pack-head h2").allInnerTexts();

async function printed(page: Page): Promise<PrintedPage[]> {
  await page.locator(".pack .skeleton").first().waitFor({ state: "detached" });
  return pagesOf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
}

async function fingerprintAt(page: Page, moment: string): Promise<string> {
  const answer = await page.request.get(`/api/projects/hoppu/fingerprint?asOf=${moment}`);
  const { fingerprint }: FingerprintView = await answer.json();
  return fingerprint;
}

describe("the steering pack", () => {
  test("fixes its moment, and every printed page has number, date and fingerprint", async () => {
    await using shown = await open("/projects/hoppu/pack", { person: steering });
    const { page, complaints } = shown;
    await expect.poll(() => asOf(page)).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    const fingerprint = await fingerprintAt(page, asOf(page));
    const date = new Date(asOf(page)).toLocaleDateString("fi-FI", { timeZone: "Europe/Helsinki" });
    const pages = await printed(page);
    expect(pages.length).toBeGreaterThan(5);
    for (const [index, { text }] of pages.entries()) {
      expect(text).toContain(`${index + 1}/${pages.length}`);
      expect(text).toContain(`Tilanne${date}klo`);
      expect(text).toContain(fingerprint);
    }
    const wide = pages.filter(({ width, height }) => width > height);
    expect(wide).toHaveLength(1);
    expect(wide[0]?.text).toContain("Ylöjärvi");
    expect(pages[0]?.text).toContain("Euroopanunioninrahoittama");
    expect(complaints).toEqual([]);
  });

  test("of a past day is the same whoever opens its address, and prints what it is of", async () => {
    const address = "/projects/hoppu/pack?asOf=2024-06-30&for=Kokous%203.7.2024";
    const seen: string[] = [];
    for (const person of [steering, { person: "lead" }]) {
      await using shown = await open(address, { person, scheme: "dark" });
      const pages = await printed(shown.page);
      expect(pages[0]?.text).toContain("Kokous3.7.2024");
      expect(pages[0]?.text).toContain("asOf=2024-06-30");
      seen.push(pages.map(({ text }) => text).join("\n"));
    }
    expect(seen[0]).toBe(seen[1]);
  });

  test("tells whether a fingerprint from paper is that of its moment", async () => {
    await using shown = await open("/projects/hoppu/pack?asOf=2024-06-30", { person: steering });
    const { page } = shown;
    const own = await page.locator(".pack-fingerprint").innerText();
    expect(own.replaceAll(" ", "")).toBe(await fingerprintAt(page, "2024-06-30"));
    const field = page.getByLabel("Tarkista sormenjälki");
    const verdict = page.locator(".pack-choices [role=status]").last();
    await field.fill(own.toUpperCase());
    await expect.poll(() => verdict.innerText()).toMatch(/^Täsmää/);
    await field.fill(own.slice(0, 19));
    await expect.poll(() => verdict.innerText()).toMatch(/^Täsmää/);
    await field.fill(own.replace(/.$/, (last) => (last === "0" ? "1" : "0")));
    await expect.poll(() => verdict.innerText()).toMatch(/^Ei täsmää/);
    expect(await faultsOf(page)).toEqual([]);
    await field.fill(own.slice(0, 12));
    await expect.poll(() => verdict.innerText()).toMatch(/vähintään 16/);
    await field.fill(await fingerprintAt(page, "2024-06-29"));
    await expect.poll(() => verdict.innerText()).toMatch(/^Ei täsmää/);
  });

  test("holds the parts that are chosen, and its address keeps them", async () => {
    await using shown = await open("/projects/hoppu/pack?asOf=2024-06-30", { person: steering });
    const { page } = shown;
    expect(await titles(page)).toHaveLength(7);
    const dropped = page.getByRole("checkbox", { name: "Välitavoitteet kunnittain" });
    await dropped.uncheck();
    await expect.poll(() => titles(page)).toHaveLength(6);
    await page.reload();
    await page.locator(".pack-head").last().waitFor();
    expect(await titles(page)).toHaveLength(6);
    expect(await dropped.isChecked()).toBe(false);
    expect((await printed(page)).every(({ width, height }) => width < height)).toBe(true);
    await dropped.check();
    await expect.poll(() => new URL(page.url()).searchParams.get("parts")).toBe(null);
  });
});

import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { faultsOf, useBrowser } from "../support/page.ts";

const open = useBrowser();
const lead = { person: "lead" };

describe("a page that is not there", () => {
  for (const [path, name, href] of [
    ["/projects/hopu/plan", /^Hoppu/, "/projects/hoppu"],
    ["/projects/hoppu/kihnio", "Kihniö", "/projects/hoppu/municipalities/250"],
    ["/tukensai", /^Tukenasi/, "/projects/tukenasi"],
  ] as const) {
    test(`offers what may have been meant: ${path}`, async () => {
      await using shown = await open(path, { person: lead });
      const meant = shown.page.getByRole("navigation", { name: "Tarkoititko?" });
      const link = meant.getByRole("link", { name }).first();
      await link.waitFor();
      expect(await link.getAttribute("href")).toBe(href);
      expect(await faultsOf(shown.page)).toEqual([]);
      await shown.page.getByRole("button", { name: "Hae nimellä" }).click();
      await shown.page.getByRole("combobox", { name: /^Hae hanketta/ }).waitFor();
    });
  }
});

describe("what breaks", () => {
  test("says so in its place, with a way on, and the next page is there", async () => {
    await using shown = await open("/projects/hoppu/about", { person: lead });
    const { page } = shown;
    // An answer that no version of the page knows.
    await page.route("**/api/projects/hoppu/attention", (route) => route.fulfill({ json: {} }));
    await page.getByRole("link", { name: "Huomiot" }).click();
    await page.getByRole("alert").getByText("Jokin meni vikaan").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("link", { name: "Kaikkiin hankkeisiin" }).click();
    await page.locator(".portfolio > li").first().waitFor();
  });

  test("or is no more on the server, after a new version, offers to load the page again", async () => {
    await using shown = await open("/projects/hoppu/about", { person: lead });
    const { page } = shown;
    await page.route("**/assets/risks-page-*", (route) => route.fulfill({ status: 404 }));
    await page.getByRole("link", { name: "Riskit" }).click();
    await page
      .getByRole("alert")
      .getByText(/uusi versio/)
      .waitFor();
    await page.unroute("**/assets/risks-page-*");
    await page.getByRole("button", { name: "Yritä uudelleen" }).click();
    await page.locator(".register-line").first().waitFor();
  });
});

describe("what takes its time", () => {
  test("is shown by a bar after a second, and not before", async () => {
    await using shown = await open("/", { person: lead });
    const { page } = shown;
    await page.waitForLoadState("networkidle");
    // The service takes its time: more than the second for which nothing is said.
    await page.route("**/api/municipalities/standings**", async (route) => {
      await new Promise((resume) => setTimeout(resume, 2500));
      await route.continue();
    });
    const bar = page.getByRole("progressbar", { name: "Ladataan…" });
    const since = Date.now();
    await page.getByRole("link", { name: "Kunnat" }).click();
    await bar.waitFor();
    expect(Date.now() - since).toBeGreaterThan(900);
    expect(await faultsOf(page)).toEqual([]);
    await bar.waitFor({ state: "detached" });
  });

  test("is told from a connection that is gone, and read anew when it is back", async () => {
    await using shown = await open("/projects/hoppu/about", { person: lead });
    const { page } = shown;
    await page.waitForLoadState("networkidle");
    await page.context().setOffline(true);
    await page.getByText(/^Verkkoyhteys puuttuu\./).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    const read = page.waitForRequest(/\/api\/projects\/hoppu$/);
    await page.context().setOffline(false);
    await read;
    await page.getByText(/^Yhteys palasi\./).waitFor();
  });
});

/** How far what is shown moves by itself while a page loads (CLS). */
async function shiftOf(page: Page, path: string): Promise<number> {
  await page.addInitScript(() => {
    const watched = window as { shift?: number };
    watched.shift = 0;
    new PerformanceObserver((list) => {
      // An entry of this kind has a value.
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) {
        watched.shift = (watched.shift ?? 0) + entry.value;
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.route("**/api/**", async (route) => {
    await new Promise((resume) => setTimeout(resume, 150));
    await route.continue();
  });
  await page.goto(path);
  await page.locator("h1").first().waitFor();
  await page.locator(".skeleton").first().waitFor({ state: "detached" });
  await page.waitForLoadState("networkidle");
  return page.evaluate(() => (window as { shift?: number }).shift ?? NaN);
}

for (const width of [1280, 390]) {
  test(`nothing moves by itself while the main pages load, ${width} wide`, async () => {
    const pages = ["", "/attention", "/plan", "/municipalities/837"];
    const shifts: Record<string, number> = {};
    for (const path of ["/", ...pages.map((page) => `/projects/hoppu${page}`)]) {
      await using shown = await open("/account", { person: lead, width });
      shifts[path] = Math.round((await shiftOf(shown.page, path)) * 1000) / 1000;
    }
    expect(shifts).toEqual(Object.fromEntries(Object.keys(shifts).map((path) => [path, 0])));
  });
}

test("the view behind a link that one rests on is there when it is followed", async () => {
  await using shown = await open("/projects/hoppu/about", { person: lead });
  const { page } = shown;
  await page.waitForLoadState("networkidle");
  const asked: string[] = [];
  page.on("request", (request) => {
    asked.push(new URL(request.url()).pathname);
  });
  await page.getByRole("link", { name: "Riskit" }).hover();
  await page.waitForRequest(/\/deviations\?/);
  await page.waitForLoadState("networkidle");
  expect(asked).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^\/assets\/risks-page-/),
      "/api/projects/hoppu/risks",
    ]),
  );
  const fetched = asked.length;
  await page.getByRole("link", { name: "Riskit" }).click();
  await page.locator(".register-line").first().waitFor();
  const again = asked.slice(fetched).filter((path) => asked.indexOf(path) < fetched);
  expect(again).toEqual([]);
  expect(asked.slice(fetched)).not.toContain("/api/projects/hoppu/progress");
});
